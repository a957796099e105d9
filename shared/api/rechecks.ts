import * as z from 'zod';
import { rubricItemSchema } from '../domain/rubric.ts';
import { answerSchema, slotSchema } from '../domain/sheet.ts';
import { idSchema, stageSchema } from '../domain/values.ts';

/** An answer of mine whose item a later issue of the round changed: to confirm or to change. */
export const recheckSchema = z.object({
  application: idSchema,
  applicant: z.string(),
  stage: stageSchema,
  ...slotSchema.shape,
  /** The first issue in which the item was another than the one I scored. */
  issue: z.int().positive(),
  before: rubricItemSchema,
  after: rubricItemSchema,
  fields: z.array(rubricItemSchema.omit({ code: true }).keyof()),
  answer: answerSchema,
});
export type RecheckView = z.infer<typeof recheckSchema>;
