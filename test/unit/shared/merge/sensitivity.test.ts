import { describe, expect, it } from 'vitest';
import { sensitivity } from '#shared/merge/index.ts';
import { documentOf } from '../../../fixtures/random-round.ts';
import { bestSheets, drone, packageOf, requestOf, smallRound } from './small-round.ts';

describe('sensitivity', () => {
  it('says which other rule or which missing expert would change a rank or an outcome', () => {
    const round = smallRound({ experts: 3, applications: 2, occupations: [{ name: drone, levels: ['三级'] }] });
    const one = requestOf(round, [{}, {}, {}]);
    const sheets = [
      ...bestSheets(round, 'a1', { C02: { points: '0.00' }, C03: { points: '0.00' } }),
      ...bestSheets(round, 'a2', { A03: { points: '2.00' } }),
    ];
    const inputs = [...one.inputs.slice(0, 2), packageOf(documentOf(round, { expert: 'e3', sequence: 1, recusals: [], sheets }), 'f')];
    const { count, variants: each } = sensitivity({ ...one, inputs });
    const variants = [...each];
    expect(count).toBe(variants.length);
    expect(variants.map(({ name }) => name)).toEqual([
      'mean',
      'trimmed-total',
      'trimmed-stage',
      'trimmed-item',
      'median-total',
      'median-stage',
      'median-item',
      'z-score',
      'without:e1',
      'without:e2',
      'without:e3',
    ]);
    expect(variants.find(({ name }) => name === 'without:e3')?.candidates.map(({ rank, changed }) => [rank, changed])).toEqual([
      [1, true],
      [1, false],
    ]);
    expect(variants.find(({ name }) => name === 'mean')?.candidates.every(({ changed }) => !changed)).toBe(true);
  });
});
