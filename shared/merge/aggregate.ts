import type { CandidateResult } from '../domain/result.ts';
import type { Rules } from '../domain/round.ts';
import { type Stage, stagesInOrder } from '../domain/values.ts';
import { add, compare, type Fraction, fraction, mean, sum, zero } from '../points/fraction.ts';
import { type Hundredths, sumOfPoints } from '../points/hundredths.ts';
import type { ExpertTotal, ScoredItem, StageFractions } from './totals.ts';

export type Counted = CandidateResult['perExpert'][number]['counted'];
export type StagesCounted = NonNullable<CandidateResult['perExpert'][number]['stagesCounted']>;
type KeptOrDropped = NonNullable<StagesCounted[Stage]>;

/** The points of a candidate's level group across its experts, exactly. */
export type Aggregate = {
  readonly stages: StageFractions;
  readonly total: Fraction;
  readonly categories: ReadonlyMap<string, Fraction>;
  /** What became of each expert's total; all are kept where nothing is dropped by total. */
  readonly counted: ReadonlyMap<string, KeptOrDropped>;
  /** Where the rule goes by stage: what became of what each expert gave there. */
  readonly stagesCounted: ReadonlyMap<string, StagesCounted> | null;
  /** The total is the sum of the means of these: one of all kept totals, one a stage, or the item means, each by itself. */
  readonly means: readonly (readonly Fraction[])[];
};

/** An expert's total and the number that stands for it in the aggregate: the total itself, or its z-score-normalised form. */
export type Weighed = ExpertTotal & { readonly weight: Fraction };

/**
 * The points across `experts`, who stand in roster order; there is at least one, and for each stage that carries points one who
 * scored it.
 *
 * - `mean`: of all totals. Stage by stage or item by item it is the same number, wherever everyone scored everything.
 * - `trimmed` by total: with `minExperts` or more (and someone left) the `dropHighest` highest and `dropLowest` lowest totals are dropped,
 *   ties in roster order; stages and categories are means over the kept experts. By stage: the same with what was given in each stage,
 *   among those who scored it, and the total is the sum of the stages. By item: the same within each item.
 * - `median` by total: highest and lowest are dropped in turn until one or two experts are left; by stage and by item: within each.
 * - `z-score`: the mean of the normalised totals (`normalise.ts`), always by total; stages and categories stay plain means.
 *
 * By total everyone must have a total (`comparesTotals`): a round in which someone scores only some stages can't be issued under such a
 * rule.
 */
export function aggregate(rules: Rules, experts: readonly Weighed[]): Aggregate {
  const { method, by } = rules.aggregate;
  if (method === 'z-score' || by === 'total') {
    const { items, counted, terms } = together(rules, experts);
    return { ...sumsOf(items), total: mean(terms), counted, stagesCounted: null, means: [terms] };
  }
  return by === 'stage' ? byStage(rules, experts) : byItem(rules, experts);
}

type Part = {
  readonly items: readonly ItemMean[];
  readonly counted: ReadonlyMap<string, KeptOrDropped>;
  readonly terms: readonly Fraction[];
};

/** Drops whole experts by their weights; items are means over those kept. */
function together(rules: Rules, experts: readonly Weighed[]): Part {
  const counted = trim(experts, dropsFor(rules, experts.length));
  const kept = experts.filter(({ expert }) => counted.get(expert) === 'kept');
  return { items: itemMeans(kept, meanOfPoints), counted, terms: kept.map(({ weight }) => weight) };
}

function byStage(rules: Rules, experts: readonly Weighed[]): Aggregate {
  const parts = stagesInOrder.flatMap((stage) => {
    const own = experts.flatMap((expert) => {
      const weight = expert.stages[stage];
      return weight === null ? [] : [{ ...expert, items: expert.items.filter(({ scored }) => scored.stage === stage), weight }];
    });
    return own.length === 0 ? [] : [{ stage, ...together(rules, own) }];
  });
  const items = parts.flatMap((part) => part.items);
  const means = parts.map(({ terms }) => terms);
  const stagesCounted = experts.map(({ expert }): [string, StagesCounted] => [
    expert,
    Object.fromEntries(
      parts.flatMap(({ stage, counted }) => {
        const own = counted.get(expert);
        return own === undefined ? [] : [[stage, own]];
      }),
    ),
  ]);
  return { ...sumsOf(items), total: sum(means.map(mean)), counted: allKept(experts), stagesCounted: new Map(stagesCounted), means };
}

function byItem(rules: Rules, experts: readonly Weighed[]): Aggregate {
  const items = itemMeans(experts, (points) => {
    const { highest, lowest } = dropsFor(rules, points.length);
    return meanOfPoints(points.toSorted((left, right) => Number(left - right)).slice(lowest, points.length - highest));
  });
  const means = items.map(({ points }) => points);
  return { ...sumsOf(items), total: sum(means), counted: allKept(experts), stagesCounted: null, means: means.map((each) => [each]) };
}

function allKept(experts: readonly Weighed[]): Aggregate['counted'] {
  return new Map(experts.map(({ expert }) => [expert, 'kept']));
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
  const counted = new Map(allKept(experts));
  const drop = (how: Exclude<KeptOrDropped, 'kept'>, sign: 1 | -1) => {
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

type ItemMean = Pick<ScoredItem, 'stage' | 'category'> & { readonly points: Fraction };

/** Item by item over those who scored it. */
function itemMeans(experts: readonly ExpertTotal[], meanOf: (points: readonly Hundredths[]) => Fraction): ItemMean[] {
  const columns = new Map<string, { readonly scored: ScoredItem; readonly points: Hundredths[] }>();
  for (const { items } of experts) {
    for (const { scored, points } of items) {
      const column = columns.get(scored.item);
      if (column === undefined) {
        columns.set(scored.item, { scored, points: [points] });
      } else {
        column.points.push(points);
      }
    }
  }
  return [...columns.values()].map(({ scored: { stage, category }, points }) => ({ stage, category, points: meanOf(points) }));
}

function meanOfPoints(points: readonly Hundredths[]): Fraction {
  return fraction(sumOfPoints(points), 100n * BigInt(points.length));
}

function sumsOf(items: readonly ItemMean[]): Pick<Aggregate, 'stages' | 'categories'> {
  const categories = new Map<string, Fraction>();
  for (const { category, points } of items) {
    categories.set(category, add(categories.get(category) ?? zero, points));
  }
  const inStage = (stage: Stage) => sum(items.flatMap((item) => (item.stage === stage ? [item.points] : [])));
  return { stages: { document: inStage('document'), visit: inStage('visit'), roadshow: inStage('roadshow') }, categories };
}
