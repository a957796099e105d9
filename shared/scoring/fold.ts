import type { Rule, SimpleRule } from '../domain/rubric.ts';
import type { Answer, MeasuredValue, SimpleValue } from '../domain/sheet.ts';
import type { Measurement } from '../domain/visit.ts';
import { explainRule } from '../points/rules/index.ts';
import type { Refusal } from '../refusals/refusal.ts';

/**
 * The value that measurements and ticks make: numbers are added exactly, a ratio adds both sides. null while a measurement has no
 * number, counts more than its whole, or a part of the item is blank: half of an answer is none. A part that was given as a number, with no
 * measurement, is that number.
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
      ? (folded(
          simple,
          measurements.filter(({ part }) => part === code),
        ) ??
        ofUnmeasured(
          partial[code],
          measurements.some(({ part }) => part === code),
        ))
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
  // Two too many of one thing don't make up for two too few of another: each is refused where it stands.
  if (wholes.length < measurements.length || measurements.some((one) => refusalOfMeasurement(rule, one) !== null)) {
    return null;
  }
  return { kind: 'ratio', count: sumOfDecimals(numbers), of: sumOfDecimals(wholes) };
}

/** Why what was counted of one thing is no share of its whole (`sheet/ratio-above-one`); null where it is, or where a number is missing. */
export function refusalOfMeasurement(rule: SimpleRule, { number, of }: Pick<Measurement, 'number' | 'of'>): Refusal | null {
  if (!takesRatio(rule) || number === null || of === null) {
    return null;
  }
  const explained = explainRule(rule, { kind: 'ratio', count: number, of });
  return explained.ok || explained.refusal.code !== 'sheet/ratio-above-one' ? null : explained.refusal;
}

function ofUnmeasured(given: SimpleValue | undefined, isMeasuredHere: boolean): SimpleValue | null {
  return given === undefined || isMeasuredHere ? null : given;
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
