import type { CandidateResult, Resolution, RoundResult, SetAside } from '../domain/result.ts';
import type { Round } from '../domain/round.ts';
import { roundHalfUp } from '../points/fraction.ts';
import { formatPoints } from '../points/hundredths.ts';
import { type Board, boardOf } from './board.ts';
import { type MergedApplication, type MergedCandidate, mergeCandidates, publishedStages, publishedTotal } from './candidates.ts';
import { type Conflict, conflictsOf } from './conflicts.ts';
import { deviating } from './deviation.ts';
import { decide } from './outcome.ts';
import { rank, type Ranking } from './rank.ts';
import type { Reason } from './reason.ts';
import type { MergeRequest } from './request.ts';
import { type Decisions, decisionsOf } from './resolutions.ts';
import { sheetsSetAside } from './seats.ts';
import { select, type Selection } from './select.ts';

export type Merged = { readonly result: RoundResult; readonly conflicts: Conflict[]; readonly board: Board };

/**
 * Merges score packages into the round's result (design.md §6 and §7): select → gates → totals → rank → outcome.
 *
 * Pure: the same packages in any order, any number of times, with the same resolutions give the same result, to the byte of its canonical
 * JSON. Candidates stand in the round's order (application, then occupation); `rank` is among all candidates of the round
 * that are neither ruled out nor pending. `inputs` are the packages that count, in roster order; all others are in `setAside`.
 */
export function merge(request: MergeRequest): Merged {
  const { round } = request;
  const { selection, decisions, applications, decided, ranking } = workOut(request);
  const setAside = sorted([...selection.setAside, ...sheetsSetAside(round, selection)]);
  const result: RoundResult = {
    round: { id: round.id, sha256: request.roundSha256 },
    rubricSha256: round.rubricSha256,
    rulesSha256: round.rulesSha256,
    inputs: round.panel.flatMap(({ id }) => {
      const input = selection.counting.get(id);
      return input === undefined ? [] : [{ expert: id, sequence: input.document.sequence, sha256: input.sha256 }];
    }),
    setAside,
    resolutions: decisions.all.map((resolution): Resolution => resolution),
    candidates: applications.flatMap(({ candidates }) =>
      candidates.map((candidate) => publish(round, candidate, { ...decided(candidate), rank: ranking.rankOf(candidate), decisions })),
    ),
  };
  return {
    result,
    conflicts: conflictsOf(round, applications, { selection, decisions, ranking }),
    board: boardOf(round, applications, { selection, setAside }),
  };
}

/** The merge before it is published, exact: what the result, its explanation and the sensitivity share. */
export type WorkedOut = {
  readonly selection: Selection;
  readonly decisions: Decisions;
  readonly applications: readonly MergedApplication[];
  readonly ranking: Ranking;
  readonly decided: (candidate: MergedCandidate) => ReturnType<typeof decide>;
};

export function workOut(request: MergeRequest): WorkedOut {
  const { round } = request;
  const selection = select(request);
  const decisions = decisionsOf(round, request.resolutions);
  const applications = mergeCandidates(round, { selection, decisions });
  const candidates = applications.flatMap((application) => application.candidates);
  const outcomes = new Map(candidates.map((candidate) => [candidate, decide(round, candidate)]));
  const decided = (candidate: MergedCandidate) => outcomes.get(candidate) ?? decide(round, candidate);
  const competing = candidates.filter((candidate) => ['recommended', 'not-recommended'].includes(decided(candidate).outcome));
  return { selection, decisions, applications, decided, ranking: rank(round.rules, competing, decisions) };
}

type Standing = ReturnType<typeof decide> & { readonly rank: number | null; readonly decisions: Decisions };

function publish(
  round: Round,
  candidate: MergedCandidate,
  { outcome, levelsRecommended, reasons, rank: place, decisions }: Standing,
): CandidateResult {
  const { application, occupation, seats, gates, totals, aggregate } = candidate;
  return {
    application: application.id,
    occupation: occupation.name,
    levels: occupation.levels,
    gates: gates.map((gate) => gate.outcome),
    perExpert: seats.map(({ expert, standing }) => {
      const own = totals.find((each) => each.expert === expert);
      return {
        expert,
        stages: own === undefined ? null : publishedStages(own.stages),
        total: own === undefined ? null : formatPoints(roundHalfUp(own.total)),
        counted: standing === 'counting' ? (aggregate?.counted.get(expert) ?? 'kept') : standing,
      };
    }),
    stages: aggregate === null ? null : publishedStages(aggregate.stages),
    total: aggregate === null ? null : publishedTotal(aggregate),
    rank: place,
    outcome,
    levelsRecommended,
    reasons: [...reasons, ...unexplained(round, candidate, decisions)].map(({ code, details }) => ({ code, details: { ...details } })),
  };
}

function unexplained(round: Round, { application, occupation, totals, unsettled }: MergedCandidate, decisions: Decisions): Reason[] {
  return (unsettled.length > 0 ? [] : deviating(round.rules, totals))
    .filter((expert) => decisions.deviation({ application: application.id, occupation: occupation.name, expert }) === null)
    .map((expert) => ({ code: 'deviation-unexplained', details: { expert } }));
}

/** Each once, in a fixed order. */
function sorted(setAside: readonly SetAside[]): SetAside[] {
  const key = ({ sha256, code, expert, sequence, application, stage, item }: SetAside) =>
    JSON.stringify([sha256, code, expert, sequence, application ?? '', stage ?? '', item ?? '']);
  const byKey = new Map(setAside.map((each) => [key(each), each]));
  return [...byKey].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, each]) => each);
}
