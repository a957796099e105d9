import { listApplications, problemsOf, readApplication } from '../review/applications.ts';
import { previewAttachment } from '../review/preview.ts';
import type { SheetAddress } from '#db/stores/sheets.ts';
import { acceptMet, completeSheet, recordAnswer, reopenSheet, resumeAt, setMethods, viewSheet } from '../review/sheets.ts';
import { confirmRecheck, rechecksOf } from '../review/rechecks.ts';
import { stepsOf, takeStep } from '../review/steps.ts';
import { checkedSheet } from '../review/proposals.ts';
import { myRound } from '../my-round/my-round.ts';
import type { Core, OpenCore } from '../core/core.ts';
import { tellWindows } from '../windows/windows.ts';
import { changesBetween, exportSealed, missingOf, sealSheets, submissionOf } from '../submission/submit.ts';
import { valueOf } from '#shared/result.ts';
import { api, streamWork } from './base.ts';

/** What I have to look at. */
export const applicationsRouter = {
  list: api.applications.list.handler(({ input, context: { core } }) => listApplications(core.opened(), input.round)),
  problems: api.applications.problems.handler(({ input, context: { core } }) => problemsOf(core.opened(), input.round)),
  get: api.applications.get.handler(({ input, context: { core } }) => readApplication(core.opened(), input)),
  preview: api.applications.preview.handler(({ input, context: { core } }) => previewAttachment(core.opened(), input)),
};

/** Does something to a sheet, tells the other windows, and shows it as it is then. */
async function changed(core: Core, address: SheetAddress, act: (open: OpenCore) => unknown) {
  const open = core.opened();
  await act(open);
  tellWindows(open, address);
  return viewSheet(open, address);
}

/** What I say of it. */
export const sheetsRouter = {
  get: api.sheets.get.handler(({ input, context: { core } }) => viewSheet(core.opened(), input)),
  record: api.sheets.record.handler(async ({ input, context: { core } }) => {
    const open = core.opened();
    const { slot, answer, reason, basedOn, ...address } = input;
    const { proposals } = await checkedSheet(open, myRound(open, address.round), address);
    const kept = valueOf(recordAnswer(open, { address, slot, answer, reason, proposals, basedOn }));
    tellWindows(open, address);
    return kept;
  }),
  acceptMet: api.sheets.acceptMet.handler(({ input: { slots, ...address }, context: { core } }) =>
    changed(core, address, async (open) => {
      const { proposals } = await checkedSheet(open, myRound(open, address.round), address);
      valueOf(acceptMet(open, { address, slots, proposals }));
    }),
  ),
  setMethods: api.sheets.setMethods.handler(({ input: { methods, reason, ...address }, context: { core } }) =>
    changed(core, address, (open) => valueOf(setMethods(open, address, { methods, reason }))),
  ),
  complete: api.sheets.complete.handler(({ input, context: { core } }) =>
    changed(core, input, (open) => valueOf(completeSheet(open, input))),
  ),
  reopen: api.sheets.reopen.handler(({ input, context: { core } }) => changed(core, input, (open) => valueOf(reopenSheet(open, input)))),
  resumeAt: api.sheets.resumeAt.handler(({ input: { slot, ...address }, context: { core } }) => resumeAt(core.opened(), address, slot)),
  steps: api.sheets.steps.handler(({ input, context: { core } }) => stepsOf(core.opened(), input)),
  undo: api.sheets.undo.handler(({ input, context: { core } }) => changed(core, input, (open) => takeStep(open, input, 'undo'))),
  redo: api.sheets.redo.handler(({ input, context: { core } }) => changed(core, input, (open) => takeStep(open, input, 'redo'))),
};

/** What I hand to the chair. */
export const submissionRouter = {
  get: api.submission.get.handler(({ input, context: { core } }) => submissionOf(core.opened(), input.round)),
  changes: api.submission.changes.handler(({ input, context: { core } }) => changesBetween(core.opened(), input)),
  missing: api.submission.missing.handler(({ input, context: { core } }) => missingOf(core.opened(), input.round)),
  rechecks: api.submission.rechecks.handler(({ input, context: { core } }) => rechecksOf(core.opened(), input.round)),
  confirm: api.submission.confirm.handler(async ({ input: { slot, ...address }, context: { core } }) => {
    const open = core.opened();
    valueOf(await confirmRecheck(open, address, slot));
    tellWindows(open, address);
    return rechecksOf(open, address.round);
  }),
  seal: api.submission.seal.handler(({ input, context: { core } }) => {
    valueOf(sealSheets(core.opened(), input));
    tellWindows(core.opened(), { round: input.round, application: null, stage: null });
    return submissionOf(core.opened(), input.round);
  }),
  export: api.submission.export.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => valueOf(await exportSealed(open, input.round, tools)));
  }),
};
