import * as z from 'zod';
import { answerSchema, slotSchema } from '../domain/sheet.ts';
import { idSchema, instantSchema, proseSchema, sha256Schema, stageSchema } from '../domain/values.ts';
import { exportRefSchema, longWork, procedure } from './base.ts';

const sheetSlot = { application: idSchema, stage: stageSchema, ...slotSchema.shape };

/** An item named in a return, and why. */
export const returnedItemSchema = z.object({ ...sheetSlot, reason: proseSchema });
export type ReturnedItem = z.infer<typeof returnedItemSchema>;

/** A return that I issued; `waiting` until a newer version of the expert's counts. */
export const issuedReturnSchema = z.object({
  sha256: sha256Schema,
  expert: idSchema,
  sequence: z.int().positive(),
  issuedAt: instantSchema,
  reason: proseSchema,
  items: z.array(returnedItemSchema),
  state: z.enum(['waiting', 'answered']),
});
export type IssuedReturn = z.infer<typeof issuedReturnSchema>;

/** Old and new of one answer. */
export const answerPairSchema = z.object({
  ...sheetSlot,
  before: answerSchema.nullable(),
  after: answerSchema.nullable(),
  reason: proseSchema.nullable(),
});
export type AnswerPair = z.infer<typeof answerPairSchema>;

const sheetOfExpert = z.object({ round: idSchema, expert: idSchema, application: idSchema, stage: stageSchema });

/** 退回重评, the chair's side; the expert's is `packages.import`. */
export const returnsContract = {
  /** What an expert's counting version says on one sheet: what can be returned. */
  answers: procedure.input(sheetOfExpert).output(
    z.object({
      sequence: z.int().positive(),
      slots: z.array(z.object({ ...slotSchema.shape, answer: answerSchema.nullable() })),
    }),
  ),
  /** Unlocks the named items for their expert: a `.lpreturn`, signed by me, sealed to the expert. */
  make: procedure
    .input(z.object({ round: idSchema, expert: idSchema, reason: proseSchema, items: z.array(returnedItemSchema).min(1) }))
    .output(longWork(exportRefSchema)),
  /** The same package once more. */
  exportAgain: procedure.input(z.object({ round: idSchema, return: sha256Schema })).output(longWork(exportRefSchema)),
  /** What the expert made of it: the returned items and whatever else changed since. `after` is null while it waits. */
  comparison: procedure
    .input(z.object({ round: idSchema, return: sha256Schema }))
    .output(z.object({ before: z.int().positive(), after: z.int().positive().nullable(), answers: z.array(answerPairSchema) })),
};
