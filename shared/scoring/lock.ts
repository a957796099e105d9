import * as z from 'zod';
import { proseSchema } from '../domain/values.ts';
import { ok, refused, type Result } from '../result.ts';

/** Why something of a sheet can’t be changed, or not without a reason. */
export type LockCode = 'review/not-mine' | 'review/not-returned' | 'review/reason-needed' | 'review/sheet-complete';

/** What bears on changing one answer of a sheet, or what lies beside its answers. What else of the expert's was sealed plays no part. */
export type LockInputs = {
  /** Whether it is this expert's to score. */
  readonly mine: boolean;
  /** Whether the sheet is marked complete. */
  readonly completed: boolean;
  /** Whether some sealed version holds this sheet. */
  readonly sealed: boolean;
  /** Whether a return that still waits names items of this sheet. */
  readonly returned: boolean;
  /** The chair's reason, where this very answer is one of them; null elsewhere. */
  readonly returnReason: string | null;
  /** The words with which a later issue of the round asks for this answer anew; null where none does. */
  readonly reissueReason: string | null;
};

/**
 * How an answer may be changed (design.md §4): `open`; `complete`, once the sheet is reopened, which takes no reason and is on record; `reason`,
 * with a written reason, as a new version; `returned`, with the chair's reason, to which the expert may add; `held`, not before the
 * returned items of its sheet are sealed anew; `not-mine`, never.
 */
export const lockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['open', 'complete', 'reason', 'held', 'not-mine']) }),
  z.strictObject({ kind: z.literal('returned'), reason: proseSchema }),
]);
export type Lock = z.infer<typeof lockSchema>;

/** The one rule by which sheets of all stages are locked, on the screens as in the core. */
export function lockOf({ mine, completed, sealed, returned, returnReason, reissueReason }: LockInputs): Lock {
  if (!mine) {
    return { kind: 'not-mine' };
  }
  if (!sealed && completed) {
    return { kind: 'complete' };
  }
  if (returnReason !== null) {
    return { kind: 'returned', reason: returnReason };
  }
  // What a later issue asks anew is in no sealed version yet, as long as nobody called it done.
  if (!sealed || (reissueReason !== null && !completed)) {
    return { kind: 'open' };
  }
  return { kind: returned ? 'held' : 'reason' };
}

/** Whether a lock is open for who has given this reason; null: none was asked for yet. A returned answer opens with an empty one. */
export function opensWith(lock: Lock, given: string | null): boolean {
  switch (lock.kind) {
    case 'open':
      return true;
    case 'returned':
      return given !== null;
    case 'reason':
      return given !== null && given.trim() !== '';
    case 'complete':
    case 'held':
    case 'not-mine':
      return false;
  }
}

/**
 * The reason that a change is kept with, null where it needs none; `item` names the answer in a refusal's sentence.
 */
export function keptReason(standing: LockInputs, { given, item }: { given: string | null; item: string }): Result<string | null, LockCode> {
  const lock = lockOf(standing);
  const own = (given ?? '').trim();
  switch (lock.kind) {
    case 'open':
      return ok(own === '' ? standing.reissueReason : own);
    case 'returned':
      return ok(own === '' || own === lock.reason ? lock.reason : `${lock.reason} / ${own}`);
    case 'reason':
      return own === '' ? refused('review/reason-needed') : ok(own);
    case 'complete':
      return refused('review/sheet-complete');
    case 'held':
      return refused('review/not-returned', { item });
    case 'not-mine':
      return refused('review/not-mine');
  }
}
