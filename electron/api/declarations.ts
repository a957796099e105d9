import { valueOf } from '#shared/result.ts';
import { acceptCommitment, declarationsOf, declareConflicts, signIn } from '../declarations/declare.ts';
import { vote } from '../declarations/vote.ts';
import { api } from './base.ts';

/** What I declare before scoring. */
export const declarationsRouter = {
  get: api.declarations.get.handler(({ input, context: { core } }) => declarationsOf(core.opened(), input.round)),
  signIn: api.declarations.signIn.handler(async ({ input, context: { core } }) => {
    await signIn(core.opened(), input);
    return declarationsOf(core.opened(), input.round);
  }),
  accept: api.declarations.accept.handler(async ({ input, context: { core } }) => {
    valueOf(await acceptCommitment(core.opened(), input.round));
    return declarationsOf(core.opened(), input.round);
  }),
  vote: api.declarations.vote.handler(({ input, context: { core } }) => {
    valueOf(vote(core.opened(), input));
    return declarationsOf(core.opened(), input.round);
  }),
  declareConflicts: api.declarations.declareConflicts.handler(({ input, context: { core } }) => {
    valueOf(declareConflicts(core.opened(), input.round, input.conflicts));
    return declarationsOf(core.opened(), input.round);
  }),
};
