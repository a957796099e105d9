import { describe, expect, it } from 'vitest';
import { sensitivity } from '#shared/merge/index.ts';
import { documentOf } from '../../../fixtures/random-round.ts';
import { bestSheets, by, drone, packageOf, requestOf, smallRound } from './small-round.ts';

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

  it('states each candidate’s total, rank and outcome under the other rule, and marks what changes', () => {
    const round = smallRound({ experts: 3, applications: 2, occupations: [{ name: drone, levels: ['三级'] }] });
    const low = Object.fromEntries(['C01', 'C02', 'C03', 'C04', 'C05'].map((item) => [item, { points: '0.00' }]));
    const inputs = [1, 2, 3].map((index) => {
      const sheets = [...bestSheets(round, 'a1', index === 3 ? { ...low } : {}), ...bestSheets(round, 'a2', { A03: { points: '1.00' } })];
      return packageOf(documentOf(round, { expert: `e${index}`, sequence: 1, recusals: [], sheets }), String(index));
    });
    const all = [...sensitivity({ ...requestOf(round, []), inputs }).variants];
    const at = (name: string) => all.find((variant) => variant.name === name)?.candidates;
    const [a1, a2] = ['a1', 'a2'].map((application) => ({ application, occupation: drone }));
    // (100 + 100 + 80) ÷ 3 is behind 97; without e3, or by the median, it is ahead.
    expect(at('mean')).toEqual([
      { ...a1, total: '93.33', rank: 2, outcome: 'recommended', changed: false },
      { ...a2, total: '97.00', rank: 1, outcome: 'recommended', changed: false },
    ]);
    for (const name of ['median-total', 'without:e3']) {
      expect(at(name)).toEqual([
        { ...a1, total: '100.00', rank: 1, outcome: 'recommended', changed: true },
        { ...a2, total: '97.00', rank: 2, outcome: 'recommended', changed: true },
      ]);
    }
  });

  it('marks an outcome that changes where no rank does', () => {
    const round = smallRound({ experts: 2, occupations: [{ name: drone, levels: ['三级'] }] });
    const fails = { G01: { verdict: 'not-met' as const } };
    const { variants } = sensitivity(requestOf(round, [{}, { ...fails, G01: { verdict: 'doubtful' } }]));
    const outcomes = new Map([...variants].map(({ name, candidates: [only] }) => [name, [only?.outcome, only?.total, only?.changed]]));
    expect(outcomes.get('mean')).toEqual(['pending', '100.00', false]);
    expect(outcomes.get('without:e2')).toEqual(['recommended', '100.00', true]);
    expect(outcomes.get('without:e1')).toEqual(['pending', '100.00', false]);
  });

  it('leaves an expert out even after the chair withdrew an exclusion, and asks nothing of who does not score', () => {
    const round = smallRound({ experts: 3, occupations: [{ name: drone, levels: ['三级'] }] });
    const presided = { ...round, assignments: round.assignments.filter(({ expert }) => expert !== 'e1') };
    const withdrawn = { kind: 'withdraw-exclusion' as const, expert: 'e3', application: null, ...by, sequence: 7 };
    const { variants } = sensitivity(requestOf(presided, [null, {}, { C02: { points: '0.00' } }], [withdrawn]));
    const totals = [...variants]
      .filter(({ name }) => name.startsWith('without'))
      .map(({ name, candidates: [only] }) => [name, only?.total]);
    expect(totals).toEqual([
      ['without:e2', '96.00'],
      ['without:e3', '100.00'],
    ]);
  });

  it('has no total where a sheet is missing', () => {
    const [mean] = sensitivity(requestOf(smallRound({ experts: 2 }), [{}, null])).variants;
    expect(mean?.candidates).toEqual([
      { application: 'a1', occupation: drone, total: null, rank: null, outcome: 'pending', changed: false },
    ]);
  });
});
