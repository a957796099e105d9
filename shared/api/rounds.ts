import * as z from 'zod';
import { furtherBallotSchema } from '../domain/election.ts';
import { panelMemberSchema, assignmentSchema, recusalSchema } from '../domain/panel.ts';
import { roundApplicationSchema, roundSchema, rulesSchema, scheduleSchema } from '../domain/round.ts';
import { rubricSchema } from '../domain/rubric.ts';
import { idSchema, labelSchema, proseSchema, sha256Schema } from '../domain/values.ts';
import { eventIterator } from '@orpc/contract';
import { problemsSchema } from './problems.ts';
import { exportRefSchema, longWork, procedure } from './base.ts';
import { refusalSchema } from './base.ts';
import { roundChangesSchema } from './round-changes.ts';
import { assignmentFileContract } from './assignments.ts';
import { rubricFileContract } from './rubrics.ts';

/** How much of the scoring is done: slots answered of slots there are. */
export const fillSchema = z.object({ filled: z.int().nonnegative(), total: z.int().nonnegative() });
export type Fill = z.infer<typeof fillSchema>;

export const roundSummarySchema = z.object({
  id: idSchema,
  title: labelSchema,
  practice: z.boolean(),
  state: z.enum(['draft', 'issued', 'accepted']),
  roles: z.array(z.enum(['chair', 'expert'])),
  applications: z.int().nonnegative(),
  experts: z.int().nonnegative(),
  /** My own scoring as an expert; null when I don't score in it. */
  mine: fillSchema.nullable(),
  /** The newest sealed sequence number, null before the first sealing. */
  sealed: z.int().positive().nullable(),
  /** I prepare its next version. */
  reissuing: z.boolean(),
  /** Which issue of it is here; 0 before the first. */
  issue: z.int().nonnegative(),
  /** A result of it was taken in and can be checked. */
  hasResult: z.boolean(),
  updatedAt: z.string(),
});
export type RoundSummary = z.infer<typeof roundSummarySchema>;

/** A round being set up by its chair. */
export const roundDraftSchema = z.object({
  id: idSchema,
  title: labelSchema,
  practice: z.boolean(),
  authority: labelSchema,
  notice: proseSchema,
  schedule: scheduleSchema,
  rubric: rubricSchema,
  rules: rulesSchema,
  panel: z.array(z.object({ ...panelMemberSchema.shape, fingerprint: z.array(z.string()), fingerprintCompared: z.boolean() })),
  chairScores: z.boolean(),
  applications: z.array(roundApplicationSchema),
  assignments: z.array(assignmentSchema),
  recusals: z.array(recusalSchema),
  commitment: proseSchema.optional(),
  election: z.literal('secret-ballot').optional(),
  ballots: z.array(furtherBallotSchema).optional(),
});
export type RoundDraft = z.infer<typeof roundDraftSchema>;

/**
 * What must hold before a round can be issued; `refusal` says what is wrong and what to do, null when it holds. `notes` are what to know
 * before issuing: they hold nothing up.
 */
export const preflightSchema = z.array(
  z.object({
    check: z.enum(['title', 'panel', 'fingerprints', 'applications', 'assignments', 'rubric', 'rules', 'changes', 'left-out']),
    refusal: refusalSchema.nullable(),
    notes: z.array(refusalSchema),
  }),
);
export type Preflight = z.infer<typeof preflightSchema>;

/** What became of one file that was dropped on the program. */
export const importOutcomeSchema = z.object({
  file: z.string(),
  kind: z.enum(['application', 'round', 'score', 'return', 'result', 'card']).nullable(),
  /** `read`: an applicant's folder that now waits to be confirmed. */
  outcome: z.enum(['taken', 'read', 'unchanged', 'superseded', 'set-aside', 'refused', 'needs-trust']),
  refusal: refusalSchema.nullable(),
  round: idSchema.nullable(),
  /** For `needs-trust`: the chair whose fingerprint has to be compared in person before the round is accepted. */
  signer: z.object({ keyId: z.string(), name: labelSchema, organisation: labelSchema, fingerprint: z.array(z.string()) }).nullable(),
});
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

const inDraft = z.object({ round: idSchema });

