import * as z from 'zod';
import { idSchema } from '../domain/values.ts';

const names = z.object({ added: z.array(z.string()), removed: z.array(z.string()), changed: z.array(z.string()) });

/** What one version of a round says otherwise than the one before, by the names people know things by. */
export const roundChangesSchema = z.object({
  /** The number that the new version will have. */
  issue: z.int().positive(),
  about: z.array(z.enum(['title', 'authority', 'notice', 'schedule', 'commitment', 'election', 'ballots'])),
  panel: names,
  applications: names,
  /** Items of the rubric by their codes. */
  items: names,
  /** Rubric as a whole: its title, notes, order. */
  rubric: z.boolean(),
  rules: z.boolean(),
  assignments: z.object({ added: z.int().nonnegative(), removed: z.int().nonnegative() }),
  recusals: z.object({ added: z.int().nonnegative(), removed: z.int().nonnegative() }),
  /** Who no longer scores what they had to score, where others still do; the reason that stands in the round, null without one. */
  leftOut: z.array(z.object({ expert: idSchema, name: z.string(), applications: z.array(z.string()), reason: z.string().nullable() })),
  /** Scores have come in, so that each of `leftOut` needs a reason. */
  leftOutNeedsReason: z.boolean(),
  /** Every expert has to seal anew: what was sealed before was scored by another rubric or other rules. */
  sealAnew: z.boolean(),
  /**
   * `anew`: who votes for 组长, or on whom, is another, and ballots cast before count no longer; `none`: too few are left to vote in secret;
   * `further`: a further ballot is opened, and earlier ones count as they are.
   */
  vote: z.enum(['same', 'anew', 'none', 'further']),
});
export type RoundChanges = z.infer<typeof roundChangesSchema>;
