import { describe, expect, it } from 'vitest';
import type { CandidateResult } from '#shared/domain/result.ts';
import { agreement } from '#shared/merge/index.ts';

type Row = readonly (string | null)[];

/** A result in which expert e1 gave each candidate the first of these totals, e2 the second …; an expert who is not named gave nothing. */
const result = (rows: readonly Row[]) => ({
  candidates: rows.map((row, index): CandidateResult => ({
    application: `a${index + 1}`,
    occupation: '示例职业（虚构）',
    levels: ['五级'],
    gates: [],
    perExpert: row.map((total, expert) => ({ expert: `e${expert + 1}`, stages: null, total, counted: 'kept' })),
    stages: null,
    total: null,
    rank: null,
    outcome: 'pending',
    levelsRecommended: [],
    reasons: [],
    group: 'skilled',
    groups: [],
  })),
});

/** Shrout & Fleiss (1979), table 2: six targets, four judges. */
const published: Row[] = [
  ['9.00', '2.00', '5.00', '8.00'],
  ['6.00', '1.00', '3.00', '2.00'],
  ['8.00', '4.00', '6.00', '8.00'],
  ['7.00', '1.00', '2.00', '6.00'],
  ['10.00', '5.00', '6.00', '9.00'],
  ['6.00', '2.00', '4.00', '7.00'],
];
const [first = []] = published;
/** A candidate of three experts alone. */
const incomplete: Row = ['9.00', '9.00', '9.00', null];

const coefficientsOf = (rows: readonly Row[]) => {
  const measured = agreement(result(rows));
  return measured.kind === 'measured' && measured.icc !== null
    ? Object.fromEntries(Object.entries(measured.icc).map(([name, value]) => [name, value?.toFixed(2)]))
    : null;
};
const inPrint = {
  oneWaySingle: '0.17',
  randomSingle: '0.29',
  fixedSingle: '0.71',
  oneWayAverage: '0.44',
  randomAverage: '0.62',
  fixedAverage: '0.91',
};

describe('the agreement of a panel on its totals', () => {
  it.each<[string, readonly Row[], number, number]>([
    ['two experts, however many the candidates', published.map((row) => row.slice(0, 2)), 2, 6],
    ['four candidates, however many the experts', published.slice(0, 4), 4, 4],
    ['five candidates of which one is scored by one expert alone', [...published.slice(0, 4), ['9.00', null, null, null]], 4, 4],
    ['five candidates of which one is scored by nobody', [...published.slice(0, 4), [null, null, null, null]], 4, 4],
    [
      'three experts of whom one scored no candidate together with another',
      [...published.map((row) => row.slice(0, 2)), [null, null, '9.00']],
      2,
      6,
    ],
    ['no candidates', [], 0, 0],
  ])('is kept back for %s', (_, rows, experts, candidates) => {
    expect(agreement(result(rows))).toEqual({ kind: 'suppressed', experts, candidates });
  });

  it.each<[string, readonly Row[], number, number]>([
    ['three experts and five candidates', published.slice(0, 5).map((row) => row.slice(0, 3)), 3, 5],
    ['four experts and six candidates', published, 4, 6],
    ['as many as scored one candidate together with another', [...published, ['9.00', null, null, null], incomplete], 4, 7],
  ])('is measured from %s on', (_, rows, experts, candidates) => {
    expect(agreement(result(rows))).toMatchObject({ kind: 'measured', experts, candidates });
  });

  it('has the published coefficients, over the candidates alone that all of the experts scored', () => {
    expect(coefficientsOf(published)).toEqual(inPrint);
    expect(coefficientsOf([incomplete, ...published, incomplete, [null, '1.00', '9.00', null]])).toEqual(inPrint);
  });

  it('has coefficients from five such candidates on, and says nothing of four', () => {
    const of = (complete: number) => agreement(result([...published.slice(0, complete), incomplete, incomplete]));
    expect(of(4)).toMatchObject({ kind: 'measured', candidates: 6, icc: null });
    expect(of(5)).toMatchObject({ kind: 'measured', candidates: 7 });
    expect(of(5)).not.toMatchObject({ icc: null });
  });

  it('is one where all say the same of each, though not all score each, and undefined where nothing varies', () => {
    const same = ['9.00', '6.00', '8.00', '7.00', '10.00'].map((total): Row => [total, total, total]);
    expect(agreement(result([...same, ['5.00', null, '5.00']]))).toMatchObject({ kind: 'measured', alpha: 1 });
    expect(agreement(result(Array.from({ length: 5 }, () => first.map(() => '8.00'))))).toMatchObject({
      kind: 'measured',
      alpha: null,
      icc: { oneWaySingle: null, fixedSingle: null, randomAverage: null },
    });
  });
});
