import type { Gate, RubricItem } from '../domain/rubric.ts';
import type { GateOutcome } from '../domain/result.ts';
import type { RoundApplication } from '../domain/round.ts';
import type { Slot } from '../domain/sheet.ts';
import type { Verdict } from '../domain/values.ts';
import { gateVerdict, slotKey } from '../scoring/index.ts';
import type { Statement } from './content.ts';
import type { RoundIndex } from './round-index.ts';
import { type DifferingMeasurement, waitsForChair } from './measurements.ts';
import type { Decisions, ResolutionOf } from './resolutions.ts';
import { expectedExperts, type ExpertOnApplication, expertsInStage } from './experts-on-application.ts';
import { triggeredSlots } from './triggers.ts';
import { type Brought, type Decided, majority, unanimity } from './verdicts.ts';

/** Why a gate is open. `sheets`: verdicts have yet to come; `measurement`: its value is in dispute; the others are the chair's. */
export type GateQuestion = 'split' | 'doubtful' | 'even-vote' | 'few-votes' | 'failing-value' | 'triggered' | 'measurement' | 'sheets';

/** A gate at one slot, as it stands without and with the chair's word. */
export type JudgedGate = {
  readonly slot: Slot;
  readonly outcome: GateOutcome;
  /** What was open before any resolution; null when the votes alone decide. */
  readonly question: GateQuestion | null;
  readonly resolution: ResolutionOf<'gate'> | null;
};

type GateInputs = {
  readonly experts: readonly ExpertOnApplication[];
  readonly differing: readonly DifferingMeasurement[];
  readonly decisions: Decisions;
};

/**
 * The gates of an application across its experts (design.md §6), in the rubric's order, one per slot: those to whom its stage is assigned
 * give a verdict or a vote (`verdicts.ts`), and the chair's resolution decides whatever is open and overrides what is not.
 */
export function judgeGates(roundIndex: RoundIndex, application: RoundApplication, inputs: GateInputs): JudgedGate[] {
  const isTriggered = triggeredSlots(roundIndex.round.rubric, inputs.experts);
  const disputed = new Set(inputs.differing.filter(waitsForChair).map(({ slot }) => slotKey(slot)));
  const expected = expectedExperts(inputs.experts);
  return [...roundIndex.slots(application).values()].flatMap(({ item, slot, key }): JudgedGate[] => {
    const { gate } = item;
    if (gate === undefined) {
      return [];
    }
    const voters = expertsInStage(item.stage, expected).map(({ expert, statements }) => ({
      expert,
      statement: statements.get(key) ?? null,
    }));
    const found = judge({ item, gate, voters, isDisputed: disputed.has(key), isTriggered: isTriggered(slot) });
    const resolution = inputs.decisions.gate({ application: application.id, slot });
    const question = isDecided(found.decided) ? null : found.decided;
    return [
      {
        slot,
        outcome: {
          item: item.code,
          levelGroup: slot.levelGroup,
          type: gate.type,
          outcome: resolution?.verdict ?? (isDecided(found.decided) ? found.decided : 'pending'),
          votes: found.votes,
          resolvedBy: resolution?.by ?? null,
        },
        question,
        resolution,
      },
    ];
  });
}

/** The gates that bear on one candidate: its applicant's, its own, and its level groups'. */
export function gatesOfCandidate(gates: readonly JudgedGate[], occupation: string): JudgedGate[] {
  return gates.filter(({ slot }) => slot.occupation === null || slot.occupation === occupation);
}

type Case = {
  readonly item: RubricItem;
  readonly gate: Gate;
  readonly voters: readonly { readonly expert: string; readonly statement: Statement | null }[];
  readonly isDisputed: boolean;
  readonly isTriggered: boolean;
};

type Judgement = { readonly decided: Decided | GateQuestion; readonly votes: GateOutcome['votes'] };

function judge(gateCase: Case): Judgement {
  return gateCase.gate.type === 'hard' ? judgeHard(gateCase) : judgePanel(gateCase);
}

/** Of a measured item the verdict follows the value: in dispute, nothing is decided. */
function judgeHard({ voters, isDisputed }: Case): Judgement {
  const votes = voters.map(({ expert, statement }) => ({ expert, verdict: statement?.gate ?? null }));
  const found = unanimity(votes.map(({ verdict }) => verdict));
  return { votes, decided: isDisputed ? 'measurement' : found === 'blank' ? 'sheets' : found };
}

function judgePanel({ item, voters, isDisputed, isTriggered }: Case): Judgement {
  const votes = voters.map(({ expert, statement }) => ({ expert, verdict: voteOf(item, { statement, isDisputed }) }));
  const brought: Brought = voters.some(({ statement }) => ownVerdict(item, statement) === 'not-met')
    ? 'failing-value'
    : isTriggered
      ? 'triggered'
      : null;
  const found = majority(
    votes.map(({ verdict }) => verdict),
    brought,
  );
  if (!isDecided(found) && isDisputed) {
    return { votes, decided: 'measurement' };
  }
  const isWaiting = found === 'few-votes' && (voters.length === 0 || voters.some(({ statement }) => statement === null));
  return { votes, decided: isWaiting ? 'sheets' : found };
}

/** A vote is the verdict that the expert gave; without one, 符合 where the settled value meets the condition, else none. */
function voteOf(item: RubricItem, { statement, isDisputed }: { statement: Statement | null; isDisputed: boolean }): Verdict | null {
  const given = statement?.answer.verdict ?? null;
  return given ?? (!isDisputed && ownVerdict(item, statement) === 'met' ? 'met' : null);
}

/** What the item's own value says of its gate; null without a value. */
function ownVerdict(item: RubricItem, statement: Statement | null): 'met' | 'not-met' | null {
  const value = statement?.answer.value ?? null;
  return value === null ? null : gateVerdict(item, value);
}

function isDecided(decided: Decided | GateQuestion): decided is Decided {
  return decided === 'met' || decided === 'not-met' || decided === 'not-applicable';
}
