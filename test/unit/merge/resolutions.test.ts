import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { checkResolution } from '#shared/merge/index.ts';
import { codeOf } from '../../fixtures/packages/value-of.ts';
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

  it('that does not hold leaves its matter open, and the last on a matter counts', () => {
    const request = requestOf(smallRound({ experts: 3 }), [{}, {}, { G01: { verdict: 'not-met' } }]);
    const outcomeOf = (...resolutions: Resolution[]) => merged({ ...request, resolutions }).candidate.outcome;
    expect(outcomeOf({ ...gate('G01', 'met'), by: 'e2' })).toBe('pending');
    expect(outcomeOf(gate('G01', 'met'), gate('G01', 'not-met'))).toBe('ruled-out');
    expect(outcomeOf(gate('G01', 'not-met'), gate('G01', 'met'))).toBe('recommended');
  });
});
