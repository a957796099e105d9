import type { Round } from '#shared/domain/round.ts';
import { rubricChanges } from '#shared/rubric/changes.ts';
import { slotKey, unfinished } from '#shared/scoring/index.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import type { OpenCore } from '../core/core.ts';
import { myRound } from '../my-round/my-round.ts';
import { reissueReason } from '../my-round/reissue-reason.ts';

type Arriving = { readonly round: Round; readonly sha256: string; readonly fileName: string };

/**
 * Why a round's package can't take the place of the one that is here: it is older than that (`round/superseded`), or does not say that
 * it replaces it (`round/not-a-successor`: two versions beside each other would let the chair choose afterwards), or makes a practice round
 * real (`round/practice-differs`). null when it can.
 */
export function refuseSuccession({ workspace }: OpenCore, { round, sha256, fileName }: Arriving): Refusal | null {
  const known = workspace.stores.rounds.get(round.id);
  if (known === null || known.sha256 === sha256) {
    return null;
  }
  const details = { file: fileName };
  if (known.round.replaces?.includes(sha256) === true) {
    return { code: 'round/superseded', details };
  }
  if (known.round.practice !== round.practice) {
    return { code: 'round/practice-differs', details };
  }
  const sameChair = chairKey(known.round) === chairKey(round);
  return sameChair && round.replaces?.includes(known.sha256) === true ? null : { code: 'round/not-a-successor', details };
}

/**
 * After a newer version was kept: what I scored stays; answers to items that changed, or are back after an issue without them, are to be
 * looked at again, complete sheets with such an answer or a new blank are drafts again, answers to items that are gone no longer count as
 * filled in, and bundles that are no longer in the round leave it.
 */
export function takeOver(core: OpenCore, before: Round): void {
  const { rounds, rechecks, applications, sheets } = core.workspace.stores;
  const now = rounds.get(before.id);
  if (now === null) {
    throw new Error('a version was taken over that was not kept');
  }
  const { round, issue } = now;
  for (const { bundle } of before.applications) {
    if (!round.applications.some((application) => application.bundle.sha256 === bundle.sha256)) {
      applications.removeFromRound({ round: round.id, bundle: bundle.sha256 });
    }
  }
  const mine = myRound(core, round.id);
  const asked = sheets.progress(round.id).flatMap(({ application, stage, completedAt }) => {
    const entry = mine.mine.find(({ id }) => id === application);
    const address = { round: round.id, application, stage };
    return entry === undefined ? [] : [{ address, isComplete: completedAt !== null, slots: mine.slots(entry, stage) }];
  });
  asked.forEach(({ address, slots }) => sheets.setAsked(address, slots));
  const toLookAt = rubricChanges(before.rubric, round.rubric).items.flatMap((change) =>
    change.kind === 'changed' ? [change.after.code] : change.kind === 'added' ? [change.item.code] : [],
  );
  rechecks.ask({ round: round.id, issue, items: toLookAt });
  const open = rechecks.open(round.id);
  for (const { address, isComplete, slots } of asked) {
    if (!isComplete) {
      continue;
    }
    const { application, stage } = address;
    const keys = new Set(slots.map(slotKey));
    const toCheck = open.some((one) => one.application === application && one.stage === stage && keys.has(slotKey(one.slot)));
    if (toCheck || unfinished(round.rubric, sheets.read(address), slots).length > 0) {
      sheets.reopen(address, reissueReason(issue));
    }
  }
}

function chairKey({ panel }: Round): string | undefined {
  return panel.find(({ role }) => role === 'chair')?.signKey.x;
}
