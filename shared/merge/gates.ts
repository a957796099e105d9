import type { Gate, RubricItem } from '../domain/rubric.ts';
import type { GateOutcome } from '../domain/result.ts';
import type { Round, RoundApplication } from '../domain/round.ts';
import type { Slot } from '../domain/sheet.ts';
import type { Verdict } from '../domain/values.ts';
import { slotKey, triggeredGate } from '../scoring/index.ts';
import type { Frame } from './frame.ts';
import type { DifferingMeasurement } from './measurements.ts';
import type { Decisions, ResolutionOf } from './resolutions.ts';
import { expectedSeats, type Seat, seatsIn } from './seats.ts';

/** Why a gate is open. `sheets`: not every expected sheet is in; `measurement`: its value is in dispute; the others are the chair's. */
export type GateQuestion = 'split' | 'doubtful' | 'even-vote' | 'triggered' | 'measurement' | 'sheets';

/** A gate at one slot, as it stands without and with the chair's word. */
export type JudgedGate = {
  readonly slot: Slot;
  readonly outcome: GateOutcome;
  /** What was open before any resolution; null when the votes alone decide. */
  readonly question: GateQuestion | null;
  readonly resolution: ResolutionOf<'gate'> | null;
};

type Ground = {
  readonly seats: readonly Seat[];
  readonly differing: readonly DifferingMeasurement[];
  readonly decisions: Decisions;
};

/**
 * The gates of an application across its experts (design.md §6), in the rubric's order, one per slot:
 *
 * - not decided before every expected expert's sheets are in and its measurement is undisputed;
 * - those to whom its stage is assigned vote on it;
 * - any 存疑 or 现场核实 leaves it open; so does any difference on a hard gate and an even split on a panel gate;
 * - a panel gate fails when more than half of those who gave a verdict say 不符合;
 * - a gate that another item's value brings up (B12 → G09) and that the votes don't fail is open until the panel's vote is recorded;
 * - the chair's resolution decides whatever is open and overrides what is not.
 */
export function judgeGates(frame: Frame, application: RoundApplication, ground: Ground): JudgedGate[] {
  const triggered = triggeredSlots(frame.round, ground.seats);
  return [...frame.places(application).values()].flatMap(({ item, slot, key }) => {
    const { gate } = item;
    return gate === undefined ? [] : [judge({ item, gate, slot, key, application, ground, triggered: triggered(slot) })];
  });
}

/** The gates that bear on one candidate: its applicant's, its own, and its level groups'. */
export function gatesOfCandidate(gates: readonly JudgedGate[], occupation: string): JudgedGate[] {
  return gates.filter(({ slot }) => slot.occupation === null || slot.occupation === occupation);
}

type Case = {
  readonly item: RubricItem;
  readonly gate: Gate;
  readonly slot: Slot;
  readonly key: string;
  readonly application: RoundApplication;
  readonly ground: Ground;
  readonly triggered: boolean;
};

function judge({ item, gate, slot, key, application, ground, triggered }: Case): JudgedGate {
  const expected = expectedSeats(ground.seats);
  const votes = seatsIn(item.stage, expected).map(({ expert, statements }) => ({ expert, verdict: statements.get(key)?.gate ?? null }));
  const disputed = ground.differing.some((each) => !each.resolved && slotKey(each.slot) === key);
  const verdicts = votes.flatMap(({ verdict }) => (verdict === null ? [] : [verdict]));
  const counted = gate.type === 'hard' ? unanimity(verdicts) : majority(verdicts);
  const complete = expected.length > 0 && expected.every((seat) => seat.standing === 'counting');
  const decided = openQuestion(counted, { complete, disputed, triggered });
  const resolution = ground.decisions.gate({ application: application.id, slot });
  return {
    slot,
    outcome: {
      item: item.code,
      levelGroup: slot.levelGroup,
      type: gate.type,
      outcome: resolution?.verdict ?? (isQuestion(decided) ? 'pending' : decided),
      votes,
      resolvedBy: resolution?.by ?? null,
    },
    question: isQuestion(decided) ? decided : null,
    resolution,
  };
}

type Decided = 'met' | 'not-met' | 'not-applicable';

function openQuestion(
  counted: Decided | GateQuestion,
  { complete, disputed, triggered }: { readonly complete: boolean; readonly disputed: boolean; readonly triggered: boolean },
): Decided | GateQuestion {
  // What the chair can already work on is named before what only waits for sheets.
  if (disputed) {
    return 'measurement';
  }
  if (isQuestion(counted) && counted !== 'sheets') {
    return counted;
  }
  if (triggered && counted !== 'not-met') {
    return 'triggered';
  }
  return complete ? counted : 'sheets';
}

function isQuestion(decided: Decided | GateQuestion): decided is GateQuestion {
  return decided !== 'met' && decided !== 'not-met' && decided !== 'not-applicable';
}

function isOpen(verdict: Verdict): verdict is 'doubtful' | 'verify-on-site' {
  return verdict === 'doubtful' || verdict === 'verify-on-site';
}

function unanimity(verdicts: readonly Verdict[]): Decided | GateQuestion {
  const [first] = verdicts;
  if (first === undefined) {
    return 'sheets';
  }
  if (isOpen(first) || verdicts.some(isOpen)) {
    return 'doubtful';
  }
  return verdicts.every((verdict) => verdict === first) ? first : 'split';
}

function majority(verdicts: readonly Verdict[]): Decided | GateQuestion {
  if (verdicts.length === 0) {
    return 'sheets';
  }
  if (verdicts.some(isOpen)) {
    return 'doubtful';
  }
  const against = verdicts.filter((verdict) => verdict === 'not-met').length;
  if (against * 2 === verdicts.length) {
    return 'even-vote';
  }
  if (against * 2 > verdicts.length) {
    return 'not-met';
  }
  return verdicts.every((verdict) => verdict === 'not-applicable') ? 'not-applicable' : 'met';
}

/** Which gates some expert's value brings up: for the same occupation, or for the whole applicant where either side has none. */
function triggeredSlots(round: Round, seats: readonly Seat[]): (slot: Slot) => boolean {
  const triggers = round.rubric.items.filter(({ triggers: target }) => target !== undefined);
  const brought = expectedSeats(seats).flatMap(({ statements }) =>
    [...statements.values()].flatMap(({ slot, answer }) => {
      const item = answer.value === null ? undefined : triggers.find(({ code }) => code === slot.item);
      const target = item === undefined || answer.value === null ? null : triggeredGate(item, answer.value);
      return target === null ? [] : [{ target, occupation: slot.occupation }];
    }),
  );
  return (slot) =>
    brought.some(
      ({ target, occupation }) =>
        target === slot.item && (occupation === null || slot.occupation === null || occupation === slot.occupation),
    );
}
