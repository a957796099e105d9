import * as z from 'zod';
import { electionResultSchema, furtherBallotSchema } from '../domain/election.ts';
import {
  candidateResultSchema,
  newResolutionSchema,
  outcomeSchema,
  resolutionSchema,
  roundResultSchema,
  setAsideSchema,
} from '../domain/result.ts';
import { idSchema, instantSchema, labelSchema, levelGroupSchema, pointsSchema, sha256Schema, stageSchema } from '../domain/values.ts';
import { citationSchema } from '../domain/sheet.ts';
import { exportRefSchema, longWork, procedure } from './base.ts';
import { answerPairSchema, issuedReturnSchema } from './returns.ts';

/** One cell of the merge board. */
export const cellStateSchema = z.enum([
  'never-seen',
  'set-aside',
  'superseded',
  'missing',
  'partial',
  'received',
  'recused',
  'not-assigned',
  'returned',
  'excluded',
  'equivocation',
]);
export type CellState = z.infer<typeof cellStateSchema>;

/** Something the chair has to decide before the ranking is final. */
export const conflictSchema = z.object({
  kind: z.enum(['nobody-counts', 'missing-sheet', 'measurement', 'gate', 'deviation', 'tie', 'equivocation']),
  application: idSchema.nullable(),
  occupation: idSchema.nullable(),
  levelGroup: levelGroupSchema.nullable(),
  item: idSchema.nullable(),
  stage: stageSchema.nullable(),
  experts: z.array(idSchema),
  /** What each of those experts wrote, for the screen; of a deviation, in `points` what every counting expert gave in the stages compared. */
  statements: z.array(
    z.object({
      expert: idSchema,
      value: z.json(),
      points: pointsSchema.nullable(),
      verdict: labelSchema.nullable(),
      comment: z.string(),
      evidence: z.array(citationSchema),
    }),
  ),
  /** The candidates of a tie, or those that nobody counts for, in the round's order; empty for every other kind. */
  candidates: z.array(z.object({ application: idSchema, occupation: idSchema })),
  resolved: z.boolean(),
});
export type Conflict = z.infer<typeof conflictSchema>;

/**
 * 封存码: what an expert read out after sealing, held against what was handed in. `waiting`: nothing of the expert's is here yet;
 * `matches`: it is that of the version that counts; `changed-since`: of another version that is here; `differs`: of none.
 */
export const sealCodeOfExpertSchema = z.object({
  expert: idSchema,
  /** In groups; null while none is written down. */
  noted: z.array(z.string()).nullable(),
  notedAt: instantSchema.nullable(),
  state: z.enum(['not-noted', 'waiting', 'matches', 'changed-since', 'differs']),
  /** The version whose code it is. */
  sequence: z.int().positive().nullable(),
  /** The codes of the versions that are here. */
  versions: z.array(z.object({ sequence: z.int().nonnegative(), code: z.array(z.string()) })),
});
export type SealCodeOfExpert = z.infer<typeof sealCodeOfExpertSchema>;

/** The election of 组长 as the result states it, and of those who have not voted who did before a later issue made the electorate another. */
export const electionSchema = z.object({ ...electionResultSchema.shape, again: z.array(idSchema) });
export type Election = z.infer<typeof electionSchema>;

export const boardSchema = z.object({
  experts: z.array(
    z.object({ id: idSchema, name: labelSchema, sequence: z.int().positive().nullable(), receivedAt: instantSchema.nullable() }),
  ),
  applications: z.array(z.object({ id: idSchema, applicant: labelSchema })),
  cells: z.array(
    z.object({
      expert: idSchema,
      application: idSchema,
      stage: stageSchema,
      state: cellStateSchema,
      /** The versions that gave way and had this sheet. */
      older: z.array(z.int().positive()),
    }),
  ),
  packages: z.array(
    z.object({
      sha256: sha256Schema,
      expert: idSchema.nullable(),
      sequence: z.int().positive().nullable(),
      state: z.enum(['counting', 'superseded', 'set-aside']),
      code: labelSchema.nullable(),
      /** Who it says sent it: by the roster, else in its own words. */
      name: labelSchema.nullable(),
      receivedAt: instantSchema,
      /** Photos that it names as following another way and that are not here yet. */
      following: z.int().nonnegative(),
    }),
  ),
  /** What did not count; `settled` asks for nothing, `former` is of a member whom a later issue took off the panel. */
  setAside: z.array(z.object({ ...setAsideSchema.shape, name: labelSchema.nullable(), standing: z.enum(['open', 'settled', 'former']) })),
  conflicts: z.array(conflictSchema),
  /** What I have decided, each matter once. */
  resolutions: z.array(resolutionSchema),
  /** Own work first: my sheets that are not sealed, and how many matters of the queue wait for that. */
  ownFirst: z.object({
    sheets: z.array(z.object({ application: idSchema, stage: stageSchema })),
    withheld: z.int().nonnegative(),
  }),
  codes: z.array(sealCodeOfExpertSchema),
  /** null where the round holds no vote. */
  election: electionSchema.nullable(),
  /** What I returned to the experts, oldest first. */
  returns: z.array(issuedReturnSchema),
});
export type Board = z.infer<typeof boardSchema>;

