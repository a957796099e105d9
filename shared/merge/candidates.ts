import type { RoundApplication } from '../domain/round.ts';
import type { RoundIndex } from './round-index.ts';
import { gatesOfCandidate, type JudgedGate, judgeGates } from './gates.ts';
import { type AggregatedGroup, type DecidedGroup, type GatheredGroup, gatherGroups } from './groups.ts';
import { type DifferingMeasurement, settleMeasurements } from './measurements.ts';
import type { Decisions } from './resolutions.ts';
import { type ExpertOnApplication, expertsOnApplication } from './experts-on-application.ts';
import type { Selection } from './select.ts';

/** An application as its experts left it and the chair settled it. */
type ApplicationOf<Candidate> = {
  readonly application: RoundApplication;
  readonly experts: readonly ExpertOnApplication[];
  readonly differing: readonly DifferingMeasurement[];
  readonly gates: readonly JudgedGate[];
  readonly candidates: readonly Candidate[];
};

/** One applicant × one occupation with its level groups. */
type CandidateOf<Group> = {
  readonly application: RoundApplication;
  readonly occupation: RoundApplication['occupations'][number];
  readonly experts: readonly ExpertOnApplication[];
  readonly gates: readonly JudgedGate[];
  readonly groups: readonly Group[];
};

/** Before anything is aggregated: what does not depend on the round's rules. */
export type GatheredCandidate = CandidateOf<GatheredGroup>;
export type GatheredApplication = ApplicationOf<GatheredCandidate>;

export type AggregatedCandidate = CandidateOf<AggregatedGroup>;

/** Decided but not ranked: its points, its outcome and its rank are those of its leading group. */
export type DecidedCandidate = CandidateOf<DecidedGroup> & { readonly leading: DecidedGroup };
export type DecidedApplication = ApplicationOf<DecidedCandidate>;

/** Every application of the round with its candidates, in the round's order. */
export function gatherCandidates(
  roundIndex: RoundIndex,
  { selection, decisions }: { readonly selection: Selection; readonly decisions: Decisions },
): GatheredApplication[] {
  return roundIndex.round.applications.map((application) => {
    const settled = settleMeasurements(roundIndex, application, {
      experts: expertsOnApplication(roundIndex, application, { selection, decisions }),
      decisions,
    });
    const judged = { ...settled, gates: judgeGates(roundIndex, application, { ...settled, decisions }) };
    const candidates = application.occupations.map((occupation): GatheredCandidate => ({
      application,
      occupation,
      experts: judged.experts,
      gates: gatesOfCandidate(judged.gates, occupation.name),
      groups: gatherGroups(roundIndex, { application, occupation }, judged),
    }));
    return { application, ...judged, candidates };
  });
}
