import type { RoundResult, SetAside } from '../domain/result.ts';
import type { Round } from '../domain/round.ts';
import { electionOf } from '../election/outcome.ts';
import { type Board, boardOf } from './board.ts';
import { type DecidedApplication, type DecidedCandidate, gatherCandidates, type GatheredApplication } from './candidates.ts';
import { type Conflict, conflictsOf } from './conflicts.ts';
import { type RoundIndex, roundIndexOf } from './round-index.ts';
import { decide, type CandidateOutcome, candidateOutcomeOf } from './outcome.ts';
import { publish } from './publish.ts';
import { beyondQuotas } from './quotas.ts';
import { rank, type Ranking } from './rank.ts';
import type { MergeRequest } from './request.ts';
import { type Decisions, decisionsOf } from './resolutions.ts';
import { sheetsSetAside } from './experts-on-application.ts';
import { select, type Selection } from './select.ts';
import { aggregateCandidates } from './weights.ts';

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
  const { roundIndex, selection, decisions, applications, standing, ranking } = workOut(request);
  const setAside = sorted([...selection.setAside, ...sheetsSetAside(roundIndex, selection)]);
  const election = electionOf(round, {
    electorates: request.electorates ?? [],
    cast: new Map([...selection.counting].map(([expert, { document }]) => [expert, document.ballots ?? []])),
    closing: decisions.election(),
  });
  const result: RoundResult = {
    round: { id: round.id, sha256: request.roundSha256 },
    rubricSha256: round.rubricSha256,
    rulesSha256: round.rulesSha256,
    inputs: round.panel.flatMap(({ id }) => {
      const input = selection.counting.get(id);
      return input === undefined ? [] : [{ expert: id, sequence: input.document.sequence, sha256: input.sha256 }];
    }),
    setAside,
    resolutions: [...decisions.all],
    ...(round.leftOut === undefined ? {} : { leftOut: round.leftOut }),
    candidates: applications.flatMap(({ candidates }) =>
      candidates.map((candidate) => publish(candidate, { ...standing(candidate), rank: ranking.rankOf(candidate) })),
    ),
    ...(election === null ? {} : { election }),
  };
  return {
    result,
    conflicts: conflictsOf(round, applications, { selection, decisions, ranking }),
    board: boardOf(request, applications, { selection, setAside }),
  };
}

/** What the packages and the chair's decisions come to before the round's rules are applied. */
export type Gathered = {
  readonly roundIndex: RoundIndex;
  readonly selection: Selection;
  readonly decisions: Decisions;
  readonly applications: readonly GatheredApplication[];
};

/** The merge before it is published, exact: what the result, its explanation and the sensitivity share. */
export type WorkedOut = Omit<Gathered, 'applications'> & {
  readonly applications: readonly DecidedApplication[];
  readonly ranking: Ranking;
  /** Where a candidate stands once its occupation's quota is counted out. */
  readonly standing: (candidate: DecidedCandidate) => CandidateOutcome;
};

export function workOut(request: MergeRequest): WorkedOut {
  const roundIndex = roundIndexOf(request.round);
  return conclude(request.round, gather({ roundIndex, selection: select(request, roundIndex), resolutions: request.resolutions }));
}

export function gather({
  roundIndex,
  selection,
  resolutions,
}: Pick<Gathered, 'roundIndex' | 'selection'> & Pick<MergeRequest, 'resolutions'>): Gathered {
  const decisions = decisionsOf(roundIndex.round, resolutions);
  return { roundIndex, selection, decisions, applications: gatherCandidates(roundIndex, { selection, decisions }) };
}

/** Totals, outcomes and ranks by the rules of `round`. */
export function conclude(round: Round, gathered: Gathered): WorkedOut {
  const aggregated = aggregateCandidates(
    round,
    gathered.applications.flatMap(({ candidates }) => candidates),
  );
  const candidates = aggregated.map((candidate) => decide(round, candidate, gathered.decisions));
  const competing = candidates.filter(({ leading }) => leading.outcome === 'recommended' || leading.outcome === 'not-recommended');
  const ranking = rank(round.rules, competing, gathered.decisions);
  const beyond = beyondQuotas(round.rules, { candidates: competing, ranking });
  const byApplication = Map.groupBy(candidates, ({ application }) => application);
  return {
    ...gathered,
    applications: gathered.applications.map((each) => ({ ...each, candidates: byApplication.get(each.application) ?? [] })),
    standing: (candidate) => beyond.get(candidate) ?? candidateOutcomeOf(candidate),
    // Who waits for a vote has no rank, but takes its place: nobody behind moves up.
    ranking: { ...ranking, rankOf: (candidate) => (beyond.get(candidate)?.outcome === 'pending' ? null : ranking.rankOf(candidate)) },
  };
}

/** Each once, in a fixed order. */
function sorted(setAside: readonly SetAside[]): SetAside[] {
  const key = ({ sha256, code, expert, sequence, application, stage, item }: SetAside) =>
    JSON.stringify([sha256, code, expert, sequence, application ?? '', stage ?? '', item ?? '']);
  const byKey = new Map(setAside.map((each) => [key(each), each]));
  return [...byKey].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, each]) => each);
}
