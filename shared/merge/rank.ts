import type { Rules, TieBreak } from '../domain/round.ts';
import { roundHalfUp } from '../points/fraction.ts';
import { type Hundredths, parsePoints } from '../points/hundredths.ts';
import type { Aggregate } from './aggregate.ts';
import type { DecidedCandidate } from './candidates.ts';
import { publishedTotal } from './publish.ts';
import { type Decisions, isSameCandidate } from './resolutions.ts';

/** A candidate that takes part in the ranking, with the points of its leading group. */
type Ranked = { readonly candidate: DecidedCandidate; readonly aggregate: Aggregate };
export type CandidateRef = { readonly application: string; readonly occupation: string };

export type Ranking = {
  rankOf(candidate: DecidedCandidate): number | null;
  /** Candidates whose order the tie-break left to a vote. */
  readonly ties: readonly { readonly candidates: readonly CandidateRef[]; readonly resolved: boolean }[];
};

/**
 * Ranks the candidates of the round in one list, whatever their occupations, by published total, then by the round's tie-break on
 * published points; a vote counts when a resolution names every candidate of the tie. What stays tied shares its rank (1, 2, 2, 4).
 * Those who are ruled out or pending are not to be passed in. Where a candidate stands in its occupation follows from this (`place.ts`).
 */
export function rank(rules: Rules, candidates: readonly DecidedCandidate[], decisions: Decisions): Ranking {
  const ranks = new Map<DecidedCandidate, number>();
  const ties: Ranking['ties'][number][] = [];
  const aggregated = candidates.flatMap((candidate): Ranked[] => {
    const { aggregate } = candidate.leading;
    return aggregate === null ? [] : [{ candidate, aggregate }];
  });
  let place = 1;
  for (const equals of splitBy([aggregated], ({ aggregate }) => parsePoints(publishedTotal(aggregate)))) {
    for (const group of breakTie(equals)) {
      group.forEach(({ candidate }) => ranks.set(candidate, place));
      place += group.length;
    }
  }
  return { rankOf: (candidate) => ranks.get(candidate) ?? null, ties };

  function breakTie(equals: readonly Ranked[]): (readonly Ranked[])[] {
    let groups: (readonly Ranked[])[] = [equals];
    for (const tieBreak of rules.tieBreak) {
      groups = tieBreak.by === 'vote' ? groups.flatMap(vote) : splitBy(groups, ({ aggregate }) => scoreFor(tieBreak, aggregate));
    }
    return groups;
  }

  function vote(group: readonly Ranked[]): (readonly Ranked[])[] {
    if (group.length < 2) {
      return [group];
    }
    const refs = group.map(({ candidate }) => refOf(candidate));
    const resolution = decisions.tie(refs);
    ties.push({ candidates: refs, resolved: resolution !== null });
    return resolution === null
      ? [group]
      : resolution.order.flatMap((ref) =>
          group.filter(({ candidate }) => isSameCandidate(refOf(candidate), ref)).map((ranked) => [ranked]),
        );
  }
}

export function refOf({ application, occupation }: Pick<DecidedCandidate, 'application' | 'occupation'>): CandidateRef {
  return { application: application.id, occupation: occupation.name };
}

/** The published points that a tie-break compares. */
export function scoreFor(tieBreak: Exclude<TieBreak, { by: 'vote' }>, { stages, categories }: Aggregate): Hundredths {
  switch (tieBreak.by) {
    case 'stage':
      return roundHalfUp(stages[tieBreak.stage]);
    case 'category': {
      const points = categories.get(tieBreak.category);
      return points === undefined ? 0n : roundHalfUp(points);
    }
  }
}

/** Splits each group into groups of equal points, highest first; within a group the order stays. */
function splitBy(groups: readonly (readonly Ranked[])[], pointsOf: (ranked: Ranked) => Hundredths): (readonly Ranked[])[] {
  return groups.flatMap((group) =>
    [...Map.groupBy(group, pointsOf)].toSorted(([left], [right]) => (left < right ? 1 : -1)).map(([, equals]) => equals),
  );
}
