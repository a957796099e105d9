import type { SimpleRule } from '../../domain/rubric.ts';
import type { MeasuredValue } from '../../domain/sheet.ts';
import { ok, type Result } from '../../result.ts';
import { compare, divide, fraction, fractionOfDecimal, fractionOfPoints, multiply, roundHalfUp, smaller } from '../fraction.ts';
import { formatPoints, parsePoints } from '../hundredths.ts';
import { type Found, measure } from './measure.ts';
import type { MeasureCode } from './measure.ts';

export type ProportionalRule = Extract<SimpleRule, { kind: 'proportional' }>;
/** 18 人 ÷ 20 人 × 5.00 → 4.50 */
export type ProportionalReason = {
  readonly kind: 'proportional';
  readonly found: Found;
  readonly unit: string;
  readonly full: string;
  readonly fullPoints: string;
  /** Whether `full` was reached, so that more would not give more. */
  readonly capped: boolean;
  readonly points: string;
};

/** value ÷ `full` × `points`, capped at `points`, rounded half-up to 0.01. Refusals: those of {@link measure}. */
export function explainProportional(rule: ProportionalRule, value: MeasuredValue): Result<ProportionalReason, MeasureCode> {
  const measured = measure(value, { value: rule.value, highest: rule.full });
  if (!measured.ok) {
    return measured;
  }
  const { found, number } = measured.value;
  const share = divide(number, fractionOfDecimal(rule.full));
  const points = roundHalfUp(multiply(smaller(share, fraction(1n)), fractionOfPoints(parsePoints(rule.points))));
  return ok({
    kind: 'proportional',
    found,
    unit: rule.unit,
    full: rule.full,
    fullPoints: rule.points,
    capped: compare(share, fraction(1n)) >= 0,
    points: formatPoints(points),
  });
}
