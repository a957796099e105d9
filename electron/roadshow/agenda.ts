import { createHash, randomInt } from 'node:crypto';
import type { RoadshowView } from '#shared/api/roadshow.ts';
import type { Agenda, ClockLimits } from '#shared/domain/roadshow.ts';
import { RefusedError } from '#shared/result.ts';
import { defaultLimits } from '#shared/roadshow/clock.ts';
import { drawMethod, drawnOrder } from '#shared/roadshow/draw.ts';
import type { OpenCore } from '../core/core.ts';
import { myRound, scoresIn } from '../my-round/my-round.ts';

/** The roadshow day of a round: the agenda, the clocks of all applicants, and which of them are mine. */
export function roadshowOf(core: OpenCore, id: string): RoadshowView {
  const round = myRound(core, id);
  const { roadshow, sheets } = core.workspace.stores;
  const agenda = roadshow.agenda(id);
  const kept = new Map(sheets.readStage(id, 'roadshow').map((sheet) => [sheet.application, sheet]));
  const order = agenda?.order ?? round.round.applications.map((application) => application.id);
  const byId = new Map(round.round.applications.map((application) => [application.id, application]));
  return {
    arranged: agenda !== null,
    draw: agenda?.draw ?? null,
    limits: agenda?.limits ?? defaultLimits,
    applications: order.flatMap((one) => {
      const application = byId.get(one);
      return application === undefined
        ? []
        : [
            {
              id: application.id,
              applicant: application.applicant.name,
              mine: scoresIn(round, application, 'roadshow'),
              recused: round.isRecused(application),
              clock: kept.get(application.id)?.roadshow?.clock ?? [],
            },
          ];
    }),
  };
}

/** Draws the order of all applicants of the round, by the seed given or by a new one. */
export function drawOrder(core: OpenCore, { round: id, seed }: { round: string; seed: string | null }): void {
  const ids = myRound(core, id).round.applications.map((application) => application.id);
  // Digits in two groups: short enough to be read out and typed on the other laptops.
  const drawn = seed ?? `${randomInt(1000, 10_000)}-${randomInt(1000, 10_000)}`;
  const order = drawnOrder(ids, { seed: drawn, sha256: (text) => createHash('sha256').update(text).digest() });
  save(core, id, { order, draw: { method: drawMethod, seed: drawn } });
}

/** Arranges the order by hand. Throws `roadshow/order-incomplete`. */
export function arrangeOrder(core: OpenCore, { round: id, order }: { round: string; order: readonly string[] }): void {
  const ids = new Set(myRound(core, id).round.applications.map((application) => application.id));
  if (order.length !== ids.size || new Set(order).size !== ids.size || order.some((one) => !ids.has(one))) {
    throw new RefusedError('roadshow/order-incomplete');
  }
  save(core, id, { order: [...order], draw: null });
}

/** How long talks and questions take. */
export function setLimits(core: OpenCore, { round: id, limits }: { round: string; limits: ClockLimits }): void {
  myRound(core, id);
  save(core, id, { limits });
}

function save(core: OpenCore, id: string, change: Partial<Agenda>): void {
  const { roadshow } = core.workspace.stores;
  const before = roadshow.agenda(id) ?? {
    order: myRound(core, id).round.applications.map((application) => application.id),
    draw: null,
    limits: defaultLimits,
  };
  roadshow.saveAgenda(id, { ...before, ...change });
}
