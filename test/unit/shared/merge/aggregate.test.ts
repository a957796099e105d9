import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import { aggregate, type Weighed } from '#shared/merge/aggregate.ts';
import { formatFraction, fractionOfPoints, sum } from '#shared/points/fraction.ts';
import { parsePoints } from '#shared/points/hundredths.ts';

type Given = readonly [document: string | null, visit: string | null, roadshow: string | null];

/** Experts e1, e2 … with one item a stage; null where the stage is not theirs. */
const panel = (...given: readonly Given[]): Weighed[] =>
  given.map((points, index) => {
    const items = stagesInOrder.flatMap((stage, place) => {
      const own = points[place] ?? null;
      const scored = { item: stage, stage, category: stage === 'roadshow' ? '路演' : '材料', levelGroup: null, key: stage };
      return own === null ? [] : [{ scored, points: parsePoints(own) }];
    });
    const inStage = (place: number) => (points[place] === null ? null : fractionOfPoints(parsePoints(points[place] ?? '0.00')));
    const total = items.length < 3 ? null : sum(items.map((each) => fractionOfPoints(each.points)));
    return {
      expert: `e${index + 1}`,
      items,
      stages: { document: inStage(0), visit: inStage(1), roadshow: inStage(2) },
      total,
      weight: total ?? fractionOfPoints(0n),
    };
  });

const rulesOf = (change: Partial<Rules['aggregate']>): Rules => ({
  ...defaultRules,
  aggregate: { ...defaultRules.aggregate, minExperts: 3, ...change },
});
const short = { kept: '=', 'dropped-high': '↑', 'dropped-low': '↓' } as const;
const countedOf = (found: ReturnType<typeof aggregate>) => [...found.counted.values()].map((how) => short[how]).join('');

/** Four experts whose totals are 30, 60, 60 and 90. */
const four: readonly Given[] = [
  ['10.00', '10.00', '10.00'],
  ['20.00', '10.00', '30.00'],
  ['30.00', '20.00', '10.00'],
  ['40.00', '30.00', '20.00'],
];

