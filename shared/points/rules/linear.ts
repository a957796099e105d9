import type { SimpleRule } from '../../domain/rubric.ts';
import type { MeasuredValue } from '../../domain/sheet.ts';
import { ok, type Result } from '../../result.ts';
import {
  add,
  compare,
  divide,
  type Fraction,
  fractionOfDecimal,
  fractionOfPoints,
  multiply,
  roundHalfUp,
  subtract,
  zero,
} from '../fraction.ts';
import { formatPoints, parsePoints } from '../hundredths.ts';
import { type Found, measure } from './measure.ts';
import type { MeasureCode } from './measure.ts';

export type LinearRule = Extract<SimpleRule, { kind: 'linear' }>;
type Knot = LinearRule['knots'][number];
/** 15000 ÷ 10000, between 1 (2.40) and 2 (4.00) → 3.20 */
export type LinearReason = {
  readonly kind: 'linear';
  readonly found: Found;
  readonly unit: string;
  /** The knot at or below the value; null below the first. */
  readonly from: Knot | null;
  /** The knot above the value; null above the last. */
  readonly to: Knot | null;
  readonly points: string;
};

/** Straight lines between knots, rounded half-up to 0.01; 0 below the first, the last knot's points above it. Refusals: those of {@link measure}. */
export function explainLinear(rule: LinearRule, value: MeasuredValue): Result<LinearReason, MeasureCode> {
  const knots = rule.knots.toSorted((left, right) => compare(fractionOfDecimal(left.at), fractionOfDecimal(right.at)));
  const measured = measure(value, { value: rule.value, highest: knots.at(-1)?.at ?? '0' });
  if (!measured.ok) {
    return measured;
  }
  const { found, number } = measured.value;
  const from = knots.findLast((knot) => compare(fractionOfDecimal(knot.at), number) <= 0) ?? null;
  const to = knots.find((knot) => compare(fractionOfDecimal(knot.at), number) > 0) ?? null;
  return ok({ kind: 'linear', found, unit: rule.unit, from, to, points: formatPoints(roundHalfUp(between(from, to, number))) });
}

function between(from: Knot | null, to: Knot | null, number: Fraction): Fraction {
  if (from === null) {
    return zero;
  }
  const [fromAt, fromPoints] = [fractionOfDecimal(from.at), fractionOfPoints(parsePoints(from.points))];
  if (to === null) {
    return fromPoints;
  }
  const way = divide(subtract(number, fromAt), subtract(fractionOfDecimal(to.at), fromAt));
  return add(fromPoints, multiply(way, subtract(fractionOfPoints(parsePoints(to.points)), fromPoints)));
}
