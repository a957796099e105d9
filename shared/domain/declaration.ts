import * as z from 'zod';
import { idSchema, instantSchema, proseSchema } from './values.ts';

/**
 * What an expert declares before scoring: 签到, and the commitment (承诺书) accepted word for word. `signature` is a detached JWS by the
 * expert's key over the canonical JSON of `{round, text, acceptedAt}` with `round` the hash of the round's package.
 */
export const declarationSchema = z.strictObject({
  kind: z.enum(['sign-in', 'commitment']).optional(),
  text: proseSchema,
  acceptedAt: instantSchema,
  signature: z.string().max(2000).optional(),
});
export type Declaration = z.infer<typeof declarationSchema>;

/** How an expert stands to an applicant: nothing in the way, employed there within two years, kin, or something else. */
export const conflictOfInterestSchema = z.enum(['none', 'employed', 'kin', 'other']);
export type ConflictOfInterest = z.infer<typeof conflictOfInterestSchema>;

/** What an expert said of one applicant before opening anything of it. All but `none` is a recusal, too. */
export const conflictDeclarationSchema = z.strictObject({
  applicant: idSchema,
  conflict: conflictOfInterestSchema,
  declaredAt: instantSchema,
});
export type ConflictDeclaration = z.infer<typeof conflictDeclarationSchema>;
