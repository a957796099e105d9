import type { Round } from '../domain/round.ts';
import type { Citation, MeasuredValue } from '../domain/sheet.ts';
import { type LevelGroup, type Stage, stageSchema, type Verdict } from '../domain/values.ts';
import { roundHalfUp } from '../points/fraction.ts';
import { formatPoints } from '../points/hundredths.ts';
import { slotKey } from '../scoring/index.ts';
import type { MergedApplication } from './candidates.ts';
import type { Statement } from './content.ts';
import { deviating, pointsIn } from './deviation.ts';
import type { JudgedGate } from './gates.ts';
import type { CandidateRef, Ranking } from './rank.ts';
import type { Decisions } from './resolutions.ts';
import { isOpen, type Seat } from './seats.ts';
import type { Selection } from './select.ts';

/** Something the chair has to decide, or has decided, before the ranking is final. */
export type Conflict = {
  readonly kind: 'missing-sheet' | 'measurement' | 'gate' | 'deviation' | 'tie' | 'equivocation';
  readonly application: string | null;
  readonly occupation: string | null;
  readonly levelGroup: LevelGroup | null;
  readonly item: string | null;
  readonly stage: Stage | null;
  readonly experts: string[];
  /** What each of those experts wrote; of a deviation, in `points` what every counting expert gave in the stages compared: the totals, where everyone scored everything. */
  readonly statements: StatementShown[];
  /** The tied candidates; empty for every other kind. */
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

type Ground = { readonly selection: Selection; readonly decisions: Decisions; readonly ranking: Ranking };

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
 * The chair's queue, in a fixed order: equivocations, then per application its missing sheets, differing measurements, open gates and
 * deviations, then ties. What is resolved stays in it, marked. A gate that only waits for sheets or a measurement is not asked twice.
 */
export function conflictsOf(round: Round, applications: readonly MergedApplication[], ground: Ground): Conflict[] {
  return [
    ...ground.selection.equivocations.map(({ expert, open }): Conflict => ({
      ...nothing,
      kind: 'equivocation',
      experts: [expert],
      resolved: !open || round.applications.every(({ id }) => ground.decisions.excludes(expert, id)),
    })),
    ...applications.flatMap((application) => [
      ...missingSheets(application),
      ...measurements(application),
      ...gates(application),
      ...deviations(round, application, ground.decisions),
    ]),
    ...ground.ranking.ties.map(({ candidates, resolved }): Conflict => ({
      ...nothing,
      kind: 'tie',
      occupation: sharedOccupation(candidates),
      candidates: [...candidates],
      resolved,
    })),
  ];
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

function missingSheets({ application, seats }: MergedApplication): Conflict[] {
  const of = (standing: Seat['standing'], stage: Stage) =>
    seats.filter((seat) => seat.standing === standing && isOpen(seat.sheets[stage])).map(({ expert }) => expert);
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

function measurements({ application, differing }: MergedApplication): Conflict[] {
  return differing.map(({ slot, statements, resolved }) => ({
    ...nothing,
    kind: 'measurement',
    application: application.id,
    ...slot,
    experts: statements.map(({ expert }) => expert),
    // What the experts recorded, also after the chair has settled it.
    statements: statements.map(({ expert, statement }) => shown(expert, statement)),
    resolved,
  }));
}

function gates({ application, seats, gates: judged }: MergedApplication): Conflict[] {
  return judged
    .filter(({ question, resolution }) => (question !== null && question !== 'sheets' && question !== 'measurement') || resolution !== null)
    .map(({ slot, outcome, resolution }: JudgedGate) => ({
      ...nothing,
      kind: 'gate',
      application: application.id,
      ...slot,
      experts: outcome.votes.map(({ expert }) => expert),
      statements: outcome.votes.map(({ expert, verdict }) => {
        const statement = seats.find((seat) => seat.expert === expert)?.statements.get(slotKey(slot));
        return statement === undefined ? { ...silent, expert } : { ...shown(expert, statement), verdict };
      }),
      resolved: resolution !== null,
    }));
}

function deviations(round: Round, { application, candidates }: MergedApplication, decisions: Decisions): Conflict[] {
  return candidates
    .filter(({ unsettled }) => unsettled.length === 0)
    .flatMap(({ occupation, totals }) =>
      deviating(round.rules, totals).map(({ expert, stages }): Conflict => ({
        ...nothing,
        kind: 'deviation',
        application: application.id,
        occupation: occupation.name,
        experts: [expert],
        statements: totals.map((each) => {
          const points = pointsIn(stages, each);
          return { ...silent, expert: each.expert, points: points === null ? null : formatPoints(roundHalfUp(points)) };
        }),
        resolved: decisions.deviation({ application: application.id, occupation: occupation.name, expert }) !== null,
      })),
    );
}
