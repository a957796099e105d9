import type { Round, RoundApplication } from '../domain/round.ts';
import { fractionOfPoints, roundHalfUp } from '../points/fraction.ts';
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
  const ready = candidates.filter(
    ({ seats, totals, unsettled }) => totals.length > 0 && totals.length === expectedSeats(seats).length && unsettled.length === 0,
  );
  if (round.rules.aggregate.method !== 'z-score') {
    return new Map(ready.map((candidate) => [candidate, candidate.totals.map((total) => ({ ...total, weight: total.total }))]));
  }
  const pairs = ready.flatMap((candidate) => candidate.totals.map((total) => ({ candidate, total })));
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

/** The total as it is published: rounded half-up, once. */
export function publishedTotal({ total }: Pick<Aggregate, 'total'>): string {
  return formatPoints(roundHalfUp(total));
}

/** The stages as they are published. */
export function publishedStages(stages: Aggregate['stages']): Record<keyof Aggregate['stages'], string> {
  return {
    document: formatPoints(roundHalfUp(stages.document)),
    visit: formatPoints(roundHalfUp(stages.visit)),
    roadshow: formatPoints(roundHalfUp(stages.roadshow)),
  };
}
