import type { PanelMember } from '../domain/panel.ts';
import type { Round } from '../domain/round.ts';
import { fewestElectors } from '../domain/election.ts';

/** What is counted modulo: far above any number of votes, and eight bytes of key material each. */
const modulus = 1n << 64n;

/** One ballot of a round: who votes, on whom, in roster order, and why it was opened (null for the first). */
export type BallotPaper = {
  readonly number: number;
  readonly electors: readonly PanelMember[];
  readonly candidates: readonly PanelMember[];
  readonly reason: string | null;
};

/**
 * The ballots of a round, oldest first; the last is the one to vote in. The first is of those of the panel who score, on everyone on it;
 * further ones are as the chair opened them. Empty where the round asks for no vote or too few could vote in secret.
 */
export function ballotsOf({
  panel,
  assignments,
  election,
  ballots = [],
}: Pick<Round, 'panel' | 'assignments' | 'election' | 'ballots'>): BallotPaper[] {
  const scoring = new Set(assignments.map(({ expert }) => expert));
  const electors = election === undefined ? [] : panel.filter(({ id }) => scoring.has(id));
  if (electors.length < fewestElectors) {
    return [];
  }
  const first = { number: 1, electors, candidates: panel, reason: null };
  return [
    first,
    ...ballots.map((ballot, index) => ({
      number: index + 2,
      electors: panel.filter(({ id }) => ballot.electors.includes(id)),
      candidates: panel.filter(({ id }) => ballot.candidates.includes(id)),
      reason: ballot.reason,
    })),
  ];
}

/** A mask shared with another elector: one number per choice, added by the one of the two who stands first in the roster, taken off by the other. */
export type Mask = { readonly sign: 1n | -1n; readonly numbers: readonly bigint[] };

/** The vote for `choice`, masked; `choices` counts the candidates and, last, the abstention. */
export function maskedVote({ choice, choices }: { readonly choice: number; readonly choices: number }, masks: readonly Mask[]): string[] {
  return Array.from({ length: choices }, (_, index) => {
    const masked = masks.reduce((sum, { sign, numbers }) => sum + sign * (numbers[index] ?? 0n), index === choice ? 1n : 0n);
    return (((masked % modulus) + modulus) % modulus).toString();
  });
}

/** The votes per choice when all ballots are in; null when they are no votes (one is missing, or one was not made by the rules). */
export function countVotes(ballots: readonly (readonly string[])[], choices: number): number[] | null {
  const counts = Array.from(
    { length: choices },
    (_, choice) => ballots.reduce((sum, numbers) => sum + BigInt(numbers[choice] ?? '0'), 0n) % modulus,
  );
  const cast = BigInt(ballots.length);
  const holds = ballots.every((numbers) => numbers.length === choices) && counts.every((count) => count <= cast);
  return holds && counts.reduce((sum, count) => sum + count, 0n) === cast ? counts.map(Number) : null;
}
