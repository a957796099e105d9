import type { Election } from '#shared/api/merge.ts';
import type { RoundResult } from '#shared/domain/result.ts';
import type { MergeRequest } from '#shared/merge/index.ts';

/** The election of 组长 for the chair's board: as the result states it, and who voted before the electorate became another. */
export function electionView({ inputs, electorates = [] }: MergeRequest, { election, inputs: counting }: RoundResult): Election | null {
  if (election === undefined) {
    return null;
  }
  const current = new Set(electorates);
  const counts = new Set(counting.map(({ sha256 }) => sha256));
  const outdated = new Set(
    inputs
      .filter(({ sha256, document }) => counts.has(sha256) && document.ballots?.some(({ electors }) => !current.has(electors)) === true)
      .map(({ document }) => document.expert.id),
  );
  return { ...election, again: election.ballots.at(-1)?.notVoted.filter((id) => outdated.has(id)) ?? [] };
}