/** How a candidate's total came about, that of its leading group: item → stage → expert → dropped or kept → mean → total. */
export const explanationSchema = z.object({
  application: idSchema,
  occupation: idSchema,
  group: levelGroupSchema,
  experts: z.array(
    z.object({
      expert: idSchema,
      name: labelSchema,
      counted: labelSchema,
      items: z.array(z.object({ item: idSchema, levelGroup: levelGroupSchema.nullable(), stage: stageSchema, points: pointsSchema })),
      ...candidateResultSchema.shape.perExpert.element.pick({ stages: true, total: true, stagesCounted: true }).shape,
    }),
  ),
  /** The mean spelled out, `(82.25 + 83.00 + 81.50) ÷ 3`. */
  formula: z.string(),
  total: pointsSchema.nullable(),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** The ranking under another way of counting; nothing of it counts. */
export const sensitivitySchema = z.object({
  variants: z.array(
    z.object({
      /** `mean`, `trimmed-total`, `trimmed-stage`, `trimmed-item`, `median-…`, `z-score`, or `without:<expert id>`. */
      name: labelSchema,
      /** The expert left out, by name; null for another method. */
      without: labelSchema.nullable(),
      /** In the order of the ranking's candidates. */
      candidates: z.array(
        z.object({
          application: idSchema,
          occupation: idSchema,
          total: pointsSchema.nullable(),
          rank: z.int().positive().nullable(),
          outcome: outcomeSchema,
          /** Rank or outcome differ from those by the round's own rule. */
          changed: z.boolean(),
        }),
      ),
    }),
  ),
});
export type Sensitivity = z.infer<typeof sensitivitySchema>;

/** How the panel scored: each expert beside the others, and how far they agree. */
export const panelQualitySchema = z.object({
  experts: z.array(
    z.object({
      expert: idSchema,
      name: labelSchema,
      candidates: z.int().nonnegative(),
      leniency: z.number().nullable(),
      spread: z.number().nullable(),
      deviation: z.number().nullable(),
    }),
  ),
  agreement: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('suppressed'), experts: z.int().nonnegative(), candidates: z.int().nonnegative() }),
    z.object({
      kind: z.literal('measured'),
      experts: z.int().positive(),
      candidates: z.int().positive(),
      /** Krippendorff's α, interval scale. */
      alpha: z.number().nullable(),
      /** ICC(2,1), over the candidates that all of these experts scored. */
      icc: z.number().nullable(),
    }),
  ]),
});
export type PanelQuality = z.infer<typeof panelQualitySchema>;

export const mergeContract = {
  board: procedure.input(z.object({ round: idSchema })).output(boardSchema),
  /** Records a decision of mine with its reason; a later one on the same matter supersedes it. */
  resolve: procedure.input(z.object({ round: idSchema, resolution: newResolutionSchema })).output(boardSchema),
  /** Opens a further ballot for 组长 in the next issue of the round, which it begins or goes on with. */
  openBallot: procedure.input(z.object({ round: idSchema, ballot: furtherBallotSchema })).output(z.object({})),
  /** Writes down the seal code that an expert reads out: twenty digits. */
  noteCode: procedure.input(z.object({ round: idSchema, expert: idSchema, code: z.string().max(100) })).output(boardSchema),
  /** What an expert changed since the version whose code was read out. */
  changedSinceCode: procedure
    .input(z.object({ round: idSchema, expert: idSchema }))
    .output(z.object({ before: z.int().positive(), after: z.int().positive(), answers: z.array(answerPairSchema) })),
  ranking: procedure.input(z.object({ round: idSchema })).output(roundResultSchema),
  explain: procedure.input(z.object({ round: idSchema, application: idSchema, occupation: idSchema })).output(explanationSchema),
  sensitivity: procedure.input(z.object({ round: idSchema })).output(longWork(sensitivitySchema)),
  quality: procedure.input(z.object({ round: idSchema })).output(panelQualitySchema),
  /** The signed `.lpresult`. */
  export: procedure.input(z.object({ round: idSchema })).output(longWork(exportRefSchema)),
};
