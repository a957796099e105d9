import * as z from 'zod';
import { electionClosingSchema, electionResultSchema } from './election.ts';
import { leftOutSchema } from './left-out.ts';
import {
  idSchema,
  labelSchema,
  levelGroupSchema,
  levelSchema,
  pointsSchema,
  proseSchema,
  sha256Schema,
  stageSchema,
  verdictSchema,
} from './values.ts';

/** Points per stage, published: two decimals. */
export const stagePointsSchema = z.strictObject({ document: pointsSchema, visit: pointsSchema, roadshow: pointsSchema });

/** What one expert gave, stage by stage; null where the stage is not the expert's to score. */
export const givenStagesSchema = z.strictObject({
  document: pointsSchema.nullable(),
  visit: pointsSchema.nullable(),
  roadshow: pointsSchema.nullable(),
});

const keptOrDroppedSchema = z.enum(['kept', 'dropped-high', 'dropped-low']);

/** How an expert's total was used. */
export const countedSchema = z.enum([...keptOrDroppedSchema.options, 'recused', 'excluded']);

/** How what an expert gave in each stage was used; without the stages that are not the expert's. */
export const stagesCountedSchema = z.strictObject({
  document: keptOrDroppedSchema.optional(),
  visit: keptOrDroppedSchema.optional(),
  roadshow: keptOrDroppedSchema.optional(),
});

const decided = { by: idSchema, reason: proseSchema };
const atSlot = { application: idSchema, occupation: idSchema.nullable(), levelGroup: levelGroupSchema.nullable(), item: idSchema };
/** The chair's running number: of several decisions on one matter the highest counts. */
const numbered = { sequence: z.int().positive() };

/** An expert whose sheets are missing or unusable is left out of an application's panel, or of all (null). */
const excludeExpertSchema = z.strictObject({
  kind: z.literal('exclude-expert'),
  expert: idSchema,
  application: idSchema.nullable(),
  ...decided,
});
/** The exclusion of that expert at that place holds no longer. */
const withdrawExclusionSchema = z.strictObject({
  kind: z.literal('withdraw-exclusion'),
  expert: idSchema,
  application: idSchema.nullable(),
  ...decided,
});
/** A gate left open (split, 存疑, 现场核实, even vote, a failing value), or overridden. */
const gateSchema = z.strictObject({
  kind: z.literal('gate'),
  ...atSlot,
  verdict: z.enum(['met', 'not-met', 'not-applicable']),
  ...decided,
});
/** Which expert's measurement stands where they differ; the points are those of that value and count for every expert. */
const measurementSchema = z.strictObject({ kind: z.literal('measurement'), ...atSlot, value: z.json(), ...decided });
/** A deviation above the round's share, explained; of a candidate, whichever of its level groups shows it. */
const deviationSchema = z.strictObject({
  kind: z.literal('deviation'),
  application: idSchema,
  occupation: idSchema,
  expert: idSchema,
  ...decided,
});
/** The recorded panel vote that orders candidates still tied, best first. */
const tieSchema = z.strictObject({
  kind: z.literal('tie'),
  order: z.array(z.strictObject({ application: idSchema, occupation: idSchema })).min(2),
  ...decided,
});

/** A decision of the chair's before it has its number. */
export const newResolutionSchema = z.discriminatedUnion('kind', [
  excludeExpertSchema,
  withdrawExclusionSchema,
  gateSchema,
  measurementSchema,
  deviationSchema,
  tieSchema,
  electionClosingSchema,
]);
export type NewResolution = z.infer<typeof newResolutionSchema>;

/** What the chair decided about something the merge could not decide alone; nothing is overwritten by it. */
export const resolutionSchema = z.discriminatedUnion('kind', [
  excludeExpertSchema.extend(numbered),
  withdrawExclusionSchema.extend(numbered),
  gateSchema.extend(numbered),
  measurementSchema.extend(numbered),
  deviationSchema.extend(numbered),
  tieSchema.extend(numbered),
  electionClosingSchema.extend(numbered),
]);
export type Resolution = z.infer<typeof resolutionSchema>;

