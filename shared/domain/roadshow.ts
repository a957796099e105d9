import * as z from 'zod';
import { answerSchema } from './sheet-answer.ts';
import { idSchema, instantSchema, labelSchema, proseSchema } from './values.ts';

/** How an order came about: the algorithm (`shared/roadshow/draw.ts`) and the seed from which anyone gets the same order. */
export const drawSchema = z.strictObject({ method: z.literal('sha256-fisher-yates'), seed: labelSchema.min(1) });
export type Draw = z.infer<typeof drawSchema>;

const secondsSchema = z.int().min(10).max(7200);

/** How long an applicant talks and is questioned, and how long before the end the clock warns. */
export const clockLimitsSchema = z.strictObject({
  talkSeconds: secondsSchema,
  questionsSeconds: secondsSchema,
  warningSeconds: z.int().min(0).max(600),
});
export type ClockLimits = z.infer<typeof clockLimitsSchema>;

/** The roadshow day: who comes when (all applications of the round, so that every expert of it has the same order), and the clock's times. */
export const agendaSchema = z.strictObject({
  order: z.array(idSchema),
  /** null where the order was made by hand. */
  draw: drawSchema.nullable(),
  limits: clockLimitsSchema,
});
export type Agenda = z.infer<typeof agendaSchema>;

export const clockPhaseSchema = z.enum(['talk', 'questions']);
export type ClockPhase = z.infer<typeof clockPhaseSchema>;

/** What was done to the presenter's clock. Starting a phase again begins it anew. */
export const clockEventSchema = z.strictObject({
  phase: clockPhaseSchema,
  action: z.enum(['start', 'pause', 'resume', 'end']),
  at: instantSchema,
});
export type ClockEvent = z.infer<typeof clockEventSchema>;

/** A question, what was answered, and the codes of the items on which it bears. */
export const questionTextSchema = z.strictObject({
  askedBy: labelSchema,
  question: proseSchema,
  answer: proseSchema,
  items: z.array(idSchema),
  /** Struck out; it stays on record. */
  withdrawn: z.boolean(),
});
export type QuestionText = z.infer<typeof questionTextSchema>;

const recordedQuestionSchema = z.strictObject({ ...questionTextSchema.shape, recordedAt: instantSchema });

/** One line of the question log with everything it said before; `reason` is why it gave way, asked for once the sheet was sealed. */
export const questionSchema = z.strictObject({
  id: idSchema,
  ...recordedQuestionSchema.shape,
  history: z.array(z.strictObject({ ...recordedQuestionSchema.shape, reason: proseSchema.nullable() })),
});
export type Question = z.infer<typeof questionSchema>;

/** What a roadshow sheet says beside its items. */
export const sheetRoadshowSchema = z.strictObject({
  /** The applicant's place on the day; null where there was no agenda. */
  order: z.strictObject({ place: z.int().positive(), of: z.int().positive(), draw: drawSchema.nullable() }).nullable(),
  limits: clockLimitsSchema,
  clock: z.array(clockEventSchema),
  /** Who was connected by video; empty where nobody was. */
  connected: proseSchema,
  /** When the scores before the questions were fixed; null while they are not. */
  fixedAt: instantSchema.nullable(),
});
export type SheetRoadshow = z.infer<typeof sheetRoadshowSchema>;

/** What stood at an entry when the scores before the questions were fixed. */
export const beforeQuestionsSchema = z.strictObject({
  ...answerSchema.pick({ value: true, points: true, verdict: true, comment: true }).shape,
  recordedAt: instantSchema,
});
export type BeforeQuestions = z.infer<typeof beforeQuestionsSchema>;
