import { exportFileName } from '#shared/packages/file-names.ts';
import { valueOf } from '#shared/result.ts';
import { blankWorkbook } from '../forms/blank-workbook.ts';
import { confirmReading, exportReading } from '../intake/confirm.ts';
import { discardReading, editReading, listReadings, readingNow, takeBack, viewReading } from '../intake/readings.ts';
import { takeFiles } from '../intake/take-files.ts';
import { describeDraft } from '../rounds/describe-draft.ts';
import { readDraft } from '../rounds/draft.ts';
import { api, streamWork } from './base.ts';

const { intake } = api;

/** From applicants' folders to applications in the draft. */
export const intakeRouter = {
  take: intake.take.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => {
      const outcomes = await takeFiles(open, input, tools);
      return { draft: describeDraft(open, readDraft(open, input.round)), outcomes, readings: listReadings(open, input.round) };
    });
  }),
  list: intake.list.handler(({ input, context: { core } }) => listReadings(core.opened(), input.round)),
  get: intake.get.handler(({ input, context: { core } }) => viewReading(core.opened(), input.reading)),
  edit: intake.edit.handler(({ input, context: { core } }) => editReading(core.opened(), input)),
  confirm: intake.confirm.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => {
      const outcome = valueOf(await confirmReading(open, input.reading, tools));
      return { draft: describeDraft(open, readDraft(open, readingNow(open, input.reading).summary.round)), outcome };
    });
  }),
  takeBack: intake.takeBack.handler(({ input, context: { core } }) => takeBack(core.opened(), input.reading)),
  discard: intake.discard.handler(({ input, context: { core } }) => discardReading(core.opened(), input.reading)),
  exportBundle: intake.exportBundle.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => valueOf(await exportReading(open, input.reading, tools)));
  }),
  blankForm: intake.blankForm.handler(async ({ context: { core } }) => {
    const name = exportFileName({ ascii: 'form', chinese: '附件3 申报表（空白）', extension: 'xlsx' });
    return core.opened().exports.addBytes(name, await blankWorkbook());
  }),
};
