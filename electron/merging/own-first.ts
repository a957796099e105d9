import { decisionsOf, type OwnSheet } from '#shared/merge/index.ts';
import { RefusedError } from '#shared/result.ts';
import { completeness } from '#shared/scoring/index.ts';
import type { OpenCore } from '../core/core.ts';
import { myRound } from '../my-round/my-round.ts';

/**
 * The sheets that I have to seal, filled in, before I may see what others gave: all that are mine to score, but those of applications
 * that I was left out of by a recorded decision. Empty for a chair who does not score, and in a practice round: what its made-up colleagues
 * gave is nobody's opinion, and whoever tries the program should see where it leads.
 */
export function sheetsToSealFirst(core: OpenCore, id: string): OwnSheet[] {
  const round = myRound(core, id);
  const { seals, resolutions } = core.workspace.stores;
  if (!round.roles.includes('expert') || round.round.practice) {
    return [];
  }
  const key = ({ application, stage }: OwnSheet) => `${application} ${stage}`;
  const sealed = new Map(seals.latest(id)?.document.sheets.map((sheet) => [key(sheet), sheet]));
  const decisions = decisionsOf(round.round, resolutions.current(id));
  return round.mine
    .filter((application) => !decisions.excludes(round.me, application.id))
    .flatMap((application) =>
      round.assigned(application).flatMap((stage) => {
        const own = { application: application.id, stage };
        const missing = completeness(round.round.rubric, sealed.get(key(own)) ?? null, round.slots(application, stage));
        return missing.length === 0 ? [] : [own];
      }),
    );
}

/** Throws a refusal `merge/own-sheets-first` while any of my own sheets is not sealed; with `only`, while that one is not. */
export function requireOwnSealed(core: OpenCore, id: string, only?: OwnSheet): void {
  const open = sheetsToSealFirst(core, id).filter(
    ({ application, stage }) => only === undefined || (only.application === application && only.stage === stage),
  );
  if (open.length > 0) {
    throw new RefusedError('merge/own-sheets-first', { count: open.length });
  }
}
