import { describe, expect, it } from 'vitest';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { defaultRules } from '#shared/domain/round.ts';
import { rubricSchema, type Rubric, type RubricItem } from '#shared/domain/rubric.ts';
import { rubricProblems, rulesProblems } from '#shared/rubric/problems.ts';

const rubric = rubricSchema.parse(rubricJson);

function changed(code: string, change: (item: RubricItem) => RubricItem): Rubric {
  expect(rubric.items.some((item) => item.code === code)).toBe(true);
  return { ...rubric, items: rubric.items.map((item) => (item.code === code ? change(item) : item)) };
}

const codes = (given: Rubric) => rubricProblems(given).map(({ item, refusal }) => `${item} ${refusal.code}`);

describe('what keeps a rubric from being signed', () => {
  it('is nothing for the rubric of the notice', () => {
    expect(rubricProblems(rubric)).toEqual([]);
    expect(rulesProblems(defaultRules, rubric)).toEqual([]);
  });

  it.each(rubric.items.filter(({ kind }) => kind !== 'gate').map(({ code }) => code))('is a maximum of %s that does not fit', (code) => {
    const above = changed(code, (item) => ({ ...item, max: '99.25' }));
    expect(codes(above)).toHaveLength(1);
    expect(codes(above)[0]).toMatch(/rubric\/(rule-maximum|maximum-off-step)$/);
    expect(codes(changed(code, (item) => ({ ...item, max: '0.00' })))).toContain(`${code} rubric/worth-nothing`);
  });

  it('is a code that is there twice, and a reference to an item that is not', () => {
    const [first] = rubric.items;
    expect(codes({ ...rubric, items: [...rubric.items, ...(first === undefined ? [] : [first])] })).toEqual([
      `${first?.code} rubric/code-twice`,
    ]);
    const without = { ...rubric, items: rubric.items.filter(({ code }) => code !== 'G09') };
    expect(codes(without)).toEqual(['B12 rubric/item-unknown']);
  });

  it('is a judged item without a step or with an anchor above it, a measured one without a rule, a gate with points', () => {
    expect(codes(changed('C01', ({ step: _step, ...item }) => item))).toEqual(['C01 rubric/step-missing']);
    expect(codes(changed('C01', (item) => ({ ...item, anchors: [{ points: '50.00', text: '优' }] })))).toEqual([
      'C01 rubric/anchor-above-maximum',
    ]);
    expect(codes(changed('B12', ({ rule: _rule, ...item }) => item))).toEqual(['B12 rubric/rule-missing']);
    expect(codes(changed('G09', ({ gate: _gate, ...item }) => ({ ...item, max: '1.00' })))).toEqual([
      'G09 rubric/gate-with-points',
      'G09 rubric/gate-missing',
    ]);
  });

  it('is a top band without an end', () => {
    const endless = changed('B12', (item) => ({
      ...item,
      rule: { kind: 'bands', unit: '项', value: 'number', bands: [{ from: '1', perOne: '1.00' }] },
    }));
    expect(codes(endless)).toEqual(['B12 rubric/rule-endless']);
  });
});

describe('what keeps rules from being signed', () => {
  const { aggregate } = defaultRules;
  it.each([
    ['rules/total-above-rubric', { pass: { total: '100.01', stageShare: '0.6' } }],
    ['rules/drops-everyone', { aggregate: { ...aggregate, minExperts: 2 } }],
    ['rules/category-unknown', { tieBreak: [{ by: 'category', category: '没有的类别' }] }],
    ['rules/after-vote', { tieBreak: [{ by: 'vote' }, { by: 'stage', stage: 'visit' }] }],
  ] as const)('is %s', (code, change) => {
    expect(
      rulesProblems({ ...defaultRules, ...change, tieBreak: [...('tieBreak' in change ? change.tieBreak : [])] }, rubric),
    ).toMatchObject([{ code }]);
  });
});
