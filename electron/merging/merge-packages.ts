import type { Resolution, RoundResult } from '#shared/domain/result.ts';
import { merge, type Conflict, type MergeInput } from '#shared/merge/index.ts';
import type { Skeleton } from '../packages/bag/skeleton.ts';
import { mergeRequestOf, type RoundToMerge } from './read-score.ts';

export type PackagesToMerge = {
  readonly round: RoundToMerge;
  /** In any order, any of them any number of times. */
  readonly scores: readonly (MergeInput & { readonly skeleton: Skeleton })[];
  readonly resolutions: readonly Resolution[];
};

/** A ranking, and the packages that prove it: the round's, of all its issues, and every score's that counts or was set aside. */
export type MergedRound = {
  readonly result: RoundResult;
  /** What the chair has to decide or has decided. */
  readonly conflicts: readonly Conflict[];
  readonly inputs: readonly Skeleton[];
};

/** Merges score packages (design.md §7). The same set in any order gives the same result, byte for byte. */
export function mergePackages({ round, scores, resolutions }: PackagesToMerge): MergedRound {
  const { result, conflicts } = merge({
    ...mergeRequestOf(round),
    inputs: scores,
    resolutions,
  });
  const named = new Set([...result.inputs, ...result.setAside].map(({ sha256 }) => sha256));
  const bySha256 = new Map(scores.map(({ skeleton }) => [skeleton.sha256, skeleton]));
  const carried = [...bySha256.values()].filter(({ sha256 }) => named.has(sha256));
  return {
    result,
    conflicts,
    inputs: [round.skeleton, ...round.earlier, ...carried.toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1))],
  };
}
