import { adjustEarlier, earlierThan } from '../roadshow/earlier.ts';
import { arrangeOrder, drawOrder, roadshowOf, setLimits } from '../roadshow/agenda.ts';
import { fixScores, keepQuestion, liftFixed, noteConnected, pressClock } from '../roadshow/notes.ts';
import { viewSheet } from '../review/sheets.ts';
import { tellWindows, watchWindows } from '../windows/windows.ts';
import type { Core, OpenCore } from '../core/core.ts';
import { api } from './base.ts';

const { roadshow } = api;

function day(core: Core, round: string, act: (open: OpenCore) => void) {
  const open = core.opened();
  act(open);
  tellWindows(open, { round, application: null, stage: null });
  return roadshowOf(open, round);
}

function sheet(core: Core, { round, application }: { round: string; application: string }, act: (open: OpenCore) => void) {
  const open = core.opened();
  act(open);
  const address = { round, application, stage: 'roadshow' as const };
  tellWindows(open, address);
  return viewSheet(open, address);
}

/** The roadshow day. */
export const roadshowRouter = {
  get: roadshow.get.handler(({ input, context: { core } }) => roadshowOf(core.opened(), input.round)),
  draw: roadshow.draw.handler(({ input, context: { core } }) => day(core, input.round, (open) => drawOrder(open, input))),
  arrange: roadshow.arrange.handler(({ input, context: { core } }) => day(core, input.round, (open) => arrangeOrder(open, input))),
  setLimits: roadshow.setLimits.handler(({ input, context: { core } }) => day(core, input.round, (open) => setLimits(open, input))),
  pressClock: roadshow.pressClock.handler(({ input, context: { core } }) =>
    day(core, input.round, (open) => pressClock(open, input, input.event)),
  ),
  noteConnected: roadshow.noteConnected.handler(({ input, context: { core } }) =>
    sheet(core, input, (open) => noteConnected(open, input, input.note)),
  ),
  fixScores: roadshow.fixScores.handler(({ input, context: { core } }) => sheet(core, input, (open) => fixScores(open, input))),
  liftFixed: roadshow.liftFixed.handler(({ input, context: { core } }) => sheet(core, input, (open) => liftFixed(open, input))),
  keepQuestion: roadshow.keepQuestion.handler(({ input, context: { core } }) =>
    sheet(core, input, (open) => keepQuestion(open, input, input)),
  ),
  earlier: roadshow.earlier.handler(({ input, context: { core } }) => earlierThan(core.opened(), input)),
  adjust: roadshow.adjust.handler(({ input, context: { core } }) => {
    const open = core.opened();
    adjustEarlier(open, input);
    tellWindows(open, { round: input.round, application: input.application, stage: 'roadshow' });
    return { adjusted: true as const };
  }),
};

/** The windows that have this workspace open. */
export const windowsRouter = {
  watch: api.windows.watch.handler(({ input, context: { core }, signal }) => watchWindows(core.opened(), input.view === 'work', signal)),
};
