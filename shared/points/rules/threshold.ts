import type { SimpleRule } from '../../domain/rubric.ts';
import type { MeasuredValue } from '../../domain/sheet.ts';
import { ok, type Result } from '../../result.ts';
import { compare, fractionOfDecimal } from '../fraction.ts';
import { type Found, measure } from './measure.ts';
import type { MeasureCode } from './measure.ts';

export type ThresholdRule = Extract<SimpleRule, { kind: 'threshold' }>;
/** 62.4 ㎡ ≥ 60 ㎡ → 3.00 */
export type ThresholdReason = {
  readonly kind: 'threshold';
  readonly found: Found;
  readonly unit: string;
  readonly atLeast: string;
  readonly reached: boolean;
  readonly points: string;
};

/** The points at `atLeast` or above, else the rule's `otherwise`. Refusals: those of {@link measure}. */
export function explainThreshold(rule: ThresholdRule, value: MeasuredValue): Result<ThresholdReason, MeasureCode> {
  const measured = measure(value, { value: 'number', highest: rule.atLeast });
  if (!measured.ok) {
    return measured;
  }
  const { found, number } = measured.value;
  const reached = compare(number, fractionOfDecimal(rule.atLeast)) >= 0;
  const points = reached ? rule.points : rule.otherwise;
  return ok({ kind: 'threshold', found, unit: rule.unit, atLeast: rule.atLeast, reached, points });
}
