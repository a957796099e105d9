import { checkResult } from '../results/check-result.ts';
import { api } from './base.ts';

/** What a member of the panel sees of a result. */
export const resultsRouter = {
  get: api.results.get.handler(({ input, context: { core } }) => checkResult(core.opened(), input.round)),
};
