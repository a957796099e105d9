import * as z from 'zod';
import { roundResultSchema } from '../domain/result.ts';
import { idSchema, instantSchema, labelSchema, sha256Schema } from '../domain/values.ts';
import { procedure } from './base.ts';

/**
 * What became of my own sealed sheets. `counted`: my newest exported version is in the result, to the byte. `older`: an older version of
 * mine counts. `altered`: what stands there under my name is not what I sealed. `set-aside`: mine was there and did not count.
 * `missing`: I exported one and nothing of mine is there. `none`: I have exported nothing, or don't score in the round.
 */
export const mySheetsSchema = z.object({
  state: z.enum(['counted', 'older', 'altered', 'set-aside', 'missing', 'none']),
  /** The version in the result. */
  inResult: z.int().positive().nullable(),
  /** My newest exported version. */
  exported: z.int().positive().nullable(),
  /** For `set-aside`: the code that the result gives. */
  code: labelSchema.nullable(),
});
export type MySheets = z.infer<typeof mySheetsSchema>;

/** A result as a member of the panel can check it alone: from its own bytes, the round I accepted, and what I sealed. */
export const resultCheckSchema = z.object({
  file: labelSchema,
  sha256: sha256Schema,
  receivedAt: instantSchema,
  chair: labelSchema,
  mine: mySheetsSchema,
  /** Every package that counts, and whether the key that the roster gives its expert signed it. */
  inputs: z.array(
    z.object({
      expert: idSchema,
      name: labelSchema,
      sequence: z.int().positive(),
      sha256: sha256Schema,
      /** 封存码, for who wrote it down when it was read out. */
      code: z.array(z.string()),
      signedAt: instantSchema.nullable(),
      signed: z.boolean(),
    }),
  ),
  /** Whether merging what the result carries gives the ranking that it states. */
  reproduced: z.boolean(),
  /** Everything above is as it should be. */
  holds: z.boolean(),
  result: roundResultSchema,
});
export type ResultCheck = z.infer<typeof resultCheckSchema>;

export const resultsContract = {
  /** The newest result of a round that was taken in, checked once more. Refused with `result/none`. */
  get: procedure.input(z.object({ round: idSchema })).output(resultCheckSchema),
};
