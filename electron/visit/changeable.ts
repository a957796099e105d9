import type { VisitAddress } from '#db/stores/visits.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { mineIn, myRound } from '../review/my-round.ts';

/**
 * Whether what lies beside the scores of a visit of mine may change. Refuses with `review/sheet-complete`, and with
 * `review/reason-needed` once the sheet was sealed; throws the refusals of `mineIn`.
 */
export function changeable(core: OpenCore, { round, application }: VisitAddress, reason: string | null): Result<null> {
  mineIn(myRound(core, round), application, 'visit');
  const sheet = core.workspace.stores.sheets.progressOf({ round, application, stage: 'visit' });
  if (sheet?.completedAt != null) {
    return refused('review/sheet-complete');
  }
  return sheet?.sealed != null && (reason ?? '').trim() === '' ? refused('review/reason-needed') : ok(null);
}
