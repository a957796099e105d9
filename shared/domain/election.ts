import * as z from 'zod';
import { idSchema, instantSchema, proseSchema, sha256Schema } from './values.ts';

/**
 * A ballot of the secret vote for 组长: one number per candidate and a last one for an abstention, each the vote (1 or 0) plus masks that
 * the electors share in pairs. One ballot looks like chance; in the sum of all of them the masks cancel and the votes are left.
 * `electors` is the hash of who votes on whom: masks of another electorate do not cancel.
 */
export const ballotSchema = z.strictObject({
  electors: sha256Schema,
  numbers: z.array(z.string().regex(/^(0|[1-9][0-9]{0,19})$/)).min(2),
});
export type Ballot = z.infer<typeof ballotSchema>;

/** With two electors a count would say what the other voted. */
export const fewestElectors = 3;

/** A further ballot that the chair opens by issuing again: a run-off among the tied, or a vote of those who take part. Ids of members. */
export const furtherBallotSchema = z.strictObject({
  electors: z.array(idSchema).min(fewestElectors),
  candidates: z.array(idSchema).min(2),
  reason: proseSchema.min(1),
});
export type FurtherBallot = z.infer<typeof furtherBallotSchema>;

/** So many votes for a member. */
export const votesSchema = z.strictObject({ member: idSchema, votes: z.int().positive() });
export type Votes = z.infer<typeof votesSchema>;

/**
 * The chair's word that ends the election without the secret count: the panel voted in the room, or does without an elected leader
 * (`leader` null). `votes` are those in the room.
 */
export const electionClosingSchema = z.strictObject({
  kind: z.literal('election'),
  leader: idSchema.nullable(),
  votes: z.array(votesSchema),
  abstentions: z.int().nonnegative(),
  closedAt: instantSchema,
  by: idSchema,
  reason: proseSchema,
});
export type ElectionClosing = z.infer<typeof electionClosingSchema>;

/** One ballot as a result states it: counts once every elector's is in, and never who voted for whom. */
export const ballotResultSchema = z.strictObject({
  electors: z.array(idSchema),
  candidates: z.array(idSchema),
  /** `void`: what is in is no votes. `replaced`: it was not counted and a further ballot took its place. */
  state: z.enum(['waiting', 'counted', 'void', 'replaced']),
  /** Electors whose ballot is not here. */
  notVoted: z.array(idSchema),
  /** In roster order, those who got any. */
  votes: z.array(votesSchema),
  abstentions: z.int().nonnegative(),
});
export type BallotResult = z.infer<typeof ballotResultSchema>;

/** How the election of 组长 stands, in a result: every ballot, the chair's closing, and who leads. */
export const electionResultSchema = z.strictObject({
  /** `open`: ballots are to come; `tied`: a further ballot or the chair's word is needed; `elected`; `closed`: by the chair. */
  state: z.enum(['open', 'tied', 'void', 'elected', 'closed']),
  ballots: z.array(ballotResultSchema).min(1),
  /** The members with most votes where there is more than one of them. */
  tied: z.array(idSchema),
  closing: electionClosingSchema.omit({ kind: true }).nullable(),
  leader: idSchema.nullable(),
});
export type ElectionResult = z.infer<typeof electionResultSchema>;
