import * as z from 'zod';
import {
  decimalSchema,
  idSchema,
  instantSchema,
  labelSchema,
  levelGroupSchema,
  methodSchema,
  pointsSchema,
  proseSchema,
  sha256Schema,
  stageSchema,
  verdictSchema,
} from './values.ts';
import { measurementSchema, visitSchema } from './visit.ts';

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
});
export type Answer = z.infer<typeof answerSchema>;

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
});
export type Sheet = z.infer<typeof sheetSchema>;
