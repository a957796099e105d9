import { describe, expect, it } from 'vitest';
import { anApplication, anInput, occupation, rubric, sha } from '../../../fixtures/checks/an-application.ts';
import { checkContextOf } from '#shared/checks/check-context.ts';
import { checkApplication, findingSentence, proposedAnswers, quantityText } from '#shared/checks/index.ts';
import { proposedValue } from '#shared/checks/proposals.ts';
import { reasonTexts } from '#shared/checks/sentences.ts';
import { type Finding, findingSchema, type Quantity } from '#shared/domain/finding.ts';
import { answerSchema, slotSchema } from '#shared/domain/sheet.ts';

const findings = checkApplication(anInput());
const one = (changes: Partial<Finding>): Finding => ({
  code: 'G04',
  item: 'G04',
  occupation: null,
  levelGroup: null,
  verdict: 'met',
  found: null,
  required: null,
  where: [],
  clause: '',
  reason: 'occupations-few',
  details: {},
  proposed: null,
  ...changes,
});

describe('the findings of an application', () => {
  it('are valid, in the rubric’s order, warnings of no item last', () => {
    expect(findings.map((finding) => findingSchema.parse(finding))).toEqual(findings);
    const order = rubric.items.map(({ code }) => code);
    const places = findings.map(({ item }) => (item === null ? order.length : order.indexOf(item)));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    const withWarning = checkApplication(anInput({ application: { applicant: { ...anApplication().applicant, postcode: '' } } }));
    expect(withWarning.at(-1)?.code).toBe('postcode');
  });

  it('answer every gate and every measured item of the documents, in each of its slots', () => {
    const wanted = rubric.items
      .filter(({ code, kind }) => code.startsWith('G') || (code.startsWith('A') && kind === 'measured'))
      .flatMap(({ code, scope }) => (scope === 'level' ? [`${code} skilled`, `${code} technician`] : [`${code} `]));
    const got = findings.filter(({ code }) => /^[GA]\d\d$/.test(code)).map(({ code, levelGroup }) => `${code} ${levelGroup ?? ''}`);
    expect(got.toSorted()).toEqual(wanted.toSorted());
  });

  it('of a whole application are nowhere not met', () => {
    expect(findings.filter(({ verdict }) => verdict === 'not-met')).toEqual([]);
  });

  it('leave out items that the rubric has not', () => {
    const less = { ...rubric, items: rubric.items.filter(({ code }) => code !== 'A13' && code !== 'G10') };
    const codes = checkApplication(anInput({ rubric: less })).map(({ code }) => code);
    expect(codes).not.toContain('A13');
    expect(codes).not.toContain('G10');
    expect(codes).toContain('leaseRemaining');
    expect(codes).toContain('A12');
  });

  it('are the same whoever asks and how often', () => {
    expect(checkApplication(anInput())).toEqual(findings);
  });

  it('point to where the reader found a row, and say that it is the form', () => {
    const reading = [
      { field: 'experts.1', source: '表3 第9行', confidence: '1.00', editedFrom: null },
      { field: 'experts.1.title', source: '表3 第8行', confidence: '1.00', editedFrom: null },
      { field: 'staff[0].name', source: '附件3 甲表', confidence: '1.00', editedFrom: null },
      { field: 'staff.2', source: '', confidence: '1.00', editedFrom: null },
      { field: 'applicant.name', source: '表1', confidence: '1.00', editedFrom: null },
    ];
    const { row, field } = checkContextOf(anInput({ application: { reading } }));
    expect(row('experts', 1)).toEqual({ source: '附件3 表3 第9行', attachment: sha('f'), page: null });
    expect(row('staff', 0).source).toBe('附件3 甲表');
    expect(row('staff', 2).source).toBe('附件3 工作人员情况 第3行');
    expect(row('assessors', 0).source).toBe('附件3 考评人员情况 第1行');
    expect(field('邮编').source).toBe('附件3 邮编');
    expect(checkContextOf(anInput({ application: { attachments: [] } })).row('staff', 0).attachment).toBeNull();
  });
});