export const gateOutcomeSchema = z.strictObject({
  item: idSchema,
  levelGroup: levelGroupSchema.nullable(),
  type: z.enum(['hard', 'panel']),
  outcome: z.enum(['met', 'not-met', 'not-applicable', 'pending']),
  votes: z.array(z.strictObject({ expert: idSchema, verdict: verdictSchema.nullable() })),
  resolvedBy: idSchema.nullable(),
});
export type GateOutcome = z.infer<typeof gateOutcomeSchema>;

export const outcomeSchema = z.enum(['recommended', 'not-recommended', 'ruled-out', 'pending']);
export type Outcome = z.infer<typeof outcomeSchema>;

const reasonsSchema = z.array(z.strictObject({ code: labelSchema, details: z.record(z.string(), z.union([z.string(), z.number()])) }));

/** What one expert gave, and how it was used. */
const perExpertSchema = z.strictObject({
  expert: idSchema,
  /** null where the expert gave nothing (recused, excluded, missing). */
  stages: givenStagesSchema.nullable(),
  /** null also where only some of the stages are the expert's to score: those are no total. */
  total: pointsSchema.nullable(),
  /** `kept` for everyone where the round's rule drops stage by stage or item by item. */
  counted: z.enum([...countedSchema.options, 'missing']),
  /** Where the round's rule drops stage by stage: what became of each. */
  stagesCounted: stagesCountedSchema.optional(),
});

/** What a candidate comes to at one of the level groups applied for, as if it were applied for alone (design.md §6). */
export const groupResultSchema = z.strictObject({
  group: levelGroupSchema,
  perExpert: z.array(perExpertSchema),
  stages: stagePointsSchema.nullable(),
  total: pointsSchema.nullable(),
  /** On gates and points alone: an occupation's quota is the candidate's matter. */
  outcome: outcomeSchema,
  reasons: reasonsSchema,
});
export type GroupResult = z.infer<typeof groupResultSchema>;

/** A candidate: `perExpert`, `stages`, `total`, `outcome`, `rank` and `reasons` are those of its leading group, `group`. */
export const candidateResultSchema = z.strictObject({
  application: idSchema,
  occupation: idSchema,
  levels: z.array(levelSchema),
  /** Of every group applied for. */
  gates: z.array(gateOutcomeSchema),
  perExpert: z.array(perExpertSchema),
  stages: stagePointsSchema.nullable(),
  total: pointsSchema.nullable(),
  rank: z.int().positive().nullable(),
  outcome: outcomeSchema,
  /** Those of all recommended groups; none beyond the occupation's quota. */
  levelsRecommended: z.array(levelSchema),
  reasons: reasonsSchema,
  group: levelGroupSchema,
  /** Each group applied for, 五—三级 first. */
  groups: z.array(groupResultSchema).min(1),
});
export type CandidateResult = z.infer<typeof candidateResultSchema>;

/**
 * A package that did not count, and why; with `application` and `stage`, one sheet of it that did not, while the rest may.
 * `item` is where the reason was found, when it lies in an entry.
 */
export const setAsideSchema = z.strictObject({
  sha256: sha256Schema,
  code: labelSchema,
  expert: idSchema.nullable(),
  sequence: z.int().positive().nullable(),
  application: idSchema.optional(),
  stage: stageSchema.optional(),
  item: idSchema.optional(),
});
export type SetAside = z.infer<typeof setAsideSchema>;

/** Document `result` of design.md §9, without kind and format. */
export const roundResultSchema = z.strictObject({
  round: z.strictObject({ id: idSchema, sha256: sha256Schema }),
  rubricSha256: sha256Schema,
  rulesSha256: sha256Schema,
  inputs: z.array(z.strictObject({ expert: idSchema, sequence: z.int().positive(), sha256: sha256Schema })),
  setAside: z.array(setAsideSchema),
  resolutions: z.array(resolutionSchema),
  candidates: z.array(candidateResultSchema),
  /** 推选组长; absent where the round holds no election. */
  election: electionResultSchema.optional(),
  /** As the round says it: who was left out by issuing again after scores had come in, and why. */
  leftOut: z.array(leftOutSchema).min(1).optional(),
});
export type RoundResult = z.infer<typeof roundResultSchema>;
