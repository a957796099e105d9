import type { SheetAddress } from '#db/stores/sheets.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import type { Result } from '#shared/result.ts';
import { rubricChanges } from '#shared/rubric/changes.ts';
import { keptReason, type Lock, lockOf, slotKey, slotsOf, type LockInputs } from '#shared/scoring/index.ts';
import type { LockCode } from '#shared/scoring/lock.ts';
import type { OpenCore } from '../core/core.ts';
import { pendingReturns } from './pending-returns.ts';
import { applicationIn, type MyRound, scoresIn } from './my-round.ts';
import { reissueReason } from './reissue-reason.ts';

/** How a sheet of mine may be changed now: by the rule of `shared/scoring/lock.ts`, from what is on disk. */
export type SheetLocks = {
  readonly completed: boolean;
  readonly sealed: boolean;
  /** What lies beside the answers: methods, the visit's record and photos, the roadshow's notes. */
  readonly sheet: Lock;
  of(slot: Slot): Lock;
  /** The reason that a change of an answer is kept with; null as `slot`: of what lies beside. */
  reasonFor(slot: Slot | null, given: string | null): Result<string | null, LockCode>;
};

/** The locks of one sheet. Throws `review/application-unknown`. */
export function locksOf(core: OpenCore, round: MyRound, address: SheetAddress): SheetLocks {
  const progress = core.workspace.stores.sheets.progressOf(address);
  const returns = pendingReturns(core, address.round);
  const whole = {
    mine: scoresIn(round, applicationIn(round, address.application), address.stage),
    completed: progress !== null && progress.completedAt !== null,
    sealed: progress !== null && progress.sealed !== null,
    returned: returns.names(address),
  };
  const beside: LockInputs = { ...whole, returnReason: whole.sealed ? returns.sheetReason(address) : null, reissueReason: null };
  const askedAnew = askedAnewOf(core, round, { address, sealed: progress?.sealed?.sequence ?? null });
  const standing = (slot: Slot | null): LockInputs =>
    slot === null ? beside : { ...whole, returnReason: returns.reasonFor(address, slot), reissueReason: askedAnew(slot) };
  return {
    completed: whole.completed,
    sealed: whole.sealed,
    sheet: lockOf(beside),
    of: (slot) => lockOf(standing(slot)),
    reasonFor: (slot, given) => keptReason(standing(slot), { given, item: slot?.item ?? '' }),
  };
}

/**
 * With which words a later issue asks for an answer anew: of what it was asked about and has not confirmed, and, once the sheet was sealed, of
 * every item that is new or another since. It stays so until the sheet is sealed anew: the second key counts like the first.
 */
function askedAnewOf(
  core: OpenCore,
  round: MyRound,
  { address, sealed }: { address: SheetAddress; sealed: number | null },
): (slot: Slot) => string | null {
  if (round.issue === 1) {
    return () => null;
  }
  const { rechecks, rounds, seals } = core.workspace.stores;
  const open = new Map(
    rechecks
      .open(address.round)
      .filter(({ application, stage }) => application === address.application && stage === address.stage)
      .map(({ slot, since }) => [slotKey(slot), since]),
  );
  const from = sealed === null ? round.issue : rounds.issueBy(seals.roundOf({ round: address.round, sequence: sealed }));
  const issues = Array.from({ length: round.issue - from + 1 }, (_, index) =>
    rounds.issued({ round: round.round.id, issue: from + index }),
  );
  const changed = new Set(
    issues.flatMap((issue, index) => {
      const next = issues[index + 1];
      return next === undefined
        ? []
        : rubricChanges(issue.rubric, next.rubric).items.flatMap((one) => (one.kind === 'changed' ? [one.after.code] : []));
    }),
  );
  const before = issues[0]?.applications.find(({ id }) => id === address.application);
  const asked = new Set(
    before === undefined || issues[0] === undefined ? [] : slotsOf(issues[0].rubric, address.stage, before).map(slotKey),
  );
  return (slot) => {
    const since = open.get(slotKey(slot));
    if (since !== undefined) {
      return reissueReason(since);
    }
    const isNew = sealed !== null && (changed.has(slot.item) || !asked.has(slotKey(slot)));
    return isNew ? reissueReason(round.issue) : null;
  };
}
