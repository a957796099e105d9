import type { RubricItem } from '../domain/rubric.ts';
import type { RoundApplication } from '../domain/round.ts';
import type { MeasuredValue, SimpleValue, Slot } from '../domain/sheet.ts';
import { formatFraction, fractionOfDecimal } from '../points/fraction.ts';
import { parsePoints } from '../points/hundredths.ts';
import { gateVerdict, scoreAnswer, triggeredGate } from '../scoring/index.ts';
import type { Statement } from './content.ts';
import type { RoundIndex } from './round-index.ts';
import type { Decisions } from './resolutions.ts';
import { expectedExperts, type ExpertOnApplication } from './experts-on-application.ts';

/** A slot at which experts wrote down different measurements. */
export type DifferingMeasurement = {
  readonly slot: Slot;
  /** What each expert recorded, whatever was decided since. */
  readonly statements: readonly { readonly expert: string; readonly statement: Statement }[];
  /** `same-points`: they come to the same, and each keeps the own value; null: it waits for the chair. */
  readonly settledBy: 'chair' | 'same-points' | null;
};

export function waitsForChair({ settledBy }: DifferingMeasurement): boolean {
  return settledBy === null;
}

/**
 * What stands where the experts measured differently (design.md §6). Where points, gate verdict and triggers come to the same, each keeps
 * the own value. Else the chair's resolution counts for every expert, with the points and the gate that follow from it; without one the
 * slot stays open. What the experts recorded stays in their documents.
 */
export function settleMeasurements(
  roundIndex: RoundIndex,
  application: RoundApplication,
  { experts, decisions }: { readonly experts: readonly ExpertOnApplication[]; readonly decisions: Decisions },
): { experts: ExpertOnApplication[]; differing: DifferingMeasurement[] } {
  const differing: DifferingMeasurement[] = [];
  const standing = new Map<string, { item: RubricItem; value: MeasuredValue }>();
  const expected = expectedExperts(experts);
  for (const { item, slot, key } of roundIndex.slots(application).values()) {
    if (item.kind !== 'measured') {
      continue;
    }
    const statements = expected.flatMap(({ expert, statements: own }) => {
      const statement = own.get(key);
      return statement === undefined ? [] : [{ expert, statement }];
    });
    const recorded = statements.map(({ statement }) => statement);
    if (isOneMeasurement(recorded.map(({ answer }) => answer.value))) {
      continue;
    }
    if (comeToTheSame(item, recorded)) {
      differing.push({ slot, statements, settledBy: 'same-points' });
      continue;
    }
    const value = decisions.measurement({ application: application.id, slot });
    if (value !== null) {
      standing.set(key, { item, value });
    }
    differing.push({ slot, statements, settledBy: value === null ? null : 'chair' });
  }
  return {
    experts: standing.size === 0 ? [...experts] : experts.map((member) => ({ ...member, statements: withStanding(member.statements) })),
    differing,
  };

  function withStanding(statements: ExpertOnApplication['statements']): ExpertOnApplication['statements'] {
    return new Map(
      [...statements].map(([key, statement]) => {
        const resolved = standing.get(key);
        return [key, resolved === undefined ? statement : restate(resolved.item, statement, resolved.value)];
      }),
    );
  }
}

/** Whether it makes no difference whose value counts: not to the points, not to the item's gate, not to a gate that it brings up. */
function comeToTheSame(item: RubricItem, statements: readonly Statement[]): boolean {
  const consequences = statements.map(({ answer: { value }, points }) =>
    JSON.stringify([String(points), ...(value === null ? [] : [gateVerdict(item, value), triggeredGate(item, value)])]),
  );
  return new Set(consequences).size === 1;
}

/** Mostly all wrote the same characters, which is quickly seen. */
function isOneMeasurement(values: readonly (MeasuredValue | null)[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size < 2 || new Set(values.map(measurementKey)).size < 2;
}

/**
 * A measurement as a string that is equal for equal numbers ("62.40" and "62.4"), whatever the order of ticks. 9 of 10 and 18 of 20 are
 * different measurements.
 */
export function measurementKey(value: MeasuredValue | null): string {
  if (value?.kind !== 'parts') {
    return JSON.stringify(value === null ? null : simpleKey(value));
  }
  const parts = Object.entries(value.parts).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify(parts.map(([code, part]) => [code, simpleKey(part)]));
}

function simpleKey(value: SimpleValue): readonly string[] {
  const exactly = (decimal: string) => formatFraction(fractionOfDecimal(decimal));
  switch (value.kind) {
    case 'number':
      return [value.kind, exactly(value.number)];
    case 'ratio':
      return [value.kind, exactly(value.count), exactly(value.of)];
    case 'checklist':
      return [value.kind, ...value.ticked.toSorted()];
    case 'choice':
      return [value.kind, value.choice];
  }
}

/** The statement as it would be with that value. A hard gate follows the value; an open doubt and a panel vote remain the expert's. */
function restate(item: RubricItem, statement: Statement, value: MeasuredValue): Statement {
  const { verdict } = statement.answer;
  const followsValue = item.gate?.type === 'hard' && (verdict === 'met' || verdict === 'not-met');
  const scored = scoreAnswer(item, { ...statement.answer, value, verdict: followsValue ? null : verdict });
  if (!scored.ok) {
    throw new Error(`a checked measurement does not score: ${item.code} ${scored.refusal.code}`);
  }
  const { answer, gate } = scored.value;
  return { ...statement, answer, gate, points: answer.points === null ? null : parsePoints(answer.points) };
}
