import type { VisitAddress } from '#db/stores/visits.ts';
import { valueOf } from '#shared/result.ts';
import type { Core, OpenCore } from '../core/core.ts';
import { addCapture, addPhotos } from '../visit/photos.ts';
import { receivedVisits } from '../visit/received.ts';
import { keepScreenCopy, saveRecord, setLayer } from '../visit/record.ts';
import { sign } from '../visit/sign.ts';
import { viewVisit } from '../visit/view.ts';
import { tellWindows } from '../windows/windows.ts';
import { api, streamWork } from './base.ts';

const { visit } = api;

/** Does something to a visit, and tells the other windows. */
async function changed<Done>(open: OpenCore, { round, application }: VisitAddress, act: () => Done | Promise<Done>): Promise<Done> {
  const done = await act();
  tellWindows(open, { round, application, stage: 'visit' });
  return done;
}

/** Does something to a visit, tells the other windows, and shows it as it is then. */
async function changedView(core: Core, address: VisitAddress, act: (open: OpenCore) => unknown) {
  const open = core.opened();
  await changed(open, address, () => act(open));
  return viewVisit(open, address);
}

/** What is recorded on site beside the scores. */
export const visitRouter = {
  get: visit.get.handler(({ input, context: { core } }) => viewVisit(core.opened(), input)),
  saveRecord: visit.saveRecord.handler(({ input, context: { core } }) =>
    changedView(core, input, (open) => valueOf(saveRecord(open, input))),
  ),
  addPhotos: visit.addPhotos.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, (tools) => changed(open, input, async () => valueOf(await addPhotos(open, input, tools))));
  }),
  addCapture: visit.addCapture.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return changed(open, input, async () => valueOf(await addCapture(open, input)));
  }),
  keepScreenCopy: visit.keepScreenCopy.handler(({ input, context: { core } }) =>
    changedView(core, input, async (open) => valueOf(await keepScreenCopy(open, input))),
  ),
  setLayer: visit.setLayer.handler(({ input, context: { core } }) => changedView(core, input, (open) => valueOf(setLayer(open, input)))),
  sign: visit.sign.handler(({ input, context: { core } }) => changedView(core, input, async (open) => valueOf(await sign(open, input)))),
  received: visit.received.handler(({ input, context: { core } }) => receivedVisits(core.opened(), input)),
};