export const roundsContract = {
  list: procedure.output(z.array(roundSummarySchema)),
  get: procedure
    .input(z.object({ round: idSchema }))
    .output(z.object({ round: roundSchema, sha256: sha256Schema, me: idSchema, roles: z.array(z.enum(['chair', 'expert'])) })),
  /** Makes the practice round: made-up applicants, made-up colleagues who have already handed in; I am its chair and one of its experts. */
  startPractice: procedure.output(longWork(z.object({ round: idSchema }))),
  draft: {
    create: procedure.input(z.object({ title: labelSchema, practice: z.boolean() })).output(roundDraftSchema),
    get: procedure.input(inDraft).output(roundDraftSchema),
    /** Replaces what is given; the rest stays. */
    update: procedure
      .input(
        z.object({
          round: idSchema,
          title: labelSchema.optional(),
          authority: labelSchema.optional(),
          notice: proseSchema.optional(),
          schedule: scheduleSchema.optional(),
          rules: rulesSchema.optional(),
          rubric: rubricSchema.optional(),
          assignments: z.array(assignmentSchema).optional(),
          recusals: z.array(recusalSchema).optional(),
          commitment: proseSchema.optional(),
          /** Why experts are left out of the next issue, by their id; all of them. */
          leftOutReasons: z.record(idSchema, proseSchema).optional(),
        }),
      )
      .output(roundDraftSchema),
    addCards: procedure
      .input(z.object({ round: idSchema, files: z.array(z.string()) }))
      .output(z.object({ draft: roundDraftSchema, outcomes: z.array(importOutcomeSchema) })),
    /** Whether I score too: the chair may. Who no longer scores keeps no assignment. */
    setChairScores: procedure.input(z.object({ round: idSchema, scores: z.boolean() })).output(roundDraftSchema),
    /** Whether the panel elects its 组长 by secret ballot. */
    setElection: procedure.input(z.object({ round: idSchema, asks: z.boolean() })).output(roundDraftSchema),
    confirmFingerprint: procedure.input(z.object({ round: idSchema, member: idSchema, compared: z.boolean() })).output(roundDraftSchema),
    removeMember: procedure.input(z.object({ round: idSchema, member: idSchema })).output(roundDraftSchema),
    /** Bundles (.lpapp) and applicants' folders; one bad file refuses that applicant and names the reason. */
    addApplications: procedure
      .input(z.object({ round: idSchema, files: z.array(z.string()) }))
      .output(longWork(z.object({ draft: roundDraftSchema, outcomes: z.array(importOutcomeSchema) }))),
    /** Made-up applicants, in practice rounds only. */
    addMadeUpApplications: procedure.input(z.object({ round: idSchema, count: z.int().min(1).max(50) })).output(longWork(roundDraftSchema)),
    removeApplication: procedure.input(z.object({ round: idSchema, application: idSchema })).output(roundDraftSchema),
    /** What a draft’s rubric is compared with: the one that was issued last, else the one that comes with the program. */
    originRubric: procedure.input(inDraft).output(z.object({ rubric: rubricSchema, issued: z.boolean() })),
    /** What the automatic checks find in each application, one event an application: the draft does not wait for them. */
    problems: procedure.input(inDraft).output(eventIterator(problemsSchema)),
    ...rubricFileContract,
    ...assignmentFileContract,
    /** Prepares the next version of a round that I issued; it stays as it is until that is issued. Again while one is prepared: that one. */
    reissue: procedure.input(inDraft).output(roundDraftSchema),
    /** Gives the next version up. */
    dropReissue: procedure.input(inDraft).output(z.object({})),
    /** What the next version says otherwise than the issued round; null while the round was never issued. */
    changes: procedure.input(inDraft).output(roundChangesSchema.nullable()),
    preflight: procedure.input(inDraft).output(preflightSchema),
    /** Signs and encrypts the round to its experts; from here on it is fixed. */
    issue: procedure.input(inDraft).output(longWork(z.object({ round: idSchema, export: exportRefSchema }))),
  },
  /** The issued round package once more. */
  exportRound: procedure.input(z.object({ round: idSchema })).output(longWork(exportRefSchema)),
};

export const packagesContract = {
  /** Takes in any package files; what each is and what became of it. `trust` names chair keys compared in person. */
  import: procedure
    .input(z.object({ files: z.array(z.string()), trust: z.array(z.string()) }))
    .output(longWork(z.array(importOutcomeSchema))),
};
