import type { FurtherBallot } from '#shared/domain/election.ts';
import { RefusedError } from '#shared/result.ts';
import { checkRound } from '../round-package/check-round.ts';
import type { OpenCore } from '../core/core.ts';
import { changeDraft, roundOf } from './draft.ts';
import { beginReissue } from './reissue.ts';

/**
 * Puts a further ballot for 组长 into the next issue of a round, after those that are out; one that was put there before gives way. Throws
 * `draft/round-not-found`, `merge/not-chair`, and `round/ballot-unfit` where electors or candidates are not those of the round.
 */
export function openBallot(core: OpenCore, { round, ballot }: { round: string; ballot: FurtherBallot }): void {
  beginReissue(core, round);
  const issued = core.workspace.stores.rounds.get(round)?.round.ballots ?? [];
  changeDraft(core, round, (draft) => {
    const next = { ...draft, ballots: [...issued, ballot] };
    const checked = checkRound(roundOf(next));
    if (!checked.ok && checked.refusal.code === 'round/ballot-unfit') {
      throw new RefusedError(checked.refusal.code, checked.refusal.details);
    }
    return next;
  });
}
