import type { Gate, RubricItem } from '../domain/rubric.ts';
import type { MeasuredValue } from '../domain/sheet.ts';
import { compare, divide, type Fraction, fractionOfDecimal } from '../points/fraction.ts';

type GateCondition = NonNullable<Gate['failsWhen']>;

/**
 * What a measured item's value says of the item's gate: `met` or `not-met`; null where the item has no gate that a value decides
 * (a pure gate item's verdict is the expert's).
 */
export function gateVerdict(item: RubricItem, value: MeasuredValue): 'met' | 'not-met' | null {
  const condition = item.gate?.failsWhen;
  return condition === undefined ? null : conditionFails(condition, value) ? 'not-met' : 'met';
}

/** The code of another gate that the value brings up for the panel's vote (B12 below 60 % → G09); null when it doesn't. */
export function triggeredGate(item: RubricItem, value: MeasuredValue): string | null {
  return item.triggers !== undefined && conditionFails(item.triggers.failsWhen, value) ? item.triggers.item : null;
}

function conditionFails(condition: GateCondition, value: MeasuredValue): boolean {
  switch (condition.kind) {
    case 'below': {
      const number = numberOf(value);
      return number !== null && compare(number, fractionOfDecimal(condition.value)) < 0;
    }
    case 'unticked':
      return value.kind === 'checklist' && !value.ticked.includes(condition.box);
  }
}

function numberOf(value: MeasuredValue): Fraction | null {
  switch (value.kind) {
    case 'number':
      return fractionOfDecimal(value.number);
    case 'ratio':
      return divide(fractionOfDecimal(value.count), fractionOfDecimal(value.of));
    case 'checklist':
    case 'choice':
    case 'parts':
      return null;
  }
}
