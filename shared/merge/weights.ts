import { comparesTotals, type Round } from '../domain/round.ts';
import { type Stage, stagesInOrder } from '../domain/values.ts';
import { type Fraction, fractionOfPoints, zero } from '../points/fraction.ts';
import { parsePoints, sumOfPoints } from '../points/hundredths.ts';
import { aggregate, type Weighed } from './aggregate.ts';
import type { AggregatedCandidate, GatheredCandidate } from './candidates.ts';
import type { GatheredGroup } from './groups.ts';
import { waitsForChair } from './measurements.ts';
import { type Given, normaliser } from './normalise.ts';
import { expectedExperts, type ExpertOnApplication } from './experts-on-application.ts';
import type { ExpertTotal } from './totals.ts';

/**
 * The candidates with the points of each level group across its experts, by the rules of `round`. A group without all of its points has
 * none. Under z-scores the scale is that of one entry per expert and candidate: 五—三级's if it is applied for, else 二—一级's.
 */
export function aggregateCandidates(round: Round, candidates: readonly GatheredCandidate[]): AggregatedCandidate[] {
  const scored = stagesInOrder.filter((stage) => round.rubric.items.some((item) => item.stage === stage && item.kind !== 'gate'));
  const isReady = (group: GatheredGroup, experts: readonly ExpertOnApplication[]) => hasAllPoints(group, { experts, scored });
  const weightOf = weighing(round, () =>
    candidates.flatMap(({ groups, experts }) =>
      groups
        .slice(0, 1)
        .filter((first) => isReady(first, experts))
        .flatMap(({ totals }) => totals.map(wholeTotal)),
    ),
  );
  return candidates.map((candidate) => ({
    ...candidate,
    groups: candidate.groups.map((group) => ({
      ...group,
      aggregate: isReady(group, candidate.experts)
        ? aggregate(
            round.rules,
            group.totals.map((total): Weighed => ({ ...total, weight: weightOf(total) })),
          )
        : null,
    })),
  }));
}

/** Whether everyone expected counts, each stage that carries points has someone, and no measurement waits for the chair. */
function hasAllPoints(
  { totals, differing }: GatheredGroup,
  { experts, scored }: { readonly experts: readonly ExpertOnApplication[]; readonly scored: readonly Stage[] },
): boolean {
  return (
    totals.length > 0 &&
    totals.length === expectedExperts(experts).length &&
    scored.every((stage) => totals.some(({ stages }) => stages[stage] !== null)) &&
    !differing.some(waitsForChair)
  );
}

/** The number that an expert's total enters the aggregate with. Where each stage or item has its own weights, it is not asked for. */
function weighing(round: Round, scale: () => Given[]): (total: ExpertTotal) => Fraction {
  if (!comparesTotals(round.rules)) {
    return () => zero;
  }
  if (round.rules.aggregate.method !== 'z-score') {
    return (total) => wholeTotal(total).total;
  }
  const highest = fractionOfPoints(sumOfPoints(round.rubric.items.map(({ max }) => parsePoints(max))));
  const normalised = normaliser(scale(), highest);
  return (total) => normalised(wholeTotal(total));
}

function wholeTotal({ expert, total }: ExpertTotal): Given {
  if (total === null) {
    throw new Error(`totals are compared, and ${expert} has none`);
  }
  return { expert, total };
}
