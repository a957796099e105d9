import { valueOf } from '#shared/result.ts';
import { framesOfScore } from '../submission/score-frames.ts';
import { api, streamWork } from './base.ts';

/** Packages that go from a screen to a camera. */
export const framesRouter = {
  ofScore: api.frames.ofScore.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => valueOf(await framesOfScore(open, input, tools)));
  }),
  receive: api.frames.receive.handler(({ input, context: { core } }) => core.opened().receptions.receive(core, input)),
  forget: api.frames.forget.handler(({ input, context: { core } }) => core.opened().receptions.forget(input.reception)),
};
