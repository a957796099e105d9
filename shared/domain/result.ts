import * as z from 'zod';
import { electionClosingSchema, electionResultSchema } from './election.ts';
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

/** What the chair decided about something the merge could not decide alone; nothing is overwritten by it. */
export const resolutionSchema = z.discriminatedUnion('kind', [
  /** An expert whose sheets are missing or unusable is left out of a candidate's panel. */
  z.strictObject({
    kind: z.literal('exclude-expert'),
    expert: idSchema,
    application: idSchema.nullable(),
    by: idSchema,
    reason: proseSchema,
  }),
  /** A gate left open (split, 存疑, 现场核实, even vote), or overridden. */
  z.strictObject({
    kind: z.literal('gate'),
    application: idSchema,
    occupation: idSchema.nullable(),
    levelGroup: levelGroupSchema.nullable(),
    item: idSchema,
    verdict: z.enum(['met', 'not-met', 'not-applicable']),
    by: idSchema,
    reason: proseSchema,
  }),
  /** Which expert's measurement stands where they differ; `points` are those of that value and count for every expert. */
  z.strictObject({
    kind: z.literal('measurement'),
    application: idSchema,
    occupation: idSchema.nullable(),
    levelGroup: levelGroupSchema.nullable(),
    item: idSchema,
    value: z.json(),
    by: idSchema,
    reason: proseSchema,
  }),
  /** A deviation above the round's share, explained. */
  z.strictObject({
    kind: z.literal('deviation'),
    application: idSchema,
    occupation: idSchema,
    expert: idSchema,
    by: idSchema,
    reason: proseSchema,
  }),
  /** The recorded panel vote that orders candidates still tied, best first. */
  z.strictObject({
    kind: z.literal('tie'),
    order: z.array(z.strictObject({ application: idSchema, occupation: idSchema })).min(2),
    by: idSchema,
    reason: proseSchema,
  }),
  electionClosingSchema,
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

export const candidateResultSchema = z.strictObject({
  application: idSchema,
  occupation: idSchema,
  levels: z.array(levelSchema),
  gates: z.array(gateOutcomeSchema),
  perExpert: z.array(
    z.strictObject({
      expert: idSchema,
      /** null where the expert gave nothing (recused, excluded, missing). */
      stages: givenStagesSchema.nullable(),
      /** null also where only some of the stages are the expert's to score: those are no total. */
      total: pointsSchema.nullable(),
      /** `kept` for everyone where the round's rule drops stage by stage or item by item. */
      counted: z.enum([...countedSchema.options, 'missing']),
      /** Where the round's rule drops stage by stage: what became of each. */
      stagesCounted: stagesCountedSchema.optional(),
    }),
  ),
  stages: stagePointsSchema.nullable(),
  total: pointsSchema.nullable(),
  rank: z.int().positive().nullable(),
  outcome: outcomeSchema,
  levelsRecommended: z.array(levelSchema),
  reasons: z.array(z.strictObject({ code: labelSchema, details: z.record(z.string(), z.union([z.string(), z.number()])) })),
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
});
export type RoundResult = z.infer<typeof roundResultSchema>;
