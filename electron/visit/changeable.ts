import type { VisitAddress } from '#db/stores/visits.ts';
import type { Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { locksOf } from '../my-round/locks.ts';
import { mineIn, myRound } from '../my-round/my-round.ts';
import type { LockCode } from '#shared/scoring/lock.ts';

/**
 * With which reason what lies beside the scores of a visit of mine may change, null where it needs none. Throws the refusals of `mineIn`.
 */
export function changeable(
  core: OpenCore,
  { round: id, application }: VisitAddress,
  reason: string | null,
): Result<string | null, LockCode> {
  const round = myRound(core, id);
  mineIn(round, application, 'visit');
  return locksOf(core, round, { round: id, application, stage: 'visit' }).reasonFor(null, reason);
}
