import type { MergeRequest } from '#shared/merge/index.ts';
import { average, cents, less, minus, type Number_, root, times, total } from './naive-numbers.ts';

type Given = { readonly totals: readonly { readonly id: string; readonly points: Number_ }[] | null };

/**
 * Each candidate's z-score total, in the order given, null where there is none: what an expert's totals would be if all experts had the
 * mean and the spread of the whole panel, averaged, and held between nothing and the rubric's highest.
 */
export function naiveScores({ round }: MergeRequest, candidates: readonly Given[]): (Number_ | null)[] {
  const everyone = candidates.flatMap(({ totals }) => totals ?? []);
  if (everyone.length === 0) {
    return candidates.map(() => null);
  }
  const middle = average(everyone.map(({ points }) => points));
  const spread = spreadOf(everyone.map(({ points }) => points));
  const highest = total(round.rubric.items.map(({ max }): Number_ => [cents(max), 100n]));
  return candidates.map(({ totals }) =>
    totals === null
      ? null
      : average(
          totals.map(({ id, points }) => {
            const own = everyone.filter((each) => each.id === id).map((each) => each.points);
            const ownSpread = spreadOf(own);
            const scale: Number_ = ownSpread[0] === 0n ? [0n, 1n] : root([spread[0] * ownSpread[1], spread[1] * ownSpread[0]]);
            const moved = total([middle, times(scale, minus(points, average(own)))]);
            return less(moved, [0n, 1n]) ? [0n, 1n] : less(highest, moved) ? highest : moved;
          }),
        ),
  );
}

/** The mean of the squared distances from the mean. */
function spreadOf(numbers: readonly Number_[]): Number_ {
  const middle = average(numbers);
  return average(numbers.map((each) => times(minus(each, middle), minus(each, middle))));
}
