import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import { explain } from '#shared/merge/index.ts';
import { bestSheets, by, drone, gaming, type Otherwise, requestOf, smallRound } from './small-round.ts';

const of = (occupation: string) => ({ application: 'a1', occupation });
const oneGroup = (experts: number, rules: Rules = defaultRules) =>
  smallRound({ experts, rules, occupations: [{ name: drone, levels: ['三级'] }] });
const lowered = (points: string): Otherwise => ({ C02: { points } });

describe('an explanation', () => {
  it('has each expert by name with the own items, whether dropped or kept, in roster order', () => {
    const round = oneGroup(5);
    const found = explain(requestOf(round, ['3.00', '4.00', '4.00', '3.00', '2.00'].map(lowered)), of(drone));
    expect(found?.experts.map(({ expert, name, total, counted }) => [expert, name, total, counted])).toEqual([
      ['e1', round.panel[0]?.name, '99.00', 'kept'],
      ['e2', round.panel[1]?.name, '100.00', 'dropped-high'],
      ['e3', round.panel[2]?.name, '100.00', 'kept'],
      ['e4', round.panel[3]?.name, '99.00', 'kept'],
      ['e5', round.panel[4]?.name, '98.00', 'dropped-low'],
    ]);
    expect(found?.formula).toBe('(99.00 + 100.00 + 99.00) ÷ 3');
    for (const { items, total } of found?.experts ?? []) {
      expect(items.reduce((sum, { points }) => sum + Number(points), 0).toFixed(2)).toBe(total);
    }
  });

  it('has no items of an expert who is left out, and no total while one is waited for', () => {
    const exclude: Resolution = { kind: 'exclude-expert', expert: 'e2', application: 'a1', ...by };
    const without = explain(requestOf(oneGroup(2), [{}, lowered('0.00')], [exclude]), of(drone));
    expect(without?.experts[1]).toMatchObject({ items: [], stages: null, total: null, counted: 'excluded' });
    expect([without?.formula, without?.total]).toEqual(['100.00', '100.00']);
    const waiting = explain(requestOf(oneGroup(2), [{}, null]), of(drone));
    expect(waiting).toMatchObject({
      formula: '',
      total: null,
      experts: [{ total: '100.00' }, { items: [], total: null, counted: 'missing' }],
    });
  });

  it('is of the occupation asked for', () => {
    const round = smallRound({ experts: 1, occupations: [drone, gaming].map((name) => ({ name, levels: ['三级'] })) });
    const request = requestOf(round, [{ [`C02@${gaming}`]: { points: '2.00' } }]);
    expect([drone, gaming].map((name) => explain(request, of(name))?.total)).toEqual(['100.00', '98.00']);
    expect(explain(request, { application: 'a2', occupation: drone })).toBeNull();
  });

  it('spells numbers out in full where they end within six decimals, and says where they do not', () => {
    const byItem: Rules = { ...defaultRules, aggregate: { ...defaultRules.aggregate, by: 'item', method: 'mean' } };
    const term = (points: string, experts: number) =>
      explain(requestOf(oneGroup(experts, byItem), [lowered(points), ...Array.from({ length: experts - 1 }, () => ({}))]), of(drone))
        ?.formula.split(' + ')
        .find((each) => each !== '0.00' && !/^\d\.[05]0$/.test(each));
    // 4.00 but for one expert: by a quarter, by an eighth, by a third of a point less.
    expect([term('3.00', 4), term('3.00', 8), term('3.00', 3)]).toEqual(['3.75', '3.875', '≈3.666667']);
    // Z-scores have twelve decimals, shown to six of them.
    const scaled: Rules = { ...defaultRules, aggregate: { ...defaultRules.aggregate, method: 'z-score' } };
    const request = requestOf(smallRound({ experts: 2, rules: scaled, applications: 2 }), [{}, {}]);
    const sheets = [...bestSheets(request.round, 'a1', lowered('1.00')), ...bestSheets(request.round, 'a2', lowered('3.00'))];
    const inputs = request.inputs.map((input, index) => (index === 0 ? { ...input, document: { ...input.document, sheets } } : input));
    const [left, right] = explain({ ...request, inputs }, of(drone))?.formula.split(' + ') ?? [];
    // M = 99 and S² = 1.5 over 97, 99, 100 and 100; e1 has mean 98 and deviation 1, e2 tells nothing apart.
    expect([left, right]).toEqual(['(≈97.775255', '99.00) ÷ 2']);
  });
});
