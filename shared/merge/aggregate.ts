import type { CandidateResult } from '../domain/result.ts';
import type { Rules } from '../domain/round.ts';
import { add, compare, type Fraction, mean, sum, zero } from '../points/fraction.ts';
import { type ExpertTotal, type ItemPoints, type StageFractions, stageSums } from './totals.ts';

export type Counted = CandidateResult['perExpert'][number]['counted'];

/** A candidate's points across its experts, exactly. */
export type Aggregate = {
  readonly stages: StageFractions;
  readonly total: Fraction;
  readonly categories: ReadonlyMap<string, Fraction>;
  /** What became of each expert's total. */
  readonly counted: ReadonlyMap<string, 'kept' | 'dropped-high' | 'dropped-low'>;
  /** The numbers whose mean (by total) or sum (by item) the total is. */
  readonly terms: readonly Fraction[];
};

/** An expert's total and the number that stands for it in the aggregate: the total itself, or its z-score-normalised form. */
export type Weighed = ExpertTotal & { readonly weight: Fraction };

/**
 * A candidate's points across `experts`, who stand in roster order; there is at least one.
 *
 * - `mean`: of all totals. Item by item it is the same number.
 * - `trimmed` by total: with `minExperts` or more (and someone left) the `dropHighest` highest and `dropLowest` lowest totals are dropped,
 *   ties in roster order; stages and categories are means over the kept experts. By item: the same within each item.
 * - `median` by total: highest and lowest are dropped in turn until one or two experts are left; by item: within each item.
 * - `z-score`: the mean of the normalised totals (`normalise.ts`), always by total; stages and categories stay plain means.
 */
export function aggregate(rules: Rules, experts: readonly Weighed[]): Aggregate {
  const { method, by } = rules.aggregate;
  const drops = dropsFor(rules, experts.length);
  if (by === 'item' && (method === 'trimmed' || method === 'median')) {
    return aggregateByItem(experts, drops);
  }
  const counted = trim(experts, drops);
  const kept = experts.filter(({ expert }) => counted.get(expert) === 'kept');
  const items = itemMeans(kept, (points) => mean(points));
  const terms = kept.map(({ weight }) => weight);
  return { stages: stageSums(items), total: mean(terms), categories: categorySums(items), counted, terms };
}

type Drops = { readonly highest: number; readonly lowest: number };

/** How many are dropped at either end among so many experts. */
function dropsFor({ aggregate: { method, minExperts, dropHighest, dropLowest } }: Rules, count: number): Drops {
  switch (method) {
    case 'mean':
    case 'z-score':
      return { highest: 0, lowest: 0 };
    case 'trimmed':
      return count >= minExperts && count > dropHighest + dropLowest
        ? { highest: dropHighest, lowest: dropLowest }
        : { highest: 0, lowest: 0 };
    case 'median': {
      const each = Math.floor((count - 1) / 2);
      return { highest: each, lowest: each };
    }
  }
}

function trim(experts: readonly Weighed[], { highest, lowest }: Drops): Aggregate['counted'] {
  const counted = new Map<string, 'kept' | 'dropped-high' | 'dropped-low'>(experts.map(({ expert }) => [expert, 'kept']));
  const drop = (how: 'dropped-high' | 'dropped-low', sign: 1 | -1) => {
    // Only a strictly more extreme total takes the place of an earlier one: ties go in roster order.
    const [extreme] = experts
      .filter(({ expert }) => counted.get(expert) === 'kept')
      .toSorted((left, right) => sign * compare(right.weight, left.weight));
    if (extreme !== undefined) {
      counted.set(extreme.expert, how);
    }
  };
  for (let dropped = 0; dropped < highest; dropped += 1) {
    drop('dropped-high', 1);
  }
  for (let dropped = 0; dropped < lowest; dropped += 1) {
    drop('dropped-low', -1);
  }
  return counted;
}

function aggregateByItem(experts: readonly Weighed[], { highest, lowest }: Drops): Aggregate {
  const items = itemMeans(experts, (points) =>
    mean(points.toSorted((left, right) => compare(left, right)).slice(lowest, points.length - highest)),
  );
  const terms = items.map(({ points }) => points);
  return {
    stages: stageSums(items),
    total: sum(terms),
    categories: categorySums(items),
    counted: new Map(experts.map(({ expert }) => [expert, 'kept'])),
    terms,
  };
}

type ItemMean = Pick<ItemPoints, 'stage' | 'category' | 'points'>;

function itemMeans(experts: readonly ExpertTotal[], meanOf: (points: readonly Fraction[]) => Fraction): ItemMean[] {
  const [first] = experts;
  if (first === undefined) {
    throw new RangeError('no expert counts');
  }
  return first.items.map(({ stage, category }, index) => ({
    stage,
    category,
    points: meanOf(experts.map(({ items }) => items[index]?.points ?? zero)),
  }));
}

function categorySums(items: readonly ItemMean[]): Map<string, Fraction> {
  const sums = new Map<string, Fraction>();
  for (const { category, points } of items) {
    sums.set(category, add(sums.get(category) ?? zero, points));
  }
  return sums;
}
