import type { VisitAddress } from '#db/stores/visits.ts';
import type { ReceivedVisit } from '#shared/api/visit.ts';
import { photoFlags } from '#shared/visit/photo-flags.ts';
import { chairedRound } from '../my-round/chaired-round.ts';
import { packagesToMerge } from '../merging/kept-packages.ts';
import type { OpenCore } from '../core/core.ts';
import { changedSince, photosElsewhere } from './view.ts';
import { myRound } from '../my-round/my-round.ts';

/** The visit sheets of an application in the newest package of each expert. Throws the refusals of `chairedRound`. */
export async function receivedVisits(core: OpenCore, { round: id, application }: VisitAddress): Promise<ReceivedVisit[]> {
  const { scores } = await packagesToMerge(core, chairedRound(core, id));
  const elsewhere = photosElsewhere(core, myRound(core, id), application);
  const newest = new Map<string, (typeof scores)[number]['document']>();
  for (const { document } of scores) {
    if ((newest.get(document.expert.id)?.sequence ?? 0) < document.sequence) {
      newest.set(document.expert.id, document);
    }
  }
  return [...newest.values()].flatMap(({ expert, sheets }) => {
    const sheet = sheets.find((one) => one.application === application && one.stage === 'visit');
    if (sheet === undefined) {
      return [];
    }
    const { visit } = sheet;
    return [
      {
        expert: expert.id,
        name: expert.name,
        sheet,
        changed: visit === undefined ? {} : changedSince(core, sheet, visit),
        flags: visit === undefined ? {} : Object.fromEntries(photoFlags(visit.photos, visit.record, elsewhere)),
      },
    ];
  });
}
