import type { Rule, SimpleRule } from '../domain/rubric.ts';
import type { Answer, MeasuredValue, SimpleValue } from '../domain/sheet.ts';
import type { Measurement } from '../domain/visit.ts';
import { compare, fractionOfDecimal } from '../points/fraction.ts';

/**
 * The value that measurements and ticks make: numbers are added exactly, a ratio adds both sides. null while a measurement has no
 * number, or a part of the item is blank: half of an answer is none.
 */
export function foldedValue(
  rule: Rule,
  { measurements = [], partial = {} }: Pick<Answer, 'measurements' | 'partial'>,
): MeasuredValue | null {
  if (rule.kind !== 'parts') {
    return isMeasured(rule) ? folded(rule, measurements) : null;
  }
  const parts: Record<string, SimpleValue> = {};
  for (const { code, rule: simple } of rule.parts) {
    const value = isMeasured(simple)
      ? folded(
          simple,
          measurements.filter(({ part }) => part === code),
        )
      : (partial[code] ?? null);
    if (value === null) {
      return null;
    }
    parts[code] = value;
  }
  return { kind: 'parts', parts };
}

/** Whether a rule takes a number or a ratio, which measurements can make. */
export function isMeasured(rule: SimpleRule): boolean {
  return rule.kind !== 'checklist' && rule.kind !== 'choice';
}

/** Whether a rule takes a share of a whole. */
export function takesRatio(rule: SimpleRule): boolean {
  return 'value' in rule && rule.value === 'ratio';
}

function folded(rule: SimpleRule, measurements: readonly Measurement[]): SimpleValue | null {
  const numbers = measurements.flatMap(({ number }) => number ?? []);
  if (numbers.length === 0 || numbers.length < measurements.length) {
    return null;
  }
  if (!takesRatio(rule)) {
    return { kind: 'number', number: sumOfDecimals(numbers) };
  }
  const wholes = measurements.flatMap(({ of }) => of ?? []);
  // Two too many of one thing don't make up for two too few of another.
  const counted = measurements.flatMap(({ number, of }) => (number === null || of === null ? [] : smallerOf(number, of)));
  return wholes.length < measurements.length ? null : { kind: 'ratio', count: sumOfDecimals(counted), of: sumOfDecimals(wholes) };
}

function smallerOf(one: string, other: string): string {
  return compare(fractionOfDecimal(one), fractionOfDecimal(other)) <= 0 ? one : other;
}

/** The exact sum of decimal strings (`decimalSchema`), without needless zeros. */
export function sumOfDecimals(decimals: readonly string[]): string {
  const places = Math.max(0, ...decimals.map((each) => (each.split('.')[1] ?? '').length));
  const sum = decimals.reduce((total, each) => {
    const [whole = '0', rest = ''] = each.split('.');
    return total + BigInt(whole + rest.padEnd(places, '0'));
  }, 0n);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const rest = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}
