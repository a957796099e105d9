import type { Slot } from '#shared/domain/sheet.ts';
import { unfinished } from '#shared/scoring/decision.ts';
import type { OpenCore } from '../core/core.ts';
import type { MyRound } from '../my-round/my-round.ts';

type MySheet = {
  readonly address: Parameters<OpenCore['workspace']['stores']['sheets']['read']>[0];
  readonly slots: readonly Slot[];
  /** What the store counts: slots with an answer, whatever is missing beside it; undefined before the sheet was begun. */
  readonly progress: { readonly filled: number; readonly completedAt: string | null } | undefined;
};

/** At how many slots of a sheet of mine nothing is missing: no answer, second number, reason, comment or photo. The same as its screen counts. */
export function filledOf({ workspace }: Pick<OpenCore, 'workspace'>, { round }: MyRound, { address, slots, progress }: MySheet): number {
  if (progress === undefined || progress.filled === 0) {
    return 0;
  }
  // What is complete was looked at when it was completed.
  if (progress.completedAt !== null) {
    return progress.filled;
  }
  return slots.length - unfinished(round.rubric, workspace.stores.sheets.read(address), slots).length;
}