describe('the points across experts', () => {
  it.each<[string, Partial<Rules['aggregate']>, string, string, string, string]>([
    ['the plain mean', { method: 'mean' }, '60', '25 17.5 17.5', '====', '材料 42.5, 路演 17.5'],
    ['trimmed totals', { method: 'trimmed' }, '60', '25 15 20', '↓==↑', '材料 40, 路演 20'],
    ['two highest dropped', { method: 'trimmed', dropHighest: 2, dropLowest: 0 }, '45', '20 15 10', '=↑=↑', '材料 35, 路演 10'],
    ['two lowest dropped', { method: 'trimmed', dropHighest: 0, dropLowest: 2 }, '75', '35 25 15', '↓↓==', '材料 60, 路演 15'],
    ['too few to trim', { method: 'trimmed', minExperts: 5 }, '60', '25 17.5 17.5', '====', '材料 42.5, 路演 17.5'],
    ['just enough to trim', { method: 'trimmed', minExperts: 4 }, '60', '25 15 20', '↓==↑', '材料 40, 路演 20'],
    ['all would be dropped', { method: 'trimmed', dropHighest: 2, dropLowest: 2 }, '60', '25 17.5 17.5', '====', '材料 42.5, 路演 17.5'],
    ['all but one are dropped', { method: 'trimmed', dropHighest: 2, dropLowest: 1 }, '60', '30 20 10', '↓↑=↑', '材料 50, 路演 10'],
    ['the median of totals', { method: 'median' }, '60', '25 15 20', '↓==↑', '材料 40, 路演 20'],
    // By item and by stage each column is trimmed by itself: 10 20 30 40, 10 10 20 30, 10 30 10 20.
    ['trimmed items', { method: 'trimmed', by: 'item' }, '55', '25 15 15', '====', '材料 40, 路演 15'],
    ['trimmed stages', { method: 'trimmed', by: 'stage' }, '55', '25 15 15', '====', '材料 40, 路演 15'],
    ['the median of items', { method: 'median', by: 'item' }, '55', '25 15 15', '====', '材料 40, 路演 15'],
    [
      'items without the highest',
      { method: 'trimmed', by: 'item', dropLowest: 0 },
      '140/3',
      '20 40/3 40/3',
      '====',
      '材料 100/3, 路演 40/3',
    ],
    ['items without the lowest', { method: 'trimmed', by: 'item', dropHighest: 0 }, '70', '30 20 20', '====', '材料 50, 路演 20'],
    ['z-scores keep plain stages', { method: 'z-score', by: 'item' }, '60', '25 17.5 17.5', '====', '材料 42.5, 路演 17.5'],
  ])('%s', (_, change, total, stages, counted, categories) => {
    const found = aggregate(rulesOf(change), panel(...four));
    expect({
      total: formatFraction(found.total),
      stages: stagesInOrder.map((stage) => formatFraction(found.stages[stage])).join(' '),
      counted: countedOf(found),
      categories: [...found.categories].map(([category, points]) => `${category} ${formatFraction(points)}`).join(', '),
    }).toEqual({ total, stages, counted, categories });
  });

  it.each([
    [1, '='],
    [2, '=='],
    [3, '↓=↑'],
    [4, '↓==↑'],
    [5, '↓↓=↑↑'],
    [6, '↓↓==↑↑'],
    [7, '↓↓↓=↑↑↑'],
  ])('the median of %i experts keeps the one or two in the middle: %s', (count, kept) => {
    const rising = Array.from({ length: count }, (_, index): Given => [`${index + 1}.00`, '0.00', '0.00']);
    expect(countedOf(aggregate(rulesOf({ method: 'median' }), panel(...rising)))).toBe(kept);
  });

  it('ties are dropped in roster order: the first of the highest, then the first of the lowest that is left', () => {
    const totals = (...points: string[]) => panel(...points.map((each): Given => [each, '0.00', '0.00']));
    const trimmed = (...points: string[]) => countedOf(aggregate(rulesOf({ method: 'trimmed' }), totals(...points)));
    expect(trimmed('5.00', '9.00', '9.00', '5.00')).toBe('↓↑==');
    expect(trimmed('9.00', '5.00', '5.00', '9.00')).toBe('↑↓==');
    expect(trimmed('7.00', '7.00', '7.00')).toBe('↑↓=');
  });

  it('by stage says of each expert what became of the own stages, and nothing of the others', () => {
    const found = aggregate(
      rulesOf({ method: 'trimmed', by: 'stage' }),
      panel(['10.00', '10.00', null], ['20.00', null, '20.00'], ['30.00', '20.00', '10.00'], [null, null, '30.00']),
    );
    expect(Object.fromEntries(found.stagesCounted ?? [])).toEqual({
      e1: { document: 'dropped-low', visit: 'kept' },
      e2: { document: 'kept', roadshow: 'kept' },
      e3: { document: 'dropped-high', visit: 'kept', roadshow: 'dropped-low' },
      e4: { roadshow: 'dropped-high' },
    });
    expect(found.means.map((terms) => terms.map(formatFraction))).toEqual([['20'], ['10', '20'], ['20']]);
    expect([formatFraction(found.total), aggregate(rulesOf({ by: 'total' }), panel(...four)).stagesCounted]).toEqual(['55', null]);
  });

  it('by item spells out one mean an item, by total one of all kept totals', () => {
    const means = (change: Partial<Rules['aggregate']>) =>
      aggregate(rulesOf(change), panel(...four)).means.map((terms) => terms.map(formatFraction));
    expect(means({ by: 'item' })).toEqual([['25'], ['15'], ['15']]);
    expect(means({ by: 'total' })).toEqual([['60', '60']]);
  });

  it('is between the lowest and the highest total, and what the others gave does not move an expert’s own', () => {
    const points = fc.integer({ min: 0, max: 3000 }).map((each) => (each / 100).toFixed(2));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(points, points, points), { minLength: 1, maxLength: 9 }),
        fc.constantFrom('mean', 'trimmed', 'median'),
        (given, method) => {
          const experts = panel(...given);
          const hundredths = experts.map(({ items }) => items.reduce((total, each) => total + each.points, 0n));
          const { total } = aggregate(rulesOf({ method }), experts);
          const scaled = (total.numerator * 100n) / total.denominator;
          expect(scaled >= hundredths.reduce((left, right) => (left < right ? left : right))).toBe(true);
          expect(scaled <= hundredths.reduce((left, right) => (left > right ? left : right))).toBe(true);
        },
      ),
    );
  });
});
