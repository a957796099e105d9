import { valueOf } from '#shared/result.ts';
import { compareReturn, exportReturnAgain, makeReturn, returnableAnswers } from '../returns/chair-returns.ts';
import { api, streamWork } from './base.ts';

/** What the chair returns to the experts, and what became of it. */
export const returnsRouter = {
  answers: api.returns.answers.handler(async ({ input, context: { core } }) => valueOf(await returnableAnswers(core.opened(), input))),
  make: api.returns.make.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => valueOf(await makeReturn(open, input, tools)));
  }),
  exportAgain: api.returns.exportAgain.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => valueOf(await exportReturnAgain(open, input, tools)));
  }),
  comparison: api.returns.comparison.handler(({ input, context: { core } }) => compareReturn(core.opened(), input)),
};
