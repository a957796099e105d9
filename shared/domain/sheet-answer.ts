import * as z from 'zod';
import { decimalSchema, idSchema, pointsSchema, proseSchema, sha256Schema, verdictSchema } from './values.ts';
import { measurementSchema } from './visit.ts';

/** What was measured or chosen; which kind an item takes follows from its rule. */
const simpleValues = [
  z.strictObject({ kind: z.literal('number'), number: decimalSchema }),
  z.strictObject({ kind: z.literal('ratio'), count: decimalSchema, of: decimalSchema }),
  z.strictObject({ kind: z.literal('checklist'), ticked: z.array(idSchema) }),
  z.strictObject({ kind: z.literal('choice'), choice: idSchema }),
] as const;
export const simpleValueSchema = z.discriminatedUnion('kind', [...simpleValues]);
export type SimpleValue = z.infer<typeof simpleValueSchema>;

export const measuredValueSchema = z.discriminatedUnion('kind', [
  ...simpleValues,
  z.strictObject({ kind: z.literal('parts'), parts: z.record(idSchema, simpleValueSchema) }),
]);
export type MeasuredValue = z.infer<typeof measuredValueSchema>;

/** 佐证 cited for an item: a whole file, a page of it, or a region of a page (fractions of its width and height). */
export const citationSchema = z.strictObject({
  sha256: sha256Schema,
  page: z.int().positive().nullable(),
  region: z.strictObject({ left: decimalSchema, top: decimalSchema, width: decimalSchema, height: decimalSchema }).nullable(),
  note: proseSchema,
});
export type Citation = z.infer<typeof citationSchema>;

/** What an expert says about an item: all of it replaced together, so that no half of an answer is ever kept. */
export const answerSchema = z.strictObject({
  value: measuredValueSchema.nullable(),
  points: pointsSchema.nullable(),
  verdict: verdictSchema.nullable(),
  comment: proseSchema,
  evidence: z.array(citationSchema),
  /** What was measured on site; together they make the value. Absent where nothing was. */
  measurements: z.array(measurementSchema).optional(),
  /** The parts that are answered while others are still blank, so that there is no value yet. */
  partial: z.record(idSchema, simpleValueSchema).optional(),
  /** What was typed and makes no value or points yet, field by field as it stands there. Absent where nothing is left over. */
  typed: z.record(z.string().min(1).max(300), z.string().max(200)).optional(),
});
export type Answer = z.infer<typeof answerSchema>;