describe('proposed answers', () => {
  const answers = proposedAnswers(findings, rubric);
  it('are valid, and of slots of the sheet', () => {
    for (const { slot, answer } of answers) {
      expect(slotSchema.parse(slot)).toEqual(slot);
      expect(answerSchema.parse(answer)).toEqual(answer);
    }
  });

  it('give gates their verdict and measured items their value', () => {
    const of = (item: string) => answers.filter(({ slot }) => slot.item === item);
    expect(of('G04')).toEqual([
      {
        slot: { item: 'G04', occupation: null, levelGroup: null },
        answer: { value: null, points: null, verdict: 'met', comment: '', evidence: [] },
        finding: { code: 'G04', reason: findings.find(({ code }) => code === 'G04')?.reason, verdict: 'met' },
      },
    ]);
    expect(of('A11').map(({ slot, answer }) => [slot.occupation, slot.levelGroup, answer.value, answer.verdict])).toEqual([
      [occupation, 'skilled', { kind: 'number', number: '20' }, null],
      [occupation, 'technician', { kind: 'number', number: '20' }, null],
    ]);
    expect(of('A26')).toEqual([]);
    expect(of('B02')).toEqual([]);
    expect(answers.some(({ slot }) => slot.item === 'leaseRemaining')).toBe(false);
  });
});

describe('the value that a rule takes', () => {
  const threshold = { kind: 'threshold', atLeast: '1', points: '1.00', otherwise: '0.00', unit: '人' } as const;
  const proportional = (value: 'number' | 'ratio') => ({ kind: 'proportional', full: '1', points: '1.00', unit: '', value }) as const;
  const box = (code: string) => ({ code, text: '', points: '1.00' });

  it('is the number', () => {
    expect(proposedValue(threshold, { count: 3 })).toEqual({ kind: 'number', number: '3' });
    expect(proposedValue({ kind: 'per-unit', each: '1.00', cap: '2.00', unit: '' }, { count: 10 })).toEqual({
      kind: 'number',
      number: '10',
    });
    expect(proposedValue(proportional('number'), { count: 1.25 })).toEqual({ kind: 'number', number: '1.25' });
    expect(proposedValue(proportional('number'), { count: 1, of: 3 })).toEqual({ kind: 'number', number: '0.333333' });
    expect(proposedValue(proportional('number'), { count: 5, of: 0 })).toEqual({ kind: 'number', number: '5' });
    expect(proposedValue(threshold, { count: 100 })).toEqual({ kind: 'number', number: '100' });
  });

  it('is the ratio where the rule asks for one, and nothing where its whole is unknown', () => {
    expect(proposedValue(proportional('ratio'), { count: 1, of: 3 })).toEqual({ kind: 'ratio', count: '1', of: '3' });
    expect(proposedValue(proportional('ratio'), { count: 1 })).toBeNull();
    expect(proposedValue(proportional('ratio'), { count: 1, of: 0 })).toBeNull();
  });

  it('is ticks or an option only where the rule has them', () => {
    const checklist = { kind: 'checklist', boxes: [box('a'), box('b')] } as const;
    const choice = { kind: 'choice', options: [box('a'), box('b')] } as const;
    expect(proposedValue({ ...checklist, boxes: [...checklist.boxes] }, { ticked: ['a'] })).toEqual({ kind: 'checklist', ticked: ['a'] });
    expect(proposedValue({ ...checklist, boxes: [...checklist.boxes] }, { ticked: ['a', 'c'] })).toBeNull();
    expect(proposedValue({ ...checklist, boxes: [...checklist.boxes] }, { count: 1 })).toBeNull();
    expect(proposedValue({ ...choice, options: [...choice.options] }, { choice: 'b' })).toEqual({ kind: 'choice', choice: 'b' });
    expect(proposedValue({ ...choice, options: [...choice.options] }, { choice: 'c' })).toBeNull();
    expect(proposedValue({ ...choice, options: [...choice.options] }, { ticked: ['a'] })).toBeNull();
    expect(proposedValue(threshold, { ticked: ['a'] })).toBeNull();
    expect(proposedValue(proportional('number'), { choice: 'a' })).toBeNull();
    expect(proposedValue({ kind: 'parts', parts: [] }, { count: 1 })).toBeNull();
  });
});

