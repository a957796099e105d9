import { listApplications, problemsOf, readApplication } from '../review/applications.ts';
import { previewAttachment } from '../review/preview.ts';
import { acceptMet, completeSheet, recordAnswer, reopenSheet, setMethods, viewSheet } from '../review/sheets.ts';
import { exportSealed, missingOf, sealSheets, submissionOf } from '../submission/submit.ts';
import { valueOf } from '#shared/result.ts';
import { api, streamWork } from './base.ts';

/** What I have to look at. */
export const applicationsRouter = {
  list: api.applications.list.handler(({ input, context: { core } }) => listApplications(core.opened(), input.round)),
  problems: api.applications.problems.handler(({ input, context: { core } }) => problemsOf(core.opened(), input.round)),
  get: api.applications.get.handler(({ input, context: { core } }) => readApplication(core.opened(), input)),
  preview: api.applications.preview.handler(({ input, context: { core } }) => previewAttachment(core.opened(), input)),
};

/** What I say of it. */
export const sheetsRouter = {
  get: api.sheets.get.handler(({ input, context: { core } }) => viewSheet(core.opened(), input)),
  record: api.sheets.record.handler(({ input, context: { core } }) => {
    const { slot, answer, reason, ...address } = input;
    return valueOf(recordAnswer(core.opened(), { address, slot, answer, reason }));
  }),
  acceptMet: api.sheets.acceptMet.handler(({ input: { slots, ...address }, context: { core } }) => {
    valueOf(acceptMet(core.opened(), address, slots));
    return viewSheet(core.opened(), address);
  }),
  setMethods: api.sheets.setMethods.handler(({ input: { methods, ...address }, context: { core } }) => {
    setMethods(core.opened(), address, methods);
    return viewSheet(core.opened(), address);
  }),
  complete: api.sheets.complete.handler(({ input, context: { core } }) => {
    valueOf(completeSheet(core.opened(), input));
    return viewSheet(core.opened(), input);
  }),
  reopen: api.sheets.reopen.handler(({ input, context: { core } }) => {
    reopenSheet(core.opened(), input);
    return viewSheet(core.opened(), input);
  }),
};

/** What I hand to the chair. */
export const submissionRouter = {
  get: api.submission.get.handler(({ input, context: { core } }) => submissionOf(core.opened(), input.round)),
  missing: api.submission.missing.handler(({ input, context: { core } }) => missingOf(core.opened(), input.round)),
  seal: api.submission.seal.handler(({ input, context: { core } }) => {
    valueOf(sealSheets(core.opened(), input));
    return submissionOf(core.opened(), input.round);
  }),
  export: api.submission.export.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => valueOf(await exportSealed(open, input.round, tools)));
  }),
};
