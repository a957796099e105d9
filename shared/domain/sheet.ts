import * as z from 'zod';
import { beforeQuestionsSchema, questionSchema, sheetRoadshowSchema } from './roadshow.ts';
import { answerSchema, measuredValueSchema } from './sheet-answer.ts';
import {
  idSchema,
  instantSchema,
  labelSchema,
  levelGroupSchema,
  methodSchema,
  pointsSchema,
  proseSchema,
  stageSchema,
  verdictSchema,
} from './values.ts';
import { visitSchema } from './visit.ts';

export {
  answerSchema,
  citationSchema,
  measuredValueSchema,
  simpleValueSchema,
  type Answer,
  type Citation,
  type MeasuredValue,
  type SimpleValue,
} from './sheet-answer.ts';

/**
 * What a check proposed when the answer was given, and what the expert made of it: the machine proposes, the expert decides,
 * and both are kept. The merge takes no notice of it.
 */
export const proposalSchema = z.strictObject({
  /** The finding's code. */
  finding: labelSchema,
  /** Which sentence says it (`shared/checks/sentences.ts`). */
  reason: labelSchema,
  /** What the check found: of a pure gate this is the proposed answer. */
  verdict: verdictSchema,
  /** What it proposed to write into a measured item, and the points of that. */
  value: measuredValueSchema.nullable(),
  points: pointsSchema.nullable(),
  decision: z.enum(['accepted', 'changed']),
});
export type Proposal = z.infer<typeof proposalSchema>;
/** A proposal on which nobody has decided yet. */
export type OpenProposal = Omit<Proposal, 'decision'>;

/** An answer that a later one took the place of; `reason` is required once the sheet was sealed. */
export const supersededAnswerSchema = z.strictObject({
  ...answerSchema.shape,
  /** Absent where nothing was proposed. */
  proposal: proposalSchema.optional(),
  recordedAt: instantSchema,
  reason: proseSchema.nullable(),
});

/** Where on a sheet an entry stands: `occupation` for candidate and level scope, `levelGroup` for level scope only. */
export const slotSchema = z.strictObject({
  item: idSchema,
  occupation: idSchema.nullable(),
  levelGroup: levelGroupSchema.nullable(),
});
export type Slot = z.infer<typeof slotSchema>;

export const entrySchema = z.strictObject({
  ...slotSchema.shape,
  ...answerSchema.shape,
  /** Absent where nothing was proposed. */
  proposal: proposalSchema.optional(),
  /** Roadshow only: what stood here before the questions; absent while that was not fixed, and where nothing stood. */
  before: beforeQuestionsSchema.optional(),
  recordedAt: instantSchema,
  history: z.array(supersededAnswerSchema),
});
export type Entry = z.infer<typeof entrySchema>;

export const sheetSchema = z.strictObject({
  application: idSchema,
  stage: stageSchema,
  methods: z.array(methodSchema),
  startedAt: instantSchema,
  completedAt: instantSchema.nullable(),
  entries: z.array(entrySchema),
  /** Of a visit sheet only; absent before anything of it was kept. The merge takes no notice of it. */
  visit: visitSchema.optional(),
  /** How the roadshow went; absent on other sheets, and where nothing of it was recorded. */
  roadshow: sheetRoadshowSchema.optional(),
  /** The question log in the order of asking; absent where it is empty. */
  questions: z.array(questionSchema).optional(),
});
export type Sheet = z.infer<typeof sheetSchema>;