describe('a finding as a sentence', () => {
  it.each(Object.entries(reasonTexts))('%s is said in both languages', (_reason, { zh, en }) => {
    expect(zh).toMatch(/[一-鿿].*。$/);
    expect(en).toMatch(/[.]$/);
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();
    expect(names(en).filter((name) => !names(zh).includes(name) && name !== '{required}' && name !== '{found}')).toEqual([]);
  });

  it('has nothing left to fill in, whatever is wrong', () => {
    const empty = checkApplication(
      anInput({
        application: {
          staff: [],
          experts: [],
          assessors: [],
          regulations: [],
          occupations: [],
          venues: [],
          attachments: [],
          filedOn: null,
        },
        facts: { registrations: [], leases: [], training: [], pledges: [], regulations: [] },
      }),
    );
    for (const finding of [...findings, ...empty]) {
      expect(findingSentence(finding, 'zh')).not.toMatch(/[{}]|undefined/);
      expect(findingSentence(finding, 'en')).not.toMatch(/[{}]|undefined/);
    }
  });

  it('says what it is about, what was found and what is required', () => {
    const finding = one({
      code: 'A11',
      reason: 'qualified-people',
      occupation,
      levelGroup: 'technician',
      found: { number: 2, unit: '人' },
      required: { number: 20, unit: '人' },
      details: { distinct: 17 },
    });
    expect(findingSentence(finding, 'zh')).toBe('无人机驾驶员，二—一级：合格 2 人，须不少于 20 人（名单去重后 17 人）。');
    expect(findingSentence(finding, 'en')).toBe(
      '无人机驾驶员, levels 2–1: 2 people qualified; at least 20 people required (17 different people listed).',
    );
    expect(findingSentence({ ...finding, levelGroup: 'skilled' }, 'zh')).toMatch(/^无人机驾驶员，五—三级：/);
    expect(findingSentence({ ...finding, levelGroup: 'skilled' }, 'en')).toMatch(/levels 5–3/);
    expect(findingSentence({ ...finding, occupation: null, levelGroup: null }, 'zh')).toMatch(/^合格/);
  });

  it('shows a dash for what was not found, and the bare code of a reason it does not know', () => {
    expect(findingSentence(one({ reason: 'filed-in-time' }), 'zh')).toBe('— 申报，未过截止日 —。');
    expect(findingSentence(one({ reason: 'toString' }), 'zh')).toBe('toString');
    expect(findingSentence(one({ reason: 'in {nowhere}' }), 'en')).toBe('in {nowhere}');
  });

  it.each<[Quantity, string, string]>([
    [{ number: 1, unit: '人' }, '1 人', '1 person'],
    [{ number: 2, unit: '人' }, '2 人', '2 people'],
    [{ number: 4, unit: 'A' }, '4A', '4 A'],
    [{ number: 1, unit: '个月' }, '1 个月', '1 month'],
    [{ number: 3, unit: '筐' }, '3 筐', '3 筐'],
    [{ number: 1, unit: 'kA' }, '1 kA', '1 kA'],
    ...Object.entries({
      人次: ['person-time', 'person-times'],
      个: ['occupation', 'occupations'],
      个等级: ['level', 'levels'],
      个月: ['month', 'months'],
      年: ['year', 'years'],
      项: ['item', 'items'],
      份: ['file', 'files'],
      件: ['case', 'cases'],
      家: ['member', 'members'],
      倍: ['× the threshold', '× the threshold'],
      平方米: ['m²', 'm²'],
      星: ['star', 'stars'],
      张: ['photo', 'photos'],
      处: ['address', 'addresses'],
      部: ['telephone', 'telephones'],
    }).flatMap(([unit, [single, many]]): [Quantity, string, string][] => [
      [{ number: 1, unit }, `1 ${unit}`, `1 ${single}`],
      [{ number: 2, unit }, `2 ${unit}`, `2 ${many}`],
    ]),
    [{ text: '良好' }, '良好', '良好'],
  ])('%j is said %s, %s', (quantity, zh, en) => {
    expect(quantityText(quantity, 'zh')).toBe(zh);
    expect(quantityText(quantity, 'en')).toBe(en);
  });
});
