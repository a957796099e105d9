import { describe, expect, it } from 'vitest';
import { agreement, leniencies, merge } from '#shared/merge/index.ts';
import { intraclassCorrelations } from '#shared/merge/intraclass.ts';
import { krippendorffAlpha } from '#shared/merge/krippendorff.ts';
import { randomRound } from '../../../fixtures/random-round.ts';

const none = null;
/** Krippendorff (2011), four observers and twelve units; the data of `kripp.alpha` in R's irr. */
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
  [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
];
const units = Array.from({ length: 12 }, (_, unit) => observers.map((ratings) => ratings[unit] ?? null));
/** Shrout & Fleiss (1979), table 2: six targets, four judges. */
const targets = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe('Krippendorff’s alpha', () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('is the published value on the %s scale', (metric, alpha) => {
    expect(krippendorffAlpha(units, metric)).toBeCloseTo(alpha, 3);
  });

  it('is one for full agreement and says nothing where nothing varies', () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
        ],
        'interval',
      ),
    ).toBe(1);
    expect(krippendorffAlpha([[3, 3, 3]], 'interval')).toBeNull();
    expect(krippendorffAlpha([[3, null]], 'nominal')).toBeNull();
  });
});

describe('intraclass correlations', () => {
  it('are the published values', () => {
    const icc = intraclassCorrelations(targets);
    const rounded = Object.fromEntries(Object.entries(icc).map(([name, value]) => [name, value?.toFixed(2)]));
    expect(rounded).toEqual({
      oneWaySingle: '0.17',
      randomSingle: '0.29',
      fixedSingle: '0.71',
      oneWayAverage: '0.44',
      randomAverage: '0.62',
      fixedAverage: '0.91',
    });
  });
});

describe('the agreement of a panel', () => {
  const of = (experts: number, applications: number) => agreement(merge(randomRound({ seed: 3, experts, applications })).result);

  it('is kept back below three experts or five candidates', () => {
    expect(of(2, 8).kind).toBe('suppressed');
    expect(of(5, 2)).toMatchObject({ kind: 'suppressed', experts: 5 });
    expect(of(3, 8)).toMatchObject({ kind: 'measured', experts: 3 });
  });

  const rows = (...each: (string | null)[][]) => ({
    candidates: each.map((totals, index) => ({
      application: `a${index}`,
      occupation: '示例职业',
      levels: [],
      gates: [],
      perExpert: totals.map((total, expert) => ({ expert: `e${expert + 1}`, stages: null, total, counted: 'kept' as const })),
      stages: null,
      total: null,
      rank: null,
      outcome: 'pending' as const,
      levelsRecommended: [],
      reasons: [],
      group: 'skilled' as const,
      groups: [],
    })),
  });
  const whole = [1, 2, 3, 4, 5].map((each) => [`${each}0.00`, `${each}1.00`, `${each}5.00`]);

  it('is measured from three experts and five candidates on, over those whom two experts scored', () => {
    expect(agreement(rows(...whole))).toMatchObject({ kind: 'measured', experts: 3, candidates: 5 });
    expect(agreement(rows(...whole.slice(1)))).toEqual({ kind: 'suppressed', experts: 3, candidates: 4 });
    expect(agreement(rows(...whole.map((totals) => totals.slice(1))))).toEqual({ kind: 'suppressed', experts: 2, candidates: 5 });
    // Whom one expert alone scored, and who gave nothing, count for nothing.
    const [lone, silent] = [
      [null, '90.00', null],
      [null, null, null],
    ];
    expect(agreement(rows(...whole, lone, silent))).toEqual(agreement(rows(...whole)));
    expect(agreement(rows(...whole.slice(1), lone))).toEqual({ kind: 'suppressed', experts: 3, candidates: 4 });
    expect(agreement(rows(...whole.map(([one = null, two = null]) => [one, two, null])))).toMatchObject({ kind: 'suppressed', experts: 2 });
  });

  it('has intraclass correlations over the candidates that everyone scored, five at least', () => {
    const numbers = whole.map((totals) => totals.map(Number));
    const icc = intraclassCorrelations(numbers);
    const partly = ['60.00', '61.00', null];
    expect(agreement(rows(...whole))).toMatchObject({ icc, alpha: krippendorffAlpha(numbers, 'interval') });
    expect(agreement(rows(...whole, partly))).toMatchObject({ kind: 'measured', candidates: 6, icc });
    expect(agreement(rows(...whole.slice(1), partly))).toMatchObject({ kind: 'measured', candidates: 5, icc: null });
  });

  it('is high for experts who see the same differences', () => {
    const measured = of(5, 8);
    expect(measured.kind === 'measured' && measured.alpha !== null && measured.alpha > 0.8).toBe(true);
  });
});

describe('an expert beside the others', () => {
  const result = (...rows: Record<string, string | null>[]) => ({
    candidates: rows.map((row, index) => ({
      application: `a${index}`,
      occupation: '示例职业',
      levels: [],
      gates: [],
      perExpert: Object.entries(row).map(([expert, total]) => ({ expert, stages: null, total, counted: 'kept' as const })),
      stages: null,
      total: null,
      rank: null,
      outcome: 'pending' as const,
      levelsRecommended: [],
      reasons: [],
      group: 'skilled' as const,
      groups: [],
    })),
  });

  it('is mild or strict, spreads and deviates by these figures', () => {
    const [mild, strict] = leniencies(result({ e1: '90.00', e2: '80.00', e3: '84.00' }, { e1: '70.00', e2: '66.00', e3: '74.00' }));
    // (90 − 82 + 70 − 70) ÷ 2; (80 − 87 + 66 − 72) ÷ 2
    expect([mild?.leniency, mild?.deviation, mild?.candidates]).toEqual([4, 4, 2]);
    expect([strict?.leniency, strict?.deviation]).toEqual([-6.5, 6.5]);
    expect(mild?.spread).toBeCloseTo(14.142, 3);
    expect(strict?.spread).toBeCloseTo(9.899, 3);
  });

  it('has no figure where nobody else scored, and none of it divides by zero', () => {
    expect(leniencies(result({ e1: '90.00', e2: null }))).toEqual([
      { expert: 'e1', candidates: 0, leniency: null, spread: null, deviation: null },
    ]);
    expect(leniencies(result({ e1: '90.00', e2: '90.00' }, { e1: '90.00', e2: '90.00' }))[0]).toMatchObject({
      leniency: 0,
      spread: 0,
      deviation: 0,
    });
    expect(leniencies(result())).toEqual([]);
  });
});
