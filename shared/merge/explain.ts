import type { LevelGroup, Stage } from '../domain/values.ts';
import { type Fraction, formatFraction, fraction, roundHalfUp } from '../points/fraction.ts';
import { formatPoints } from '../points/hundredths.ts';
import type { Aggregate, Counted, StagesCounted } from './aggregate.ts';
import type { DecidedCandidate } from './candidates.ts';
import { workOut } from './merge.ts';
import { publishedExpert, publishedTotal } from './publish.ts';
import type { CandidateRef } from './rank.ts';
import type { MergeRequest } from './request.ts';
import { isSameCandidate } from './resolutions.ts';
import { refOf } from './rank.ts';

/** How a candidate's total came about, that of its leading group: item → stage → expert → dropped or kept → mean → total. */
export type Explanation = {
  readonly application: string;
  readonly occupation: string;
  readonly group: LevelGroup;
  readonly experts: {
    expert: string;
    name: string;
    counted: Counted;
    stagesCounted?: StagesCounted;
    items: { item: string; levelGroup: LevelGroup | null; stage: Stage; points: string }[];
    stages: Record<Stage, string | null> | null;
    total: string | null;
  }[];
  /** The mean, or the means that make up the total, spelled out with exact numbers: `(82.25 + 83.00 + 81.50) ÷ 3`; empty while there is no total. */
  readonly formula: string;
  readonly total: string | null;
};

/** Explains one candidate of the merge; null when the round has no such candidate. */
export function explain(request: MergeRequest, candidate: CandidateRef): Explanation | null {
  const found = workOut(request)
    .applications.flatMap(({ candidates }) => candidates)
    .find((each) => isSameCandidate(refOf(each), candidate));
  return found === undefined ? null : explanationOf(request, found);
}

/** Explains a candidate that was worked out from the request. */
export function explanationOf({ round }: MergeRequest, { application, occupation, experts, leading }: DecidedCandidate): Explanation {
  const { totals, aggregate } = leading;
  return {
    application: application.id,
    occupation: occupation.name,
    group: leading.group,
    experts: round.panel.flatMap(({ id, name }) =>
      experts
        .filter(({ expert }) => expert === id)
        .map((member) => ({
          expert: id,
          name,
          items: totals
            .filter(({ expert }) => expert === id)
            .flatMap(({ items }) => items)
            .map(({ scored: { item, levelGroup, stage }, points }) => ({ item, levelGroup, stage, points: formatPoints(points) })),
          ...publishedExpert(member, leading),
        })),
    ),
    formula: aggregate === null ? '' : formulaOf(aggregate),
    total: aggregate === null ? null : publishedTotal(aggregate),
  };
}

function formulaOf({ means }: Aggregate): string {
  return means
    .map((terms) => {
      const added = terms.map(spellOut).join(' + ');
      return terms.length === 1 ? added : `(${added}) ÷ ${terms.length}`;
    })
    .join(' + ');
}

/** At least two decimals, all of them where they end within six; else rounded to six, with ≈. */
function spellOut(number: Fraction): string {
  const exact = formatFraction(number);
  const [, decimals = ''] = exact.split('.');
  if (exact.includes('/') || decimals.length > 6) {
    return `≈${formatFraction(fraction(roundHalfUp({ ...number, numerator: number.numerator * 10_000n }), 1_000_000n))}`;
  }
  return decimals.length >= 2 ? exact : formatPoints(roundHalfUp(number));
}
