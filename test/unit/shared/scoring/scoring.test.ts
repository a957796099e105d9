import { describe, expect, it } from 'vitest';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { type RubricItem, rubricSchema } from '#shared/domain/rubric.ts';
import type { Answer, Entry, Slot } from '#shared/domain/sheet.ts';
import { completeness, entryPoints, progress, scoreAnswer, slotsOf } from '#shared/scoring/index.ts';
import { codeOf, valueOf } from '../../../fixtures/packages/value-of.ts';

const rubric = rubricSchema.parse(rubricJson);
const itemOf = (code: string): RubricItem => {
  const item = rubric.items.find((each) => each.code === code);
  if (item === undefined) {
    throw new Error(`no item ${code}`);
  }
  return item;
};
const nothing: Answer = { value: null, points: null, verdict: null, comment: '', evidence: [] };
const score = (code: string, answer: Partial<Answer>) => scoreAnswer(itemOf(code), { ...nothing, ...answer });

describe('scoring an answer', () => {
  it('gives a measured item the points of its rule, whatever the answer says', () => {
    const scored = valueOf(score('A12', { value: { kind: 'number', number: '9' }, points: '5.00' }));
    expect([scored.answer.points, scored.gate, scored.reason?.kind]).toEqual(['4.50', 'not-met', 'proportional']);
  });

  it('tells blank from zero', () => {
    expect(codeOf(score('A12', {}))).toBe('sheet/blank');
    expect(codeOf(score('C02', {}))).toBe('sheet/blank');
    expect(codeOf(score('G01', { comment: '见附件' }))).toBe('sheet/blank');
    expect(valueOf(score('A12', { value: { kind: 'number', number: '0' } })).answer.points).toBe('0.00');
    expect(valueOf(score('C02', { points: '0.00' })).answer.points).toBe('0.00');
  });

  it('takes judged points only within the maximum and in the step', () => {
    expect(codeOf(score('C02', { points: '5.00' }))).toBe('sheet/points-above-maximum');
    expect(codeOf(score('C02', { points: '3.50' }))).toBe('sheet/points-off-step');
    expect(codeOf(score('A03', { points: '3.50' }))).toBe('ok');
    expect(codeOf(score('A03', { points: '3.25' }))).toBe('sheet/points-off-step');
  });

  it('wants a written reason off the anchors, but keeps the points meanwhile', () => {
    expect(valueOf(score('A03', { points: '3.00' })).commentMissing).toBe(false);
    expect(valueOf(score('A03', { points: '3.50' }))).toMatchObject({ commentMissing: true, answer: { points: '3.50' } });
    expect(valueOf(score('A03', { points: '3.50', comment: ' 　' })).commentMissing).toBe(true);
    expect(valueOf(score('A03', { points: '3.50', comment: '另有国家级竞赛承办经历' })).commentMissing).toBe(false);
    expect(valueOf(score('C01', { points: '1.00' })).commentMissing).toBe(true);
  });

  it('knows 不适用 for gates only', () => {
    expect(valueOf(score('G06', { verdict: 'not-applicable' })).gate).toBe('not-applicable');
    expect(codeOf(score('C02', { verdict: 'not-applicable' }))).toBe('sheet/not-applicable-on-scored');
    const twelve = { kind: 'number', number: '12' } as const;
    expect(codeOf(score('A12', { value: twelve, verdict: 'not-applicable' }))).toBe('sheet/not-applicable-on-scored');
  });

  it('lets an expert doubt a hard gate but not contradict the number, and vote freely on a panel gate', () => {
    const nine = { kind: 'number', number: '9' } as const;
    expect(codeOf(score('A12', { value: nine, verdict: 'met' }))).toBe('sheet/verdict-contradicts-value');
    expect(valueOf(score('A12', { value: nine, verdict: 'doubtful' })).gate).toBe('doubtful');
    expect(valueOf(score('A11', { value: nine, verdict: 'met' })).gate).toBe('met');
    expect(valueOf(score('A11', { value: nine })).gate).toBe('not-met');
    expect(codeOf(score('A07', { value: nine, verdict: 'met' }))).toBe('sheet/verdict-not-asked');
  });

  it('refuses what an item does not ask for', () => {
    expect(codeOf(score('G01', { verdict: 'met', points: '0.00' }))).toBe('sheet/points-not-asked');
    expect(codeOf(score('G01', { verdict: 'met', value: { kind: 'number', number: '1' } }))).toBe('sheet/value-not-asked');
    expect(codeOf(score('C02', { points: '1.00', value: { kind: 'number', number: '1' } }))).toBe('sheet/value-not-asked');
    expect(codeOf(score('C02', { points: '1.00', verdict: 'met' }))).toBe('sheet/verdict-not-asked');
  });
});

describe('the slots of a sheet', () => {
  const application = {
    occupations: [
      { name: '无人机驾驶员', levels: ['五级', '四级', '三级', '二级'] as const },
      { name: '电子竞技员', levels: ['三级'] as const },
    ].map(({ name, levels }) => ({ name, levels: [...levels] })),
  };

  it('are once per applicant, per occupation, or per occupation and applied level group', () => {
    const document = slotsOf(rubric, 'document', application);
    const of = (code: string) =>
      document.filter((slot) => slot.item === code).map(({ occupation, levelGroup }) => [occupation, levelGroup]);
    expect(of('A01')).toEqual([[null, null]]);
    expect(of('A13')).toEqual([
      ['无人机驾驶员', null],
      ['电子竞技员', null],
    ]);
    expect(of('A12')).toEqual([
      ['无人机驾驶员', 'skilled'],
      ['无人机驾驶员', 'technician'],
      ['电子竞技员', 'skilled'],
    ]);
  });

  it('count as filled when answered, and say why each of the others is not', () => {
    const slots = slotsOf(rubric, 'roadshow', application);
    expect(progress(rubric, null, slots)).toEqual({ filled: 0, blank: 8, total: 8 });
    expect(completeness(rubric, null, slots).map(({ refusal }) => refusal.code)).toEqual(slots.map(() => 'sheet/blank'));
    const entry = (slot: Slot, points: string | null, comment = ''): Entry => ({
      ...slot,
      ...nothing,
      points,
      comment,
      recordedAt: '2022-11-18T09:00:00+08:00',
      history: [],
    });
    const entries = slots.map((slot) =>
      entry(slot, slot.item === 'C05' ? null : slot.item === 'C01' ? '1.00' : '0.00', slot.item === 'C05' ? '稍后' : ''),
    );
    expect(progress(rubric, { entries }, slots)).toEqual({ filled: 7, blank: 1, total: 8 });
    expect(completeness(rubric, { entries }, slots).map(({ slot, refusal }) => [slot.item, slot.occupation, refusal.code])).toEqual([
      ['C01', '无人机驾驶员', 'sheet/comment-missing'],
      ['C01', '电子竞技员', 'sheet/comment-missing'],
      ['C05', null, 'sheet/blank'],
    ]);
    expect([entryPoints({ points: null }), entryPoints({ points: '0.00' })]).toEqual([null, 0n]);
  });
});
