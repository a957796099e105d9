import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { checkResolution } from '#shared/merge/index.ts';
import { codeOf } from '../../../fixtures/packages/value-of.ts';
import { by, gate, merged, requestOf, smallRound } from './small-round.ts';

describe('a resolution', () => {
  const round = smallRound({ experts: 2 });

  it('is the chair’s, has a reason and fits the round', () => {
    expect(codeOf(checkResolution(round, gate('G01', 'met')))).toBe('ok');
    expect(codeOf(checkResolution(round, { ...gate('G01', 'met'), by: 'e2' }))).toBe('merge/resolution-not-chair');
    expect(codeOf(checkResolution(round, { ...gate('G01', 'met'), reason: ' ' }))).toBe('merge/resolution-reason-missing');
    expect(codeOf(checkResolution(round, gate('A07', 'met')))).toBe('merge/resolution-unfit');
    expect(codeOf(checkResolution(round, gate('G01', 'met', 'skilled')))).toBe('merge/resolution-unfit');
    const measurement = { kind: 'measurement' as const, application: 'a1', occupation: null, levelGroup: null, item: 'B02', ...by };
    expect(codeOf(checkResolution(round, { ...measurement, value: { kind: 'number', number: '61' } }))).toBe('ok');
    expect(codeOf(checkResolution(round, { ...measurement, value: { kind: 'number', number: '-1' } }))).toBe('merge/resolution-unfit');
    expect(codeOf(checkResolution(round, { ...measurement, value: 61 }))).toBe('merge/resolution-unfit');
  });

  it('that does not hold leaves its matter open, and of several on a matter the highest sequence counts, wherever it stands', () => {
    const request = requestOf(smallRound({ experts: 3 }), [{}, {}, { G01: { verdict: 'not-met' } }]);
    const outcomeOf = (...resolutions: Resolution[]) => merged({ ...request, resolutions }).candidate.outcome;
    expect(outcomeOf({ ...gate('G01', 'met'), by: 'e2' })).toBe('pending');
    const [first, second] = [gate('G01', 'met'), { ...gate('G01', 'not-met'), sequence: 2 }];
    expect(outcomeOf(first, second)).toBe('ruled-out');
    expect(outcomeOf(second, first)).toBe('ruled-out');
    expect(outcomeOf({ ...first, sequence: 3 }, second)).toBe('recommended');
    expect(outcomeOf({ ...second, by: 'e2' }, first)).toBe('recommended');
    const { result } = merged({ ...request, resolutions: [{ ...gate('G02', 'met'), sequence: 4 }, second, first] });
    expect(result.resolutions.map(({ sequence }) => sequence)).toEqual([2, 4]);
  });

  it('withdraws an exclusion, at the place where it was made and until the next', () => {
    const request = requestOf(smallRound({ experts: 2 }), [{}, { C02: { points: '2.00' } }]);
    const matter = { expert: 'e2', application: 'a1', ...by };
    const [exclude, withdraw] = [
      { ...matter, kind: 'exclude-expert' as const },
      { ...matter, kind: 'withdraw-exclusion' as const, sequence: 2 },
    ];
    const totalOf = (...resolutions: Resolution[]) => merged({ ...request, resolutions }).candidate.total;
    expect(totalOf(exclude)).toBe('100.00');
    expect(totalOf(withdraw, exclude)).toBe('99.00');
    expect(totalOf({ ...exclude, sequence: 3 }, withdraw)).toBe('100.00');
    // Excluded from everything is another matter than excluded here.
    expect(totalOf({ ...exclude, application: null }, withdraw)).toBe('100.00');
    expect(totalOf({ ...exclude, application: null }, { ...withdraw, application: null })).toBe('99.00');
    expect(codeOf(checkResolution(round, { ...withdraw, expert: 'e9' }))).toBe('merge/resolution-unfit');
    expect(codeOf(checkResolution(round, { ...withdraw, application: 'a9' }))).toBe('merge/resolution-unfit');
  });
});
