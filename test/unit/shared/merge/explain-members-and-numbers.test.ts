import { describe, expect, it } from 'vitest';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import { explain, ruleExample } from '#shared/merge/index.ts';
import { by, drone, requestOf, smallRound } from './small-round.ts';

const ref = { application: 'a1', occupation: drone };

describe('the explanation of a candidate', () => {
  const round = smallRound({ experts: 3 });
  const named = { ...round, panel: round.panel.map((member, index) => ({ ...member, name: `专家${index + 1}（虚构）` })) };
  const full = { document: '50.00', visit: '30.00', roadshow: '20.00' };
  const inShort = (explanation: ReturnType<typeof explain>) =>
    explanation?.experts.map(({ expert, name, counted, stages, total, items }) => ({
      expert,
      name,
      counted,
      stages,
      total,
      items: items.length > 0,
    }));

  it('names every expert in roster order, with what each gave item by item', () => {
    const explanation = explain(requestOf(named, [{}, { C02: { points: '3.00' } }, {}]), ref);
    expect(inShort(explanation)).toEqual([
      { expert: 'e1', name: '专家1（虚构）', counted: 'kept', stages: full, total: '100.00', items: true },
      { expert: 'e2', name: '专家2（虚构）', counted: 'kept', stages: { ...full, roadshow: '19.00' }, total: '99.00', items: true },
      { expert: 'e3', name: '专家3（虚构）', counted: 'kept', stages: full, total: '100.00', items: true },
    ]);
    expect(explanation?.experts.map(({ items }) => items.find(({ item }) => item === 'C02')?.points)).toEqual(['4.00', '3.00', '4.00']);
  });

  it('has neither formula nor total while a sheet is missing, and nothing of whose it is', () => {
    const explanation = explain(requestOf(named, [{}, null, {}]), ref);
    expect([explanation?.formula, explanation?.total]).toEqual(['', null]);
    expect(inShort(explanation)?.[1]).toEqual({
      expert: 'e2',
      name: '专家2（虚构）',
      counted: 'missing',
      stages: null,
      total: null,
      items: false,
    });
    expect(explanation?.experts[1]?.items).toEqual([]);
  });

  it('keeps an excluded expert in the list, and out of the formula', () => {
    const explanation = explain(
      requestOf(named, [{ C02: { points: '0.00' } }, {}, {}], [{ kind: 'exclude-expert', expert: 'e1', application: null, ...by }]),
      ref,
    );
    expect(inShort(explanation)?.[0]).toEqual({
      expert: 'e1',
      name: '专家1（虚构）',
      counted: 'excluded',
      stages: null,
      total: null,
      items: false,
    });
    expect([explanation?.formula, explanation?.total]).toEqual(['(100.00 + 100.00) ÷ 2', '100.00']);
  });

  it('leaves out who has nothing to do with the application', () => {
    const without = { ...named, assignments: named.assignments.filter(({ expert }) => expert !== 'e2') };
    expect(explain(requestOf(without, [{}, null, {}]), ref)?.experts.map(({ expert }) => expert)).toEqual(['e1', 'e3']);
  });

  it('is of the candidate asked for, by application and occupation', () => {
    const two = smallRound({ experts: 3, applications: 2 });
    expect(explain(requestOf(two, [{}, {}, {}]), { ...ref, application: 'a2' })).toMatchObject({
      application: 'a2',
      occupation: drone,
      group: 'skilled',
    });
    expect(explain(requestOf(two, [{}, {}, {}]), { ...ref, application: 'a3' })).toBeNull();
  });
});

describe('a number in a formula', () => {
  /** Of the mean of one item, worth `max`, over so many experts of the worked example. */
  const formula = (minExperts: number, max: string) => {
    const aggregate: Rules['aggregate'] = { ...defaultRules.aggregate, method: 'mean', by: 'item', minExperts };
    const item: RubricItem = {
      code: 'A01',
      stage: 'document',
      category: '示例（虚构）',
      scope: 'applicant',
      kind: 'judged',
      text: '示例（虚构）',
      max,
      comment: 'optional',
      clause: '一',
    };
    return ruleExample({ ...defaultRules, aggregate }, { items: [item] }).aggregate.formula;
  };

  it.each([
    ['has two decimals where it has one', 5, '100.00', '85.80'],
    ['has two decimals where it is whole', 5, '500.00', '429.00'],
    ['has its two decimals', 5, '10.00', '8.58'],
    ['has its three decimals', 5, '1.00', '0.858'],
    ['has its six decimals', 16, '1.00', '0.859375'],
    ['is rounded to six, and says so, where it has seven', 32, '1.00', '≈0.857813'],
    ['is rounded to six, and says so, where its decimals never end', 7, '1.00', '≈0.861429'],
    ['is rounded to six half-up also where it is large', 7, '500.00', '≈430.714286'],
  ])('%s', (_, experts, max, spelled) => {
    expect(formula(experts, max)).toBe(spelled);
  });
});
