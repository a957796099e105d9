import * as z from 'zod';
import type { PanelMember } from '../domain/panel.ts';
import type { Round } from '../domain/round.ts';
import { sha256Schema } from '../domain/values.ts';

/** What is counted modulo: far above any number of votes, and eight bytes of key material each. */
const modulus = 1n << 64n;

/** With two electors a count would say what the other voted. */
const fewestElectors = 3;

/**
 * A ballot of the secret vote for 组长: one number per member of the panel, in roster order, each the vote (1 or 0) plus masks that the
 * electors share in pairs. One ballot looks like chance; in the sum of all of them the masks cancel and the votes are left.
 * `electors` is the hash of who votes on whom: masks of another electorate do not cancel.
 */
export const ballotSchema = z.strictObject({
  electors: sha256Schema,
  numbers: z.array(z.string().regex(/^(0|[1-9][0-9]{0,19})$/)).min(1),
});
export type Ballot = z.infer<typeof ballotSchema>;

/** Who votes: those of the panel who score, in roster order; empty where the round asks for no vote or too few could vote in secret. */
export function electorsOf({ panel, assignments, election }: Pick<Round, 'panel' | 'assignments' | 'election'>): PanelMember[] {
  const scoring = new Set(assignments.map(({ expert }) => expert));
  const electors = election === undefined ? [] : panel.filter(({ id }) => scoring.has(id));
  return electors.length < fewestElectors ? [] : electors;
}

/** A mask shared with another elector: one number per member, added by the one of the two who stands first in the roster, taken off by the other. */
export type Mask = { readonly sign: 1n | -1n; readonly numbers: readonly bigint[] };

/** The vote for the member at `choice` among `members`, masked. */
export function maskedVote({ choice, members }: { readonly choice: number; readonly members: number }, masks: readonly Mask[]): string[] {
  return Array.from({ length: members }, (_, member) => {
    const masked = masks.reduce((sum, { sign, numbers }) => sum + sign * (numbers[member] ?? 0n), member === choice ? 1n : 0n);
    return (((masked % modulus) + modulus) % modulus).toString();
  });
}

/** The votes per member when all ballots are in; null when they are no votes (one is missing, or one was not made by the rules). */
export function countVotes(ballots: readonly (readonly string[])[], members: number): number[] | null {
  const counts = Array.from(
    { length: members },
    (_, member) => ballots.reduce((sum, numbers) => sum + BigInt(numbers[member] ?? '0'), 0n) % modulus,
  );
  const cast = BigInt(ballots.length);
  const holds = ballots.every((numbers) => numbers.length === members) && counts.every((count) => count <= cast);
  return holds && counts.reduce((sum, count) => sum + count, 0n) === cast ? counts.map(Number) : null;
}
