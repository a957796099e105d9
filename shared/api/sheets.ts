import * as z from 'zod';
import { findingSchema } from '../domain/finding.ts';
import { answerSchema, entrySchema, proposalSchema, sheetSchema, slotSchema } from '../domain/sheet.ts';
import { lockSchema } from '../scoring/lock.ts';
import { idSchema, instantSchema, methodSchema, proseSchema, sha256Schema, stageSchema } from '../domain/values.ts';
import { sheetStateSchema } from './applications.ts';
import { exportRefSchema, longWork, procedure, refusalSchema } from './base.ts';
import { recheckSchema } from './rechecks.ts';
import { answerPairSchema } from './returns.ts';
import { fillSchema } from './rounds.ts';

const sheetAddress = { round: idSchema, application: idSchema, stage: stageSchema };

export const sheetViewSchema = z.object({
  /** null before the first answer. */
  sheet: sheetSchema.nullable(),
  /** What the rubric asks on this sheet, in its order; answers are found by slot in `sheet.entries`. */
  slots: z.array(
    z.object({
      ...slotSchema.shape,
      /** What the checks propose; null where they have nothing to say. */
      proposed: proposalSchema.omit({ decision: true }).nullable(),
      /** How it may be changed now. */
      lock: lockSchema,
    }),
  ),
  /** How what lies beside the answers may be changed: methods, a visit's record and photos. */
  lock: lockSchema,
  /** What the checks found of the application; only beside the documents that prove it. */
  findings: z.array(findingSchema),
  /** The item at which I left off; null before I was at one. */
  resumeAt: slotSchema.nullable(),
  state: sheetStateSchema,
  fill: fillSchema,
});
export type SheetView = z.infer<typeof sheetViewSchema>;

/** A change that can be taken back or made again: what stands now, and what would stand then. */
const stepSchema = z.object({ slot: slotSchema, from: answerSchema, to: answerSchema });
export const sheetStepsSchema = z.object({ undo: stepSchema.nullable(), redo: stepSchema.nullable() });
export type SheetSteps = z.infer<typeof sheetStepsSchema>;

export const submissionSchema = z.object({
  round: idSchema,
  /** The newest sealed sequence; null before the first. */
  sequence: z.int().positive().nullable(),
  sealedAt: instantSchema.nullable(),
  sha256: sha256Schema.nullable(),
  exportedAt: instantSchema.nullable(),
  /** Answers changed since the newest sealing, a return waits for a new one, or the round was issued with another rubric or other rules. */
  changedSinceSealing: z.boolean(),
  /** 封存码 of every version, oldest first: the digits to read out, and the SHA-256 of the sealed document that they come from. */
  codes: z.array(z.object({ sequence: z.int().positive(), sealedAt: instantSchema, code: z.array(z.string()), sha256: sha256Schema })),
  sheets: z.array(
    z.object({ application: idSchema, applicant: z.string(), stage: stageSchema, state: sheetStateSchema, ...fillSchema.shape }),
  ),
});
export type Submission = z.infer<typeof submissionSchema>;

export const sheetsContract = {
  get: procedure.input(z.object(sheetAddress)).output(sheetViewSchema),
  /**
   * Keeps an answer; when this returns it is on disk. Points of measured items are computed here and returned. `reason` is
   * required once the sheet has been sealed. `basedOn` is how many answers the slot had had when this one was begun: when another window
   * has answered since, it is refused (`review/changed-elsewhere`).
   */
  record: procedure
    .input(
      z.object({
        ...sheetAddress,
        slot: slotSchema,
        answer: answerSchema,
        reason: proseSchema.nullable(),
        basedOn: z.int().nonnegative().optional(),
      }),
    )
    .output(z.object({ entry: entrySchema, fill: fillSchema, state: sheetStateSchema, savedAt: instantSchema })),
  /**
   * Accepts what is proposed for these slots, all of it or none; one that was answered meanwhile keeps its answer. Only what a check
   * found to be 符合 is accepted in this way.
   */
  acceptMet: procedure.input(z.object({ ...sheetAddress, slots: z.array(slotSchema).min(1) })).output(sheetViewSchema),
  /** `reason` as for an answer. */
  setMethods: procedure
    .input(z.object({ ...sheetAddress, methods: z.array(methodSchema), reason: proseSchema.nullable() }))
    .output(sheetViewSchema),
  /** Locks a sheet with nothing blank in it. */
  complete: procedure.input(z.object(sheetAddress)).output(sheetViewSchema),
  /** Makes it a draft again; refused (`review/reason-needed`) once it was sealed: then it opens with the reason of a change. */
  reopen: procedure.input(z.object(sheetAddress)).output(sheetViewSchema),
  /** Remembers the item at which I am. */
  resumeAt: procedure.input(z.object({ ...sheetAddress, slot: slotSchema })),
  /** What `undo` and `redo` would do. */
  steps: procedure.input(z.object(sheetAddress)).output(sheetStepsSchema),
  /** Takes the newest change back: an answer like any other, with what stood as its history. The last 50 changes of a sheet. */
  undo: procedure.input(z.object(sheetAddress)).output(sheetViewSchema),
  redo: procedure.input(z.object(sheetAddress)).output(sheetViewSchema),
};

export const submissionContract = {
  get: procedure.input(z.object({ round: idSchema })).output(submissionSchema),
  /** What is in the way of sealing (blank slots, missing comments), each with where it stands. */
  missing: procedure
    .input(z.object({ round: idSchema }))
    .output(z.array(z.object({ application: idSchema, stage: stageSchema, ...slotSchema.shape, refusal: refusalSchema }))),
  /** What my newest version says otherwise than an older one. Refused with `review/not-sealed`. */
  changes: procedure
    .input(z.object({ round: idSchema, from: z.int().positive() }))
    .output(z.object({ before: z.int().positive(), after: z.int().positive(), answers: z.array(answerPairSchema) })),
  /** What I scored before the round was issued again and its item changed. */
  rechecks: procedure.input(z.object({ round: idSchema })).output(z.array(recheckSchema)),
  /** Stands by one of them; what is left to look at. */
  confirm: procedure.input(z.object({ ...sheetAddress, slot: slotSchema })).output(z.array(recheckSchema)),
  /** Fixes the sheets as they are under the next sequence number. Sheets with blanks may be sealed only with `partial`: they count as missing. */
  seal: procedure.input(z.object({ round: idSchema, partial: z.boolean() })).output(submissionSchema),
  /** The newest sealed sheets as a `.lpscore`, signed by me and encrypted to the chair. */
  export: procedure.input(z.object({ round: idSchema })).output(longWork(exportRefSchema)),
};
