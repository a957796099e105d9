import type { CandidateResult, GroupResult } from '../domain/result.ts';
import type { Stage } from '../domain/values.ts';
import { type Fraction, roundHalfUp } from '../points/fraction.ts';
import { formatPoints } from '../points/hundredths.ts';
import type { Aggregate } from './aggregate.ts';
import type { DecidedCandidate } from './candidates.ts';
import type { AggregatedGroup, DecidedGroup } from './groups.ts';
import type { CandidateOutcome } from './outcome.ts';
import type { Reason } from './reason.ts';
import type { ExpertOnApplication } from './experts-on-application.ts';

/** A candidate as the result states it: its leading group's figures, its own standing, and what each group came to. */
export function publish(
  candidate: DecidedCandidate,
  { outcome, levelsRecommended, reasons, rank }: CandidateOutcome & { readonly rank: number | null },
): CandidateResult {
  const { application, occupation, experts, gates, leading, groups } = candidate;
  const { perExpert, stages, total } = publishGroup(leading, experts);
  return {
    application: application.id,
    occupation: occupation.name,
    levels: occupation.levels,
    gates: gates.map((gate) => gate.outcome),
    perExpert,
    stages,
    total,
    rank,
    outcome,
    levelsRecommended: [...levelsRecommended],
    reasons: publishReasons(reasons),
    group: leading.group,
    groups: groups.map((group) => publishGroup(group, experts)),
  };
}

function publishGroup(group: DecidedGroup, experts: readonly ExpertOnApplication[]): GroupResult {
  const { aggregate } = group;
  return {
    group: group.group,
    perExpert: experts.map((member) => ({ expert: member.expert, ...publishedExpert(member, group) })),
    stages: aggregate === null ? null : publishedStages(aggregate.stages),
    total: aggregate === null ? null : publishedTotal(aggregate),
    outcome: group.outcome,
    reasons: publishReasons(group.reasons),
  };
}

function publishReasons(reasons: readonly Reason[]): CandidateResult['reasons'] {
  return reasons.map(({ code, details }) => ({ code, details: { ...details } }));
}

/** The total as it is published: rounded half-up, once. */
export function publishedTotal({ total }: Pick<Aggregate, 'total'>): string {
  return published(total);
}

/** The stages as they are published. */
export function publishedStages(stages: Aggregate['stages']): Record<Stage, string> {
  return { document: published(stages.document), visit: published(stages.visit), roadshow: published(stages.roadshow) };
}

/** What one expert gave and how it was used, as it is published; all null for an expert without complete sheets. */
export function publishedExpert(
  { expert, participation }: ExpertOnApplication,
  { totals, aggregate }: Pick<AggregatedGroup, 'totals' | 'aggregate'>,
): Omit<CandidateResult['perExpert'][number], 'expert'> {
  const own = totals.find((each) => each.expert === expert);
  const orNull = (points: Fraction | null) => (points === null ? null : published(points));
  const stagesCounted = aggregate?.stagesCounted?.get(expert);
  return {
    stages:
      own === undefined
        ? null
        : { document: orNull(own.stages.document), visit: orNull(own.stages.visit), roadshow: orNull(own.stages.roadshow) },
    total: own === undefined ? null : orNull(own.total),
    counted: participation === 'counting' ? (aggregate?.counted.get(expert) ?? 'kept') : participation,
    ...(stagesCounted === undefined ? {} : { stagesCounted }),
  };
}

function published(points: Fraction): string {
  return formatPoints(roundHalfUp(points));
}
