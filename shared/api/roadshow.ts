import * as z from 'zod';
import { clockEventSchema, clockLimitsSchema, drawSchema, questionTextSchema } from '../domain/roadshow.ts';
import { slotSchema } from '../domain/sheet.ts';
import { idSchema, labelSchema, pointsSchema, proseSchema } from '../domain/values.ts';
import { procedure } from './base.ts';
import { sheetViewSchema } from './sheets.ts';

const place = { round: idSchema, application: idSchema };

export const roadshowViewSchema = z.object({
  /** Whether an order was drawn or arranged; else the applications stand as the round has them. */
  arranged: z.boolean(),
  draw: drawSchema.nullable(),
  limits: clockLimitsSchema,
  /** All of the round, in the order of the day. */
  applications: z.array(
    z.object({
      id: idSchema,
      applicant: z.string(),
      /** Mine to score. */
      mine: z.boolean(),
      recused: z.boolean(),
      clock: z.array(clockEventSchema),
    }),
  ),
});
export type RoadshowView = z.infer<typeof roadshowViewSchema>;

const earlierScoreSchema = z.object({ application: idSchema, applicant: z.string(), slot: slotSchema, points: pointsSchema });

export const roadshowContract = {
  get: procedure.input(z.object({ round: idSchema })).output(roadshowViewSchema),
  /** Draws the order by a seed; null: a new seed, which is then on record. The same seed gives the same order on every machine. */
  draw: procedure.input(z.object({ round: idSchema, seed: labelSchema.trim().min(1).nullable() })).output(roadshowViewSchema),
  arrange: procedure.input(z.object({ round: idSchema, order: z.array(idSchema) })).output(roadshowViewSchema),
  setLimits: procedure.input(z.object({ round: idSchema, limits: clockLimitsSchema })).output(roadshowViewSchema),
  /** What was done to the clock, at the moment it was done. */
  pressClock: procedure.input(z.object({ ...place, event: clockEventSchema })).output(roadshowViewSchema),
  noteConnected: procedure.input(z.object({ ...place, note: proseSchema })).output(sheetViewSchema),
  /** Fixes what stands now as the scores before the questions. */
  fixScores: procedure.input(z.object(place)).output(sheetViewSchema),
  liftFixed: procedure.input(z.object(place)).output(sheetViewSchema),
  /** A new line of the question log (`id` null), or a newer text of one. */
  keepQuestion: procedure
    .input(z.object({ ...place, id: idSchema.nullable(), text: questionTextSchema, reason: proseSchema.nullable() }))
    .output(sheetViewSchema),
  earlier: procedure.input(z.object(place)).output(z.array(earlierScoreSchema)),
  /** Other points for an applicant of earlier that day; always with a reason. */
  adjust: procedure
    .input(z.object({ ...place, slot: slotSchema, points: pointsSchema, reason: proseSchema }))
    .output(z.object({ adjusted: z.literal(true) })),
};
