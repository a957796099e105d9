import { isIssueOf } from '#shared/domain/round.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { slotKey } from '#shared/scoring/index.ts';
import type { OpenCore } from '../core/core.ts';
import { keepPackage } from '../merging/kept-packages.ts';
import type { OpenedPackage } from '../packages/bag/read.ts';
import { keyIdOf } from '../packages/signature.ts';
import { applicationIn, myRound } from '../my-round/my-round.ts';

type Arrival = { readonly opened: OpenedPackage<'return'>; readonly fileName: string };

/**
 * Takes in what the chair returned to me: the named items unlock, all else stays as it is. The same package again is `unchanged`.
 * Refuses with `return/{other-round,not-by-chair,for-another,superseded,unknown-score,slot-unknown}`; a refused one
 * leaves everything as it was.
 */
export async function takeReturn(
  core: OpenCore,
  { opened, fileName }: Arrival,
): Promise<Result<{ outcome: 'taken' | 'unchanged'; round: string }>> {
  const { workspace } = core;
  const { rounds, packages, seals, sheets } = workspace.stores;
  const { document, sha256, signatures, skeleton, bytes } = opened;
  const file = fileName;
  const issued = rounds.get(document.round.id);
  if (issued === null || !isIssueOf(issued, document.round.sha256)) {
    return refused('return/other-round', { file });
  }
  const chair = issued.round.panel.find(({ role }) => role === 'chair');
  const chairKey = chair === undefined ? null : await keyIdOf(chair.signKey);
  if (!signatures.some(({ keyId }) => keyId === chairKey)) {
    return refused('return/not-by-chair', { file });
  }
  if (document.expert !== issued.me) {
    return refused('return/for-another', { file });
  }
  const round = issued.round.id;
  if (packages.get(sha256) !== null) {
    return ok({ outcome: 'unchanged', round });
  }
  const { sequence } = document;
  const newest = seals.heading(round)?.sequence ?? 0;
  if (sequence < newest) {
    return refused('return/superseded', { file, sequence, newest });
  }
  const seal = seals.get({ round, sequence });
  if (seal === null || !seal.exports.some((exported) => exported.sha256 === document.score)) {
    return refused('return/unknown-score', { file, sequence });
  }
  const mine = myRound(core, round);
  for (const item of document.items) {
    const known = issued.round.applications.some(({ id }) => id === item.application);
    const asked = known ? mine.slots(applicationIn(mine, item.application), item.stage) : [];
    if (!asked.some((slot) => slotKey(slot) === slotKey(item))) {
      return refused('return/slot-unknown', { file, item: item.item });
    }
  }
  return workspace.transaction(() => {
    const outcome = keepPackage(core, {
      kind: 'return',
      round,
      expert: document.expert,
      sequence,
      signer: chairKey,
      file,
      bytes,
      skeleton,
    });
    // A sheet I had marked complete is a draft again, so that the returned items can be answered.
    const complete = sheets.progress(round).filter(({ completedAt }) => completedAt !== null);
    for (const { application, stage } of complete) {
      if (document.items.some((item) => item.application === application && item.stage === stage)) {
        sheets.reopen({ round, application, stage }, document.reason);
      }
    }
    return ok({ outcome, round });
  });
}
