import type { SimpleRule } from '../../domain/rubric.ts';
import type { MeasuredValue } from '../../domain/sheet.ts';
import { ok, refused, type Result } from '../../result.ts';
import { formatPoints, parsePoints } from '../hundredths.ts';
import { type Found, measure } from './measure.ts';
import type { MeasureCode } from './measure.ts';

export type PerUnitRule = Extract<SimpleRule, { kind: 'per-unit' }>;
/** 3 人 × 1.00, at most 2.00 → 2.00 */
export type PerUnitReason = {
  readonly kind: 'per-unit';
  readonly found: Found;
  readonly unit: string;
  readonly each: string;
  readonly cap: string;
  readonly capped: boolean;
  readonly points: string;
};

/** `each` per whole unit, capped at `cap`. */
export function explainPerUnit(rule: PerUnitRule, value: MeasuredValue): Result<PerUnitReason, MeasureCode | 'sheet/value-not-whole'> {
  const measured = measure(value, { value: 'number', highest: '1' });
  if (!measured.ok) {
    return measured;
  }
  const { found, number } = measured.value;
  if (number.denominator !== 1n) {
    return refused('sheet/value-not-whole', { found: found.kind === 'number' ? found.number : '', unit: rule.unit });
  }
  const [uncapped, cap] = [number.numerator * parsePoints(rule.each), parsePoints(rule.cap)];
  return ok({
    kind: 'per-unit',
    found,
    unit: rule.unit,
    each: rule.each,
    cap: rule.cap,
    capped: uncapped >= cap,
    points: formatPoints(uncapped < cap ? uncapped : cap),
  });
}
