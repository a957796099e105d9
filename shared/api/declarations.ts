import * as z from 'zod';
import { conflictOfInterestSchema } from '../domain/declaration.ts';
import { idSchema, instantSchema, labelSchema, proseSchema } from '../domain/values.ts';
import { procedure } from './base.ts';

const madeSchema = z.object({ at: instantSchema, text: proseSchema }).nullable();

export const declarationsViewSchema = z.object({
  /** Whether nothing can be opened before all of it is declared; a practice round only offers it. */
  asked: z.boolean(),
  signedIn: madeSchema,
  /** null where the round asks for no commitment. */
  commitment: z.object({ text: proseSchema, accepted: madeSchema }).nullable(),
  /** The vote for 组长; null where the round has none or I don't vote. What I chose is kept nowhere. */
  election: z
    .object({
      /** Which ballot is open, from 1, and why a further one is; null for the first. */
      number: z.int().positive(),
      reason: proseSchema.nullable(),
      /** Who votes in it, by name. */
      electors: z.array(labelSchema),
      /** Whether I vote in it: a further one may be without me. */
      votes: z.boolean(),
      members: z.array(z.object({ id: idSchema, name: labelSchema })),
      castAt: instantSchema.nullable(),
      /** When I voted before who votes, or on whom, became another in a later issue: that ballot counts no longer. */
      castBefore: instantSchema.nullable(),
    })
    .nullable(),
  applicants: z.array(
    z.object({
      applicant: idSchema,
      name: labelSchema,
      /** The chair has recused me from it: nothing is left to say. */
      imposed: z.boolean(),
      conflict: conflictOfInterestSchema.nullable(),
      reason: proseSchema,
    }),
  ),
});
export type DeclarationsView = z.infer<typeof declarationsViewSchema>;

const inRound = { round: idSchema };

/** What an expert says before scoring: I am here, I accept the commitment, this is how I stand to each applicant. */
export const declarationsContract = {
  get: procedure.input(z.object(inRound)).output(declarationsViewSchema),
  signIn: procedure.input(z.object({ ...inRound, place: labelSchema })).output(declarationsViewSchema),
  accept: procedure.input(z.object(inRound)).output(declarationsViewSchema),
  /** Casts my ballot, once; `member` null is an abstention. */
  vote: procedure.input(z.object({ ...inRound, member: idSchema.nullable() })).output(declarationsViewSchema),
  /** All of it or none. A later word on the same applicant supersedes an earlier one, which stays on file. */
  declareConflicts: procedure
    .input(
      z.object({
        ...inRound,
        conflicts: z.array(z.object({ applicant: idSchema, conflict: conflictOfInterestSchema, reason: proseSchema })).min(1),
      }),
    )
    .output(declarationsViewSchema),
};
