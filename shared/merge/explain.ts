import type { LevelGroup, Stage } from '../domain/values.ts';
import { type Fraction, formatFraction, fraction, roundHalfUp } from '../points/fraction.ts';
import { formatPoints } from '../points/hundredths.ts';
import { type Aggregate, type Counted } from './aggregate.ts';
import { type MergedCandidate, publishedStages, publishedTotal } from './candidates.ts';
import { workOut } from './merge.ts';
import type { CandidateRef } from './rank.ts';
import type { MergeRequest } from './request.ts';
import { isSameCandidate } from './resolutions.ts';
import { refOf } from './rank.ts';

/** How a candidate's total came about: item → stage → expert → dropped or kept → mean → total. */
export type Explanation = {
  readonly application: string;
  readonly occupation: string;
  readonly experts: {
    expert: string;
    name: string;
    counted: Counted;
    items: { item: string; levelGroup: LevelGroup | null; stage: Stage; points: string }[];
    stages: { document: string; visit: string; roadshow: string } | null;
    total: string | null;
  }[];
  /** The mean spelled out with exact numbers, `(82.25 + 83.00 + 81.50) ÷ 3`; empty while there is no total. */
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

function explanationOf({ round }: MergeRequest, { application, occupation, seats, totals, aggregate }: MergedCandidate): Explanation {
  return {
    application: application.id,
    occupation: occupation.name,
    experts: seats.map(({ expert, standing }) => {
      const own = totals.find((each) => each.expert === expert);
      return {
        expert,
        name: round.panel.find(({ id }) => id === expert)?.name ?? '',
        counted: standing === 'counting' ? (aggregate?.counted.get(expert) ?? 'kept') : standing,
        items:
          own?.items.flatMap(({ item, stage, entered }) =>
            entered.map(({ levelGroup, points }) => ({ item, levelGroup, stage, points: formatPoints(points) })),
          ) ?? [],
        stages: own === undefined ? null : publishedStages(own.stages),
        total: own === undefined ? null : formatPoints(roundHalfUp(own.total)),
      };
    }),
    formula: aggregate === null ? '' : formulaOf(aggregate, isSumOfItems(round.rules.aggregate)),
    total: aggregate === null ? null : publishedTotal(aggregate),
  };
}

function isSumOfItems({ method, by }: MergeRequest['round']['rules']['aggregate']): 'sum' | 'mean' {
  return by === 'item' && (method === 'trimmed' || method === 'median') ? 'sum' : 'mean';
}

function formulaOf({ terms }: Aggregate, how: 'sum' | 'mean'): string {
  const added = terms.map(spellOut).join(' + ');
  return how === 'sum' ? added : `(${added}) ÷ ${terms.length}`;
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
