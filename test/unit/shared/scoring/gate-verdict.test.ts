import { describe, expect, it } from 'vitest';
import { type RubricItem, rubricItemSchema } from '#shared/domain/rubric.ts';
import type { Answer, Entry, MeasuredValue } from '#shared/domain/sheet.ts';
import { completeness, progress, scoreAnswer } from '#shared/scoring/index.ts';
import { gateVerdict, triggeredGate } from '#shared/scoring/gate-verdict.ts';
import { isBlank } from '#shared/scoring/score-answer.ts';

const base = { code: 'A01', stage: 'document', category: '', scope: 'applicant', text: '', max: '5.00', clause: '' };
const item = (changes: object): RubricItem => rubricItemSchema.parse({ ...base, kind: 'measured', ...changes });
const number = (value: string): MeasuredValue => ({ kind: 'number', number: value });
const below = { kind: 'below', value: '3' };
const unticked = { kind: 'unticked', box: 'fire' };
const nothing: Answer = { value: null, points: null, verdict: null, comment: '', evidence: [] };
const threshold = { kind: 'threshold', atLeast: '1', points: '1.00', otherwise: '0.00', unit: '' };

describe('what a value says of a gate', () => {
  it.each<[string, MeasuredValue, 'met' | 'not-met']>([
    ['just below', number('2.999999'), 'not-met'],
    ['at', number('3'), 'met'],
    ['above', number('3.000001'), 'met'],
    ['a ratio below', { kind: 'ratio', count: '5', of: '2' }, 'not-met'],
    ['a ratio at', { kind: 'ratio', count: '6', of: '2' }, 'met'],
    ['ticks, which are no number', { kind: 'checklist', ticked: [] }, 'met'],
    ['a choice, which is no number', { kind: 'choice', choice: 'a' }, 'met'],
    ['parts, which are no number', { kind: 'parts', parts: {} }, 'met'],
  ])('%s its number', (_what, value, verdict) => {
    expect(gateVerdict(item({ gate: { type: 'hard', failsWhen: below } }), value)).toBe(verdict);
  });

  it.each<[string, MeasuredValue, 'met' | 'not-met']>([
    ['ticked', { kind: 'checklist', ticked: ['water', 'fire'] }, 'met'],
    ['not ticked', { kind: 'checklist', ticked: ['water'] }, 'not-met'],
    ['asked of a number', number('1'), 'met'],
  ])('a box %s', (_what, value, verdict) => {
    expect(gateVerdict(item({ gate: { type: 'panel', failsWhen: unticked } }), value)).toBe(verdict);
  });

  it('is nothing where no value decides', () => {
    expect(gateVerdict(item({}), number('1'))).toBeNull();
    expect(gateVerdict(item({ gate: { type: 'hard' } }), number('1'))).toBeNull();
  });

  it('brings up another gate only below its own number', () => {
    const triggers = { item: 'G09', failsWhen: below };
    expect(triggeredGate(item({ triggers }), number('2'))).toBe('G09');
    expect(triggeredGate(item({ triggers }), number('3'))).toBeNull();
    expect(triggeredGate(item({}), number('0'))).toBeNull();
  });
});

