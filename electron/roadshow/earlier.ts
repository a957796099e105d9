import type { Slot } from '#shared/domain/sheet.ts';
import { RefusedError, valueOf } from '#shared/result.ts';
import { earlierScores, type EarlierScore } from '#shared/roadshow/earlier.ts';
import { entriesBySlot, slotKey } from '#shared/scoring/index.ts';
import type { OpenCore } from '../core/core.ts';
import { mineIn, myRound } from '../my-round/my-round.ts';
import { noProposals } from '../review/proposals.ts';
import { recordAnswer } from '../review/sheets.ts';
import { roadshowOf } from './agenda.ts';

/** What I gave the applicants who came before this one. */
export function earlierThan(core: OpenCore, { round, application }: { round: string; application: string }): EarlierScore[] {
  mineIn(myRound(core, round), application, 'roadshow');
  const order = roadshowOf(core, round).applications.filter(({ mine }) => mine);
  return earlierScores({ order, sheets: core.workspace.stores.sheets.readStage(round, 'roadshow'), application });
}

type Adjustment = {
  readonly round: string;
  readonly application: string;
  readonly slot: Slot;
  readonly points: string;
  readonly reason: string;
};

/**
 * Gives an applicant of earlier that day other points, with the reason; comment and evidence stay. A complete sheet is reopened for it and
 * complete again afterwards, which is on record. Throws `roadshow/reason-needed` and what `recordAnswer` refuses.
 */
export function adjustEarlier(core: OpenCore, { round, application, slot, points, reason }: Adjustment): void {
  mineIn(myRound(core, round), application, 'roadshow');
  if (reason.trim() === '') {
    throw new RefusedError('roadshow/reason-needed');
  }
  const { workspace } = core;
  const { sheets } = workspace.stores;
  const address = { round, application, stage: 'roadshow' as const };
  const standing = entriesBySlot(sheets.read(address)).get(slotKey(slot));
  const { comment = '', evidence = [] } = standing ?? {};
  const progress = sheets.progressOf(address);
  const isComplete = progress !== null && progress.completedAt !== null;
  workspace.transaction(() => {
    // A sealed sheet is reopened by the change itself, with its reason.
    if (isComplete && progress.sealed === null) {
      sheets.reopen(address, reason);
    }
    valueOf(
      recordAnswer(core, {
        address,
        slot,
        answer: { value: null, points, verdict: null, comment, evidence },
        reason,
        proposals: noProposals,
      }),
    );
    if (isComplete) {
      sheets.complete(address);
    }
  });
}
