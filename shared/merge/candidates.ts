import type { CandidateResult } from '../domain/result.ts';
import { comparesTotals, type Round, type RoundApplication } from '../domain/round.ts';
import { type Stage, stagesInOrder } from '../domain/values.ts';
import { type Fraction, fractionOfPoints, roundHalfUp, zero } from '../points/fraction.ts';
import { formatPoints, parsePoints, sumOfPoints } from '../points/hundredths.ts';
import { type Aggregate, aggregate, type Weighed } from './aggregate.ts';
import type { Frame } from './frame.ts';
import { gatesOfCandidate, type JudgedGate, judgeGates } from './gates.ts';
import { type DifferingMeasurement, settleMeasurements } from './measurements.ts';
import { normalise } from './normalise.ts';
import type { Decisions } from './resolutions.ts';
import { countingSeats, expectedSeats, type Seat, seatsOf } from './seats.ts';
import type { Selection } from './select.ts';
import { expertTotal, type ExpertTotal, scoredItems } from './totals.ts';

/** An application as its experts left it and the chair settled it. */
export type MergedApplication = {
  readonly application: RoundApplication;
  readonly seats: readonly Seat[];
  readonly differing: readonly DifferingMeasurement[];
  readonly gates: readonly JudgedGate[];
  readonly candidates: readonly MergedCandidate[];
};

/** One applicant × one occupation, before it is ranked. */
export type MergedCandidate = {
  readonly application: RoundApplication;
  readonly occupation: RoundApplication['occupations'][number];
  readonly seats: readonly Seat[];
  readonly gates: readonly JudgedGate[];
  /** What each counting expert gives, in roster order. */
  readonly totals: readonly ExpertTotal[];
  /** Measurements that bear on it and are not settled. */
  readonly unsettled: readonly DifferingMeasurement[];
  /** null while sheets are missing, measurements are unsettled or nobody counts: what is absent is never a number. */
  readonly aggregate: Aggregate | null;
};

/** An application with its candidates before anything is aggregated: what does not depend on the round's rules. */
export type GatheredApplication = Omit<MergedApplication, 'candidates'> & { readonly candidates: readonly Unaggregated[] };

/** Every application of the round with its candidates, in the round's order. */
export function gatherCandidates(
  frame: Frame,
  { selection, decisions }: { readonly selection: Selection; readonly decisions: Decisions },
): GatheredApplication[] {
  return frame.round.applications.map((application) => {
    const settled = settleMeasurements(frame, application, { seats: seatsOf(frame, application, { selection, decisions }), decisions });
    const gates = judgeGates(frame, application, { ...settled, decisions });
    return { application, ...settled, gates, candidates: application.occupations.map((occupation) => candidateOf(occupation)) };

    function candidateOf(occupation: MergedCandidate['occupation']): Unaggregated {
      const { name } = occupation;
      const unsettled = settled.differing.filter(
        ({ slot, resolved }) => !resolved && (slot.occupation === null || slot.occupation === name),
      );
      const scored = scoredItems(frame.round.rubric, application, name);
      const totals = countingSeats(settled.seats).map((seat) => expertTotal(scored, seat));
      return { application, occupation, seats: settled.seats, gates: gatesOfCandidate(gates, name), totals, unsettled };
    }
  });
}

/** The candidates with their totals across experts, by the rules of `round`. */
export function aggregateCandidates(round: Round, applications: readonly GatheredApplication[]): MergedApplication[] {
  const weighed = weigh(
    round,
    applications.flatMap(({ candidates }) => candidates),
  );
  return applications.map((application) => ({
    ...application,
    candidates: application.candidates.map((candidate) => {
      const experts = weighed.get(candidate);
      return { ...candidate, aggregate: experts === undefined ? null : aggregate(round.rules, experts) };
    }),
  }));
}

type Unaggregated = Omit<MergedCandidate, 'aggregate'>;

/** The candidates whose points are all there, each with the numbers that its experts' totals enter with. */
function weigh(round: Round, candidates: readonly Unaggregated[]): Map<Unaggregated, Weighed[]> {
  const scored = stagesInOrder.filter((stage) => round.rubric.items.some((item) => item.stage === stage && item.kind !== 'gate'));
  const ready = candidates.filter(
    ({ seats, totals, unsettled }) =>
      totals.length > 0 &&
      totals.length === expectedSeats(seats).length &&
      scored.every((stage) => totals.some(({ stages }) => stages[stage] !== null)) &&
      unsettled.length === 0,
  );
  if (!comparesTotals(round.rules)) {
    // Each stage or item has its own weights.
    return new Map(ready.map((candidate) => [candidate, candidate.totals.map((total) => ({ ...total, weight: zero }))]));
  }
  const whole = ready.map((candidate) => ({ candidate, totals: candidate.totals.map(wholeTotal) }));
  if (round.rules.aggregate.method !== 'z-score') {
    return new Map(whole.map(({ candidate, totals }) => [candidate, totals.map((total) => ({ ...total, weight: total.total }))]));
  }
  const pairs = whole.flatMap(({ candidate, totals }) => totals.map((total) => ({ candidate, total })));
  const highest = fractionOfPoints(sumOfPoints(round.rubric.items.map(({ max }) => parsePoints(max))));
  const weights = normalise(
    pairs.map(({ total }) => total),
    highest,
  );
  const byCandidate = Map.groupBy(
    pairs.map(({ candidate, total }, index) => ({ candidate, weighed: { ...total, weight: weights[index] ?? total.total } })),
    ({ candidate }) => candidate,
  );
  return new Map([...byCandidate].map(([candidate, each]) => [candidate, each.map(({ weighed }) => weighed)]));
}

function wholeTotal(given: ExpertTotal): ExpertTotal & { readonly total: Fraction } {
  const { total } = given;
  if (total === null) {
    throw new Error(`totals are compared, and ${given.expert} has none`);
  }
  return { ...given, total };
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
export function publishedSeat(
  { expert, standing }: Seat,
  { totals, aggregate }: Pick<MergedCandidate, 'totals' | 'aggregate'>,
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
    counted: standing === 'counting' ? (aggregate?.counted.get(expert) ?? 'kept') : standing,
    ...(stagesCounted === undefined ? {} : { stagesCounted }),
  };
}

function published(points: Fraction): string {
  return formatPoints(roundHalfUp(points));
}