describe('an answer that does not hold', () => {
  const refusal = (of: RubricItem, answer: Partial<Answer>) => {
    const result = scoreAnswer(of, { ...nothing, ...answer });
    return result.ok ? 'ok' : result.refusal;
  };
  const gate = item({ kind: 'gate', max: '0.00', gate: { type: 'hard' } });
  const judged = item({ kind: 'judged', step: '0.50' });
  const measured = item({ rule: threshold });
  const gated = item({ rule: threshold, gate: { type: 'hard', failsWhen: below } });

  it.each<[string, RubricItem, Partial<Answer>, string, object]>([
    ['gate with a value', gate, { value: number('1') }, 'sheet/value-not-asked', {}],
    ['gate with points', gate, { points: '0.00' }, 'sheet/points-not-asked', {}],
    ['blank gate', gate, {}, 'sheet/blank', {}],
    ['blank measured item', measured, {}, 'sheet/blank', {}],
    [
      'measured item above its maximum',
      item({ rule: threshold, max: '0.50' }),
      { value: number('1') },
      'sheet/points-above-maximum',
      { max: '0.50', points: '1.00' },
    ],
    ['measured item 不适用', gated, { value: number('1'), verdict: 'not-applicable' }, 'sheet/not-applicable-on-scored', {}],
    ['measured item without a gate, judged', measured, { value: number('1'), verdict: 'met' }, 'sheet/verdict-not-asked', {}],
    ['hard gate called met below its number', gated, { value: number('2'), verdict: 'met' }, 'sheet/verdict-contradicts-value', {}],
    ['hard gate called not met at its number', gated, { value: number('3'), verdict: 'not-met' }, 'sheet/verdict-contradicts-value', {}],
    ['judged item with a value', judged, { value: number('1') }, 'sheet/value-not-asked', {}],
    ['judged item with a verdict', judged, { points: '1.00', verdict: 'met' }, 'sheet/verdict-not-asked', {}],
    ['judged item 不适用', judged, { verdict: 'not-applicable' }, 'sheet/not-applicable-on-scored', {}],
    ['blank judged item', judged, {}, 'sheet/blank', {}],
    ['judged item above its maximum', judged, { points: '5.01' }, 'sheet/points-above-maximum', { max: '5.00', points: '5.01' }],
    ['judged item off its step', judged, { points: '0.49' }, 'sheet/points-off-step', { step: '0.50', points: '0.49' }],
  ])('%s', (_what, of, answer, code, details) => {
    expect(refusal(of, answer)).toEqual({ code, details: { item: 'A01', ...details } });
  });

  it.each<[string, RubricItem, Partial<Answer>]>([
    ['a hard gate called what its number says', gated, { value: number('3'), verdict: 'met' }],
    ['a hard gate called not met below its number', gated, { value: number('2'), verdict: 'not-met' }],
    ['the maximum', judged, { points: '5.00' }],
    ['any hundredth where there is no step', item({ kind: 'judged' }), { points: '4.99' }],
    ['a measured item at its maximum', item({ rule: threshold, max: '1.00' }), { value: number('1') }],
  ])('%s holds', (_what, of, answer) => {
    expect(refusal(of, answer)).toBe('ok');
  });

  it('a value that its rule can’t take is refused', () => {
    expect(refusal(measured, { value: { kind: 'choice', choice: 'a' } })).toHaveProperty('code');
  });

  it('a measured item without a rule is a broken rubric', () => {
    expect(() => scoreAnswer(item({}), { ...nothing, value: number('1') })).toThrow('no rule for the measured item A01');
  });

  it('points of a judged item stand with no gate and no reason', () => {
    const result = scoreAnswer(judged, { ...nothing, points: '1.00' });
    expect(result).toMatchObject({ ok: true, value: { gate: null, reason: null, commentMissing: false } });
  });

  it.each([
    ['optional', '1.00', '', false],
    ['required', '1.00', '', true],
    ['required', '1.00', '说明', false],
    ['off-anchor', '1.00', '', false],
    ['off-anchor', '1.50', '', true],
  ])('a comment %s at %s points, %j: missing %s', (comment, points, written, missing) => {
    const of = item({ kind: 'judged', step: '0.50', comment, anchors: [{ points: '1.00', text: '' }] });
    expect(scoreAnswer(of, { ...nothing, points, comment: written })).toMatchObject({ ok: true, value: { commentMissing: missing } });
  });

  it('a comment off the anchors is not asked of a gate, which has no points', () => {
    const of = item({ kind: 'gate', max: '0.00', comment: 'off-anchor' });
    expect(scoreAnswer(of, { ...nothing, verdict: 'met' })).toMatchObject({ ok: true, value: { commentMissing: false } });
  });
});

describe('blank', () => {
  it.each<['gate' | 'measured' | 'judged', Partial<Answer>]>([
    ['gate', { verdict: 'met' }],
    ['measured', { value: number('0') }],
    ['judged', { points: '0.00' }],
  ])('a %s is not, with %j alone', (kind, answer) => {
    const all = { value: number('1'), points: '1.00', verdict: 'met' as const };
    const [field] = Object.keys(answer);
    expect(isBlank(item({ kind }), { ...nothing, ...answer })).toBe(false);
    expect(isBlank(item({ kind }), { ...all, [field ?? '']: null })).toBe(true);
  });
});

describe('completeness and progress', () => {
  const judged = item({ kind: 'judged', comment: 'required' });
  const rubric = { id: 'r', version: 1, title: '', source: '', notes: [], items: [judged] };
  const slot = { item: 'A01', occupation: null, levelGroup: null };
  const stranger = { ...slot, item: 'Z99' };
  const entry = (points: string | null, of = slot): Entry => ({
    ...of,
    ...nothing,
    points,
    recordedAt: '2022-11-18T09:00:00+08:00',
    history: [],
  });

  it('name the item of a blank slot, of a missing comment and of a slot that the rubric has not', () => {
    expect(completeness(rubric, null, [slot, stranger])).toEqual([
      { slot, refusal: { code: 'sheet/blank', details: { item: 'A01' } } },
      { slot: stranger, refusal: { code: 'sheet/slot-unknown', details: { item: 'Z99' } } },
    ]);
    expect(completeness(rubric, { entries: [entry('1.00')] }, [slot])).toEqual([
      { slot, refusal: { code: 'sheet/comment-missing', details: { item: 'A01' } } },
    ]);
    expect(completeness(rubric, { entries: [entry('9.00')] }, [slot])).toMatchObject([{ refusal: { code: 'sheet/points-above-maximum' } }]);
  });

  it('count no slot that the rubric has not', () => {
    expect(progress(rubric, { entries: [entry('1.00'), entry('1.00', stranger)] }, [slot, stranger])).toEqual({
      filled: 1,
      blank: 1,
      total: 2,
    });
  });
});
