import type { Round } from '../domain/round.ts';
import type { Citation, MeasuredValue } from '../domain/sheet.ts';
import { type LevelGroup, type Stage, stageSchema, type Verdict } from '../domain/values.ts';
import { roundHalfUp } from '../points/fraction.ts';
import { formatPoints } from '../points/hundredths.ts';
import { slotKey } from '../scoring/index.ts';
import type { DecidedApplication } from './candidates.ts';
import type { Statement } from './content.ts';
import { type Compared, deviating, pointsIn } from './deviation.ts';
import type { JudgedGate } from './gates.ts';
import type { DecidedGroup } from './groups.ts';
import { waitsForChair } from './measurements.ts';
import { type CandidateRef, type Ranking, refOf } from './rank.ts';
import type { Decisions } from './resolutions.ts';
import { expectedExperts, isOpen, type ExpertOnApplication, expertsInStage, stagesWithoutExpert } from './experts-on-application.ts';
import type { Selection } from './select.ts';

/** Something the chair has to decide, or has decided, before the ranking is final. */
export type Conflict = {
  readonly kind: 'nobody-counts' | 'missing-sheet' | 'measurement' | 'gate' | 'deviation' | 'tie' | 'equivocation';
  readonly application: string | null;
  readonly occupation: string | null;
  /** Of a deviation, the group whose points are compared, where more than one is applied for. */
  readonly levelGroup: LevelGroup | null;
  readonly item: string | null;
  readonly stage: Stage | null;
  /** Of `nobody-counts`, those whose exclusion could be withdrawn. */
  readonly experts: string[];
  /** What each of those experts wrote; of a deviation, in `points` what every counting expert gave in the stages compared: the totals, where everyone scored everything. */
  readonly statements: StatementShown[];
  /** The tied candidates, or those that nobody counts for; empty for every other kind. */
  readonly candidates: CandidateRef[];
  readonly resolved: boolean;
};

export type StatementShown = {
  readonly expert: string;
  readonly value: MeasuredValue | null;
  readonly points: string | null;
  readonly verdict: Verdict | null;
  readonly comment: string;
  readonly evidence: Citation[];
};

type ConflictInputs = { readonly selection: Selection; readonly decisions: Decisions; readonly ranking: Ranking };

const nothing: Omit<Conflict, 'kind' | 'resolved'> = {
  application: null,
  occupation: null,
  levelGroup: null,
  item: null,
  stage: null,
  experts: [],
  statements: [],
  candidates: [],
};

/**
 * The chair's queue, in a fixed order: equivocations, then per application that nobody counts for it, its missing sheets, differing
 * measurements, open gates and deviations, then ties. What is resolved stays in it, marked. A gate that only waits for sheets or a
 * measurement is not asked twice, and measurements that come to the same are no matter.
 */
export function conflictsOf(round: Round, applications: readonly DecidedApplication[], inputs: ConflictInputs): Conflict[] {
  return [
    ...inputs.selection.equivocations.map(({ expert, open }): Conflict => ({
      ...nothing,
      kind: 'equivocation',
      experts: [expert],
      resolved: !open || round.applications.every(({ id }) => inputs.decisions.excludes(expert, id)),
    })),
    ...applications.flatMap((application) => [
      ...nobodyCounts(round, application),
      ...missingSheets(application),
      ...measurements(application),
      ...gates(application),
      ...deviations(round, application, inputs.decisions),
    ]),
    ...inputs.ranking.ties.map(({ candidates, resolved }): Conflict => ({
      ...nothing,
      kind: 'tie',
      occupation: sharedOccupation(candidates),
      candidates: [...candidates],
      resolved,
    })),
  ];
}

/** An application without any expert to wait for, or (`stage`) one stage of it: withdrawing an exclusion ends it, or issuing again. */
function nobodyCounts({ rubric }: Round, { application, experts, candidates }: DecidedApplication): Conflict[] {
  const without = expectedExperts(experts).length === 0 ? [null] : stagesWithoutExpert(rubric, experts);
  const excluded = experts.filter(({ participation }) => participation === 'excluded');
  return without.map((stage) => ({
    ...nothing,
    kind: 'nobody-counts',
    application: application.id,
    stage,
    experts: (stage === null ? excluded : expertsInStage(stage, excluded)).map(({ expert }) => expert),
    candidates: candidates.map(refOf),
    resolved: false,
  }));
}

