import { valueOf } from '#shared/result.ts';
import { addCapture, addPhotos } from '../visit/photos.ts';
import { receivedVisits } from '../visit/received.ts';
import { keepScreenCopy, saveRecord, setLayer } from '../visit/record.ts';
import { sign } from '../visit/sign.ts';
import { viewVisit } from '../visit/view.ts';
import { api, streamWork } from './base.ts';

const { visit } = api;

/** What is recorded on site beside the scores. */
export const visitRouter = {
  get: visit.get.handler(({ input, context: { core } }) => viewVisit(core.opened(), input)),
  saveRecord: visit.saveRecord.handler(({ input, context: { core } }) => {
    valueOf(saveRecord(core.opened(), input));
    return viewVisit(core.opened(), input);
  }),
  addPhotos: visit.addPhotos.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => valueOf(await addPhotos(open, input, tools)));
  }),
  addCapture: visit.addCapture.handler(async ({ input, context: { core } }) => valueOf(await addCapture(core.opened(), input))),
  keepScreenCopy: visit.keepScreenCopy.handler(async ({ input, context: { core } }) => {
    valueOf(await keepScreenCopy(core.opened(), input));
    return viewVisit(core.opened(), input);
  }),
  setLayer: visit.setLayer.handler(({ input, context: { core } }) => {
    valueOf(setLayer(core.opened(), input));
    return viewVisit(core.opened(), input);
  }),
  sign: visit.sign.handler(async ({ input, context: { core } }) => {
    valueOf(await sign(core.opened(), input));
    return viewVisit(core.opened(), input);
  }),
  received: visit.received.handler(({ input, context: { core } }) => receivedVisits(core.opened(), input)),
};
