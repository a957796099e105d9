import { describe, expect, it } from 'vitest';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import { drone, merged, n, type Otherwise, requestOf, smallRound } from './small-round.ts';

const low = Object.fromEntries(['C01', 'C02', 'C03', 'C04', 'C05'].map((item) => [item, { points: '0.00' }]));
const none = { value: { kind: 'ratio' as const, count: '0', of: '12' } };
const within = (share: string): Rules => ({ ...defaultRules, deviation: { ...defaultRules.deviation, share } });
const deviations = (share: string, answers: readonly Otherwise[]) =>
  merged(
    requestOf(smallRound({ experts: 3, occupations: [{ name: drone, levels: ['三级', '二级'] }], rules: within(share) }), answers),
  ).conflicts.map(({ kind, levelGroup, experts, statements }) => [kind, levelGroup, experts, statements.map(({ points }) => points)]);

describe('a deviation of a candidate with two level groups', () => {
  it('is asked once, with the points of the leading group, where both show it', () => {
    const lacking = { 'A26@skilled': none };
    expect(deviations('0.15', [lacking, lacking, { ...lacking, ...low }])).toEqual([
      ['deviation', 'technician', ['e3'], ['100.00', '100.00', '80.00']],
    ]);
    expect(deviations('0.15', [{}, {}, low])).toEqual([['deviation', 'skilled', ['e3'], ['100.00', '100.00', '80.00']]]);
  });

  it('is asked with the points of the other group where that alone shows it', () => {
    const lacking = { 'A26@technician': none };
    // 20.00 of 100.00 is the share itself and not beyond it; of 96.00 it is beyond.
    expect(deviations('0.20', [lacking, lacking, { ...lacking, ...low }])).toEqual([
      ['deviation', 'technician', ['e3'], ['96.00', '96.00', '76.00']],
    ]);
  });

  it('is asked of each expert who deviates, in roster order', () => {
    const lacking = { 'A26@technician': none };
    expect(deviations('0.05', [{ ...lacking, ...low }, lacking, lacking]).map((each) => each[2])).toEqual([['e1'], ['e2'], ['e3']]);
  });

  it('is not asked while a measurement of the group waits, since the points are not settled', () => {
    const lacking = { 'A26@technician': none };
    const disputed = (place: string): Otherwise[] => [
      { ...lacking, [place]: n('9') },
      { ...lacking, [place]: n('10') },
      { ...lacking, ...low, [place]: n('10') },
    ];
    expect(deviations('0.20', disputed('A12@technician'))).toEqual([
      ['measurement', 'technician', ['e1', 'e2', 'e3'], ['4.50', '5.00', '5.00']],
    ]);
    const everywhere = [{ A06: n('1') }, {}, low];
    expect(deviations('0.15', everywhere).map(([kind]) => kind)).toEqual(['measurement']);
  });
});
