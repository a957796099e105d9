import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { defaultRules, type Round } from '#shared/domain/round.ts';
import { merge, type MergeRequest, sensitivity } from '#shared/merge/index.ts';
import { by, drone, type Otherwise, requestOf, smallRound } from './small-round.ts';

const rules = { ...defaultRules, aggregate: { ...defaultRules.aggregate, method: 'mean' as const } };
const round = smallRound({ experts: 3, rules, occupations: [{ name: drone, levels: ['三级'] }] });
/** Nothing for the roadshow: 80.00 in all, and its stage is not passed. */
const poor: Otherwise = Object.fromEntries(['C01', 'C02', 'C03', 'C04', 'C05'].map((item) => [item, { points: '0.00' }]));
const variantsOf = (request: MergeRequest) => [...sensitivity(request).variants];
const shortOf = (request: MergeRequest, name: string) =>
  variantsOf(request)
    .filter((variant) => variant.name === name)
    .flatMap(({ candidates }) => candidates.map(({ total, rank, outcome, changed }) => [total, rank, outcome, changed]));

describe('under another way of counting', () => {
  const request = requestOf(round, [{}, {}, poor]);

  it('a candidate has its total, its rank and its outcome of that way, and none where it waits', () => {
    expect(variantsOf(request).find(({ name }) => name === 'median-total')?.candidates).toEqual([
      { application: 'a1', occupation: drone, total: '100.00', rank: 1, outcome: 'recommended', changed: false },
    ]);
    const waiting = { ...request, inputs: request.inputs.slice(1) };
    expect(shortOf(waiting, 'mean')).toEqual([[null, null, 'pending', false]]);
    expect(shortOf(waiting, 'without:e1')).toEqual([['90.00', 1, 'not-recommended', true]]);
  });

  it('an outcome that differs is a change, whether the rank does or not', () => {
    const two = requestOf(round, [{}, poor, poor]);
    expect(merge(two).result.candidates.map(({ rank, outcome }) => [rank, outcome])).toEqual([[1, 'not-recommended']]);
    expect(shortOf(two, 'without:e1')).toEqual([['80.00', 1, 'not-recommended', false]]);
    const half = requestOf(round, [{}, {}, poor], [{ kind: 'exclude-expert', expert: 'e2', application: null, ...by }]);
    expect(merge(half).result.candidates.map(({ rank, outcome }) => [rank, outcome])).toEqual([[1, 'not-recommended']]);
    expect(shortOf(half, 'without:e3')).toEqual([['100.00', 1, 'recommended', true]]);
  });

  it('nobody is left out who scores nothing, such as a chair who only presides', () => {
    const presided: Round = { ...round, assignments: round.assignments.filter(({ expert }) => expert !== 'e1') };
    const { count, variants } = sensitivity(requestOf(presided, [null, {}, {}]));
    const names = [...variants].map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('without:'))).toEqual(['without:e2', 'without:e3']);
    expect(count).toBe(names.length);
  });

  it('an expert is left out in the chair’s name, wherever on the roster the chair stands', () => {
    const [first, ...others] = round.panel;
    const panel = [...others, ...(first === undefined ? [] : [first])];
    expect(shortOf({ ...request, round: { ...round, panel } }, 'without:e3')).toEqual([['100.00', 1, 'recommended', false]]);
  });

  it('without a chair nobody can be left out', () => {
    const panel = round.panel.map((member) => ({ ...member, role: 'expert' as const }));
    const own = merge({ ...request, round: { ...round, panel } }).result.candidates[0];
    expect(shortOf({ ...request, round: { ...round, panel } }, 'without:e3')).toEqual([[own?.total, own?.rank, own?.outcome, false]]);
  });

  it('leaving an expert out comes after all that the chair decided, a withdrawn exclusion of the expert too', () => {
    const decided = (sequence: number): Resolution[] => [
      { kind: 'withdraw-exclusion', expert: 'e3', application: null, ...by, sequence },
      { kind: 'exclude-expert', expert: 'e3', application: null, ...by, sequence: sequence - 1 },
    ];
    for (const resolutions of [decided(7), decided(7).toReversed(), decided(2)]) {
      expect(shortOf({ ...request, resolutions }, 'without:e3')).toEqual([['100.00', 1, 'recommended', false]]);
      expect(shortOf({ ...request, resolutions }, 'without:e2')).toEqual([['90.00', 1, 'not-recommended', true]]);
    }
  });
});
