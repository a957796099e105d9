import { boardOf, explanationOf, exportResult, rankingOf, resolve } from '../merging/chair-board.ts';
import { panelQualityOf, sensitivityOf } from '../merging/look-behind.ts';
import { changedSinceCode, noteCode } from '../merging/seal-codes.ts';
import { openBallot } from '../rounds/open-ballot.ts';
import { valueOf } from '#shared/result.ts';
import { api, streamWork } from './base.ts';

/** What the chair does with what the experts handed in. */
export const mergeRouter = {
  board: api.merge.board.handler(({ input, context: { core } }) => boardOf(core.opened(), input.round)),
  resolve: api.merge.resolve.handler(({ input, context: { core } }) => {
    valueOf(resolve(core.opened(), input));
    return boardOf(core.opened(), input.round);
  }),
  openBallot: api.merge.openBallot.handler(({ input, context: { core } }) => {
    openBallot(core.opened(), input);
    return {};
  }),
  noteCode: api.merge.noteCode.handler(({ input, context: { core } }) => {
    valueOf(noteCode(core.opened(), input));
    return boardOf(core.opened(), input.round);
  }),
  changedSinceCode: api.merge.changedSinceCode.handler(({ input, context: { core } }) => valueOf(changedSinceCode(core.opened(), input))),
  ranking: api.merge.ranking.handler(({ input, context: { core } }) => rankingOf(core.opened(), input.round)),
  explain: api.merge.explain.handler(async ({ input, context: { core } }) => valueOf(await explanationOf(core.opened(), input))),
  sensitivity: api.merge.sensitivity.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, (tools) => sensitivityOf(open, input.round, tools));
  }),
  quality: api.merge.quality.handler(({ input, context: { core } }) => panelQualityOf(core.opened(), input.round)),
  export: api.merge.export.handler(({ input, context: { core } }) => {
    const open = core.opened();
    return streamWork(open, async (tools) => valueOf(await exportResult(open, input.round, tools)));
  }),
};
