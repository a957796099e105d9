import type { SimpleRule } from '../../domain/rubric.ts';
import type { MeasuredValue } from '../../domain/sheet.ts';
import { ok, type Result } from '../../result.ts';
import { compare, fractionOfDecimal, fractionOfPoints, multiply, roundHalfUp } from '../fraction.ts';
import { formatPoints, parsePoints } from '../hundredths.ts';
import { type Found, measure } from './measure.ts';
import type { MeasureCode } from './measure.ts';

export type BandsRule = Extract<SimpleRule, { kind: 'bands' }>;
/** 12 ÷ 16 ≥ 0.6 → × 3.00 → 2.25 */
export type BandsReason = {
  readonly kind: 'bands';
  readonly found: Found;
  readonly unit: string;
  /** The band that was reached; null below the lowest. */
  readonly band: BandsRule['bands'][number] | null;
  readonly points: string;
};

/** The points of the first band whose `from` is reached: fixed, or value × `perOne` rounded half-up to 0.01; 0 below all. Refusals: those of {@link measure}. */
export function explainBands(rule: BandsRule, value: MeasuredValue): Result<BandsReason, MeasureCode> {
  const measured = measure(value, { value: rule.value, highest: rule.bands[0]?.from ?? '0' });
  if (!measured.ok) {
    return measured;
  }
  const { found, number } = measured.value;
  const band = rule.bands.find(({ from }) => compare(number, fractionOfDecimal(from)) >= 0) ?? null;
  return ok({ kind: 'bands', found, unit: rule.unit, band, points: pointsOf() });

  function pointsOf(): string {
    if (band === null) {
      return '0.00';
    }
    return 'points' in band ? band.points : formatPoints(roundHalfUp(multiply(number, fractionOfPoints(parsePoints(band.perOne)))));
  }
}