const silent: Omit<StatementShown, 'expert'> = { value: null, points: null, verdict: null, comment: '', evidence: [] };

function shown(expert: string, { answer, points, gate }: Statement): StatementShown {
  const { value, comment, evidence } = answer;
  return { expert, value, points: points === null ? null : formatPoints(points), verdict: gate, comment, evidence };
}

/** The occupation of all of them, null where they differ. */
function sharedOccupation(candidates: readonly CandidateRef[]): string | null {
  const [first, ...others] = new Set(candidates.map(({ occupation }) => occupation));
  return others.length === 0 ? (first ?? null) : null;
}

function missingSheets({ application, experts }: DecidedApplication): Conflict[] {
  const of = (standing: ExpertOnApplication['participation'], stage: Stage) =>
    experts.filter((member) => member.participation === standing && isOpen(member.sheets[stage])).map(({ expert }) => expert);
  return stageSchema.options.flatMap((stage) =>
    (['missing', 'excluded'] as const)
      .map((standing): Conflict => ({
        ...nothing,
        kind: 'missing-sheet',
        application: application.id,
        stage,
        experts: of(standing, stage),
        resolved: standing === 'excluded',
      }))
      .filter(({ experts }) => experts.length > 0),
  );
}

function measurements({ application, differing }: DecidedApplication): Conflict[] {
  const matters = differing.filter(({ settledBy }) => settledBy !== 'same-points');
  return matters.map((each) => ({
    ...nothing,
    kind: 'measurement',
    application: application.id,
    ...each.slot,
    experts: each.statements.map(({ expert }) => expert),
    // What the experts recorded, also after the chair has settled it.
    statements: each.statements.map(({ expert, statement }) => shown(expert, statement)),
    resolved: !waitsForChair(each),
  }));
}

function gates({ application, experts, gates: judged }: DecidedApplication): Conflict[] {
  return judged
    .filter(({ question, resolution }) => (question !== null && question !== 'sheets' && question !== 'measurement') || resolution !== null)
    .map(({ slot, outcome, resolution }: JudgedGate) => ({
      ...nothing,
      kind: 'gate',
      application: application.id,
      ...slot,
      experts: outcome.votes.map(({ expert }) => expert),
      statements: outcome.votes.map(({ expert, verdict }) => {
        const statement = experts.find((member) => member.expert === expert)?.statements.get(slotKey(slot));
        return statement === undefined ? { ...silent, expert } : { ...shown(expert, statement), verdict };
      }),
      resolved: resolution !== null,
    }));
}

/** Each expert once for a candidate, whichever of its groups shows it: of the leading one, if that does. */
function deviations(round: Round, { application, candidates }: DecidedApplication, decisions: Decisions): Conflict[] {
  return candidates.flatMap((candidate) => {
    const found = new Map<string, { readonly group: DecidedGroup; readonly compared: Compared }>();
    const leadingFirst = [candidate.leading, ...candidate.groups];
    for (const group of leadingFirst.filter(({ differing }) => !differing.some(waitsForChair))) {
      for (const compared of deviating(round.rules, group.totals)) {
        found.set(compared.expert, found.get(compared.expert) ?? { group, compared });
      }
    }
    const occupation = candidate.occupation.name;
    return candidate.experts.flatMap(({ expert }): Conflict[] => {
      const deviation = found.get(expert);
      return deviation === undefined
        ? []
        : [
            {
              ...nothing,
              kind: 'deviation',
              application: application.id,
              occupation,
              levelGroup: candidate.groups.length > 1 ? deviation.group.group : null,
              experts: [expert],
              statements: pointsCompared(deviation.group, deviation.compared),
              resolved: decisions.deviation({ application: application.id, occupation, expert }) !== null,
            },
          ];
    });
  });
}

function pointsCompared({ totals }: DecidedGroup, { stages }: Compared): StatementShown[] {
  return totals.map((each) => {
    const points = pointsIn(stages, each);
    return { ...silent, expert: each.expert, points: points === null ? null : formatPoints(roundHalfUp(points)) };
  });
}
