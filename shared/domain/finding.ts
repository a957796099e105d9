import * as z from 'zod';
import { measuredValueSchema } from './sheet.ts';
import { idSchema, labelSchema, levelGroupSchema, sha256Schema, verdictSchema } from './values.ts';

/** A number with its unit, or words where there is no number. */
export const quantitySchema = z.union([z.strictObject({ number: z.number(), unit: labelSchema }), z.strictObject({ text: labelSchema })]);
export type Quantity = z.infer<typeof quantitySchema>;

/** What proves a finding: a row of the form, or a page of an attachment. */
export const placeSchema = z.strictObject({
  /** As a person would say it: 附件3 专家情况 第7行. */
  source: z.string().max(1000),
  attachment: sha256Schema.nullable(),
  page: z.int().positive().nullable(),
});
export type Place = z.infer<typeof placeSchema>;

/** 问题: what an automatic check says. The machine proposes, the expert decides. */
export const findingSchema = z.strictObject({
  /** The rubric item's code where the check answers the item, else the check's own name, as `idCheckDigit`. */
  code: labelSchema,
  /** The rubric item it speaks of; null for a warning that belongs to none. */
  item: idSchema.nullable(),
  /** The occupation's name as applied for. */
  occupation: labelSchema.nullable(),
  levelGroup: levelGroupSchema.nullable(),
  verdict: verdictSchema,
  found: quantitySchema.nullable(),
  required: quantitySchema.nullable(),
  where: z.array(placeSchema),
  clause: labelSchema,
  /** Which sentence says it (`shared/checks/sentences.ts`). */
  reason: labelSchema,
  /** What fills the sentence; never an ID number. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The value that the item's rule would take; null where the machine can't measure it. */
  proposed: measuredValueSchema.nullable(),
});
export type Finding = z.infer<typeof findingSchema>;
