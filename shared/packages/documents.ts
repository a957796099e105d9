import * as z from 'zod';
import { applicationSchema } from '../domain/application.ts';
import { conflictDeclarationSchema, declarationSchema } from '../domain/declaration.ts';
import { recusalSchema } from '../domain/panel.ts';
import { roundResultSchema } from '../domain/result.ts';
import { roundSchema } from '../domain/round.ts';
import { ballotSchema } from '../domain/election.ts';
import { sheetSchema, slotSchema } from '../domain/sheet.ts';
import { idSchema, instantSchema, labelSchema, proseSchema, sha256Schema, stageSchema } from '../domain/values.ts';
import type { PackageKind } from './kinds.ts';

/** `data/document.json` of each kind (design.md §9). Order of keys does not matter: it is written as canonical JSON (RFC 8785). */
export const applicationDocumentSchema = z.strictObject({
  kind: z.literal('application'),
  format: z.literal(1),
  ...applicationSchema.shape,
});
export const roundDocumentSchema = z.strictObject({ kind: z.literal('round'), format: z.literal(1), ...roundSchema.shape });

const roundReferenceSchema = z.strictObject({ id: idSchema, sha256: sha256Schema });

/** The head of a workspace's audit chain at the moment of sealing. */
const auditHeadSchema = z.strictObject({ head: sha256Schema, count: z.int().nonnegative() });

export const scoreDocumentSchema = z.strictObject({
  kind: z.literal('score'),
  format: z.literal(1),
  round: roundReferenceSchema,
  rubricSha256: sha256Schema,
  rulesSha256: sha256Schema,
  expert: z.strictObject({ id: idSchema, name: labelSchema, key: labelSchema }),
  sequence: z.int().positive(),
  sealedAt: instantSchema,
  declarations: z.array(declarationSchema),
  /** What was said of each applicant, also that nothing stands in the way; absent in packages of before this was asked. */
  conflicts: z.array(conflictDeclarationSchema).optional(),
  recusals: z.array(recusalSchema.omit({ expert: true })),
  sheets: z.array(sheetSchema),
  /** In the election of 组长, one per ballot of the round that the expert has voted in; absent without any. */
  ballots: z.array(ballotSchema).min(1).optional(),
  audit: auditHeadSchema,
});
export type ScoreDocument = z.infer<typeof scoreDocumentSchema>;

export const returnDocumentSchema = z.strictObject({
  kind: z.literal('return'),
  format: z.literal(1),
  round: roundReferenceSchema,
  expert: idSchema,
  /** The score package this answers. */
  sequence: z.int().positive(),
  score: sha256Schema,
  items: z.array(z.strictObject({ application: idSchema, stage: stageSchema, ...slotSchema.shape, reason: proseSchema })).min(1),
  reason: proseSchema,
  audit: auditHeadSchema,
});
export type ReturnDocument = z.infer<typeof returnDocumentSchema>;

export const resultDocumentSchema = z.strictObject({ kind: z.literal('result'), format: z.literal(1), ...roundResultSchema.shape });

export type ApplicationDocument = z.infer<typeof applicationDocumentSchema>;
export type RoundDocument = z.infer<typeof roundDocumentSchema>;
export type ResultDocument = z.infer<typeof resultDocumentSchema>;

/** The schema of each kind's document. */
export const documentSchemas = {
  application: applicationDocumentSchema,
  round: roundDocumentSchema,
  score: scoreDocumentSchema,
  return: returnDocumentSchema,
  result: resultDocumentSchema,
} as const;

export type PackageDocument = ApplicationDocument | RoundDocument | ScoreDocument | ReturnDocument | ResultDocument;

/** The document of one kind of package. */
export type DocumentOf<Kind extends PackageKind> = z.infer<(typeof documentSchemas)[Kind]>;
