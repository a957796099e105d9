import type { MergeRequest } from '#shared/merge/index.ts';
import { average, cents, less, minus, type Number_, root, times, total } from './naive-numbers.ts';

export type NaiveTotal = { readonly id: string; readonly points: Number_ };

/**
 * What a total becomes on the scale of `everyone`, which has one entry per expert and candidate: what it would be if all experts had the
 * mean and the spread of the whole panel, held between nothing and the rubric's highest. An expert without a spread of its own gives the
 * mean; without any entry nothing is moved.
 */
export function naiveScale({ round }: MergeRequest, everyone: readonly NaiveTotal[]): (id: string, points: Number_) => Number_ {
  if (everyone.length === 0) {
    return (_, points) => points;
  }
  const middle = average(everyone.map(({ points }) => points));
  const spread = spreadOf(everyone.map(({ points }) => points));
  const highest = total(round.rubric.items.map(({ max }): Number_ => [cents(max), 100n]));
  return (id, points) => {
    const own = everyone.filter((each) => each.id === id).map((each) => each.points);
    const ownSpread = own.length === 0 ? ([0n, 1n] as const) : spreadOf(own);
    const scale: Number_ = ownSpread[0] === 0n ? [0n, 1n] : root([spread[0] * ownSpread[1], spread[1] * ownSpread[0]]);
    const moved = own.length === 0 ? middle : total([middle, times(scale, minus(points, average(own)))]);
    return less(moved, [0n, 1n]) ? [0n, 1n] : less(highest, moved) ? highest : moved;
  };
}

/** The mean of the squared distances from the mean. */
function spreadOf(numbers: readonly Number_[]): Number_ {
  const middle = average(numbers);
  return average(numbers.map((each) => times(minus(each, middle), minus(each, middle))));
}
