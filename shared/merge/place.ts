import type { CandidateResult } from '../domain/result.ts';

/**
 * Where each candidate stands among those of its occupation (本职业名次), in the order given: read off the ranks of the whole round, so
 * that the two can never disagree. A shared rank is a shared place; without a rank there is no place.
 */
export function placesWithinOccupation(candidates: readonly Pick<CandidateResult, 'occupation' | 'rank'>[]): (number | null)[] {
  return candidates.map(({ occupation, rank }) =>
    rank === null
      ? null
      : 1 + candidates.filter((other) => other.occupation === occupation && other.rank !== null && other.rank < rank).length,
  );
}
