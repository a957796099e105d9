import type { Rules } from '../domain/round.ts';
import type { DecidedCandidate } from './candidates.ts';
import { type CandidateOutcome, candidateOutcomeOf } from './outcome.ts';
import type { Ranking } from './rank.ts';
import type { Reason } from './reason.ts';

type Ranked = { readonly candidate: DecidedCandidate; readonly rank: number };

/**
 * What an occupation's quota makes of those who would be recommended, best rank first: those beyond it are `not-recommended`
 * (`beyond-quota`). Candidates that share a rank across its edge are not told apart by chance: they are `pending` (`quota-tied`) while a
 * vote can still order them, and beyond the quota where the round's tie-break knows no vote. No level of theirs is recommended. Absent = as
 * decided.
 */
export function beyondQuotas(
  rules: Rules,
  { candidates, ranking }: { readonly candidates: readonly DecidedCandidate[]; readonly ranking: Pick<Ranking, 'rankOf'> },
): Map<DecidedCandidate, CandidateOutcome> {
  const votes = rules.tieBreak.some(({ by }) => by === 'vote');
  const changed = new Map<DecidedCandidate, CandidateOutcome>();
  for (const { occupation, most } of rules.quotas ?? []) {
    const passing = candidates.flatMap((candidate): Ranked[] => {
      const rank = ranking.rankOf(candidate);
      return candidate.occupation.name === occupation && candidate.leading.outcome === 'recommended' && rank !== null
        ? [{ candidate, rank }]
        : [];
    });
    for (const { candidate, rank } of passing) {
      const better = passing.filter((other) => other.rank < rank).length;
      const alike = passing.filter((other) => other.rank === rank).length;
      if (better + alike > most) {
        const waits = votes && better < most;
        const reason: Reason = { code: waits ? 'quota-tied' : 'beyond-quota', details: { most } };
        const { reasons } = candidateOutcomeOf(candidate);
        changed.set(candidate, { outcome: waits ? 'pending' : 'not-recommended', levelsRecommended: [], reasons: [...reasons, reason] });
      }
    }
  }
  return changed;
}
