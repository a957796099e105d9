import { randomUUID } from 'node:crypto';
import { RefusedError, valueOf } from '#shared/result.ts';
import { exportAssignments, readAssignmentFile } from '../assignments/assignment-file.ts';
import {
  changeDraft,
  defaultRubric,
  newDraft,
  readDraft,
  saveDraft,
  withAssignments,
  withChairScoring,
  type Draft,
} from '../rounds/draft.ts';
import { describeDraft } from '../rounds/describe-draft.ts';
import { draftProblems } from '../rounds/draft-problems.ts';
import { importBundles, importCards, importPackages } from '../arrivals/import-files.ts';
import { exportRoundAgain, issueDraft } from '../rounds/issue.ts';
import { listRounds } from '../rounds/list.ts';
import { addMadeUpApplications, startPractice } from '../rehearsal/practice.ts';
import { preflightOf } from '../rounds/preflight.ts';
import { beginReissue, dropReissue, reissueChanges } from '../rounds/reissue.ts';
import { removeApplication } from '../rounds/remove-application.ts';
import { exportRubric, readRubricFile } from '../rubrics/rubric-file.ts';
import type { Core } from '../core/core.ts';
import { api, streamWork } from './base.ts';

const { draft } = api.rounds;

function changed(core: Core, round: string, change: (before: Draft) => Draft) {
  const open = core.opened();
  return describeDraft(open, changeDraft(open, round, change));
}

/** Setting up a round and issuing it. */
export const draftRouter = {
  create: draft.create.handler(({ input, context: { core } }) => {
    const open = core.opened();
    const made = newDraft({ core: open, id: randomUUID(), ...input });
    saveDraft(open, made);
    return describeDraft(open, made);
  }),
  get: draft.get.handler(({ input, context: { core } }) => describeDraft(core.opened(), readDraft(core.opened(), input.round))),
  update: draft.update.handler(({ input: { round, assignments, ...given }, context: { core } }) => {
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return changed(core, round, (before) => ({ ...(assignments === undefined ? before : withAssignments(before, assignments)), ...said }));
  }),
  addCards: draft.addCards.handler(async ({ input, context: { core } }) => {
    const open = core.opened();
    const outcomes = await importCards(open, input);
    return { draft: describeDraft(open, readDraft(open, input.round)), outcomes };
  }),
  setChairScores: draft.setChairScores.handler(({ input, context: { core } }) =>
    changed(core, input.round, (before) => withChairScoring(before, input.scores)),
  ),
  setElection: draft.setElection.handler(({ input, context: { core } }) =>
    changed(core, input.round, ({ election: _before, ...draft }) => ({ ...draft, ...(input.asks ? { election: 'secret-ballot' } : {}) })),
  ),
  confirmFingerprint: draft.confirmFingerprint.handler(({ input, context: { core } }) => {
    const open = core.opened();
    open.workspace.stores.cards.setCompared({ keyId: input.member, compared: input.compared });
    return describeDraft(open, readDraft(open, input.round));
  }),
  removeMember: draft.removeMember.handler(({ input, context: { core } }) =>
    changed(core, input.round, (before) => ({
      ...before,
      panel: before.panel.filter(({ id, role }) => role === 'chair' || id !== input.member),
      assignments: before.assignments?.filter(({ expert }) => expert !== input.member) ?? null,
      recusals: before.recusals.filter(({ expert }) => expert !== input.member),
    })),
  ),
  addApplications: draft.addApplications.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => {
      const outcomes = await importBundles(open, input, tools);
      return { draft: describeDraft(open, readDraft(open, input.round)), outcomes };
    });
  }),
  addMadeUpApplications: draft.addMadeUpApplications.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => {
      valueOf(await addMadeUpApplications(open, input, tools));
      return describeDraft(open, readDraft(open, input.round));
    });
  }),
  removeApplication: draft.removeApplication.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return describeDraft(open, removeApplication(open, input));
  }),
  originRubric: draft.originRubric.handler(({ input, context: { core } }) => {
    const issued = core.opened().workspace.stores.rounds.get(input.round);
    return { rubric: issued?.round.rubric ?? defaultRubric, issued: issued !== null };
  }),
  problems: draft.problems.handler(({ input, context: { core } }) => draftProblems(core.opened(), input.round)),
  exportAssignments: draft.exportAssignments.handler(({ input, context: { core } }) => exportAssignments(core.opened(), input)),
  importAssignments: draft.importAssignments.handler(({ input, context: { core } }) => readAssignmentFile(core.opened(), input)),
  exportRubric: draft.exportRubric.handler(({ input, context: { core } }) => exportRubric(core.opened(), input)),
  importRubric: draft.importRubric.handler(({ input, context: { core } }) => readRubricFile(core.opened(), input)),
  reissue: draft.reissue.handler(({ input, context: { core } }) => describeDraft(core.opened(), beginReissue(core.opened(), input.round))),
  dropReissue: draft.dropReissue.handler(({ input, context: { core } }) => {
    dropReissue(core.opened(), input.round);
    return {};
  }),
  changes: draft.changes.handler(({ input, context: { core } }) => reissueChanges(core.opened(), input.round)),
  preflight: draft.preflight.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return preflightOf(open, readDraft(open, input.round));
  }),
  issue: draft.issue.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => valueOf(await issueDraft(open, input.round, tools)));
  }),
};

/** Rounds as they stand. */
export const roundsRouter = {
  list: api.rounds.list.handler(({ context: { core } }) => listRounds(core.opened())),
  get: api.rounds.get.handler(({ input, context: { core } }) => {
    const found = core.opened().workspace.stores.rounds.get(input.round);
    if (found === null) {
      throw new RefusedError('draft/round-not-found');
    }
    const { round, sha256, me, roles } = found;
    return { round, sha256, me, roles };
  }),
  startPractice: api.rounds.startPractice.handler(({ context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => valueOf(await startPractice(open, tools)));
  }),
  draft: draftRouter,
  exportRound: api.rounds.exportRound.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => valueOf(await exportRoundAgain(open, input.round, tools)));
  }),
};

/** Packages of any kind, handed over to be taken in. */
export const packagesRouter = {
  import: api.packages.import.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, (tools) => importPackages(open, { files: input.files, trust: new Set(input.trust) }, tools));
  }),
};
