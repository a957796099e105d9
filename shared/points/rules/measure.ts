import type { MeasuredValue } from '../../domain/sheet.ts';
import { ok, refused, type Result } from '../../result.ts';
import { compare, divide, type Fraction, fraction, fractionOfDecimal } from '../fraction.ts';

/** Why a value is nothing that a rule could measure. */
export type MeasureCode = 'sheet/ratio-above-one' | 'sheet/ratio-of-nothing' | 'sheet/value-kind' | 'sheet/value-negative';

/** What was measured, as the expert wrote it and as the exact number that the rule compares. */
export type Measure = { readonly found: Found; readonly number: Fraction };
export type Found =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'ratio'; readonly count: string; readonly of: string };

type WhatIsAsked = { readonly value: 'number' | 'ratio'; readonly highest: string };

/**
 * The exact number of a measured value: the number, or count ÷ of. `highest` is where the rule's scale ends; a ratio above one is
 * refused where it ends at one or below, because there the count is a share of the whole.
 */
export function measure(value: MeasuredValue, { value: asked, highest }: WhatIsAsked): Result<Measure, MeasureCode> {
  if (value.kind !== asked) {
    return wrongKind(asked, value);
  }
  if (value.kind === 'number') {
    const number = fractionOfDecimal(value.number);
    return number.numerator < 0n ? refused('sheet/value-negative', { found: value.number }) : ok({ found: value, number });
  }
  if (value.kind !== 'ratio') {
    return wrongKind(asked, value);
  }
  const [count, of] = [fractionOfDecimal(value.count), fractionOfDecimal(value.of)];
  if (count.numerator < 0n || of.numerator < 0n) {
    return refused('sheet/value-negative', { found: count.numerator < 0n ? value.count : value.of });
  }
  if (of.numerator === 0n) {
    return refused('sheet/ratio-of-nothing');
  }
  if (compare(count, of) > 0 && compare(fractionOfDecimal(highest), fraction(1n)) <= 0) {
    return refused('sheet/ratio-above-one', { count: value.count, of: value.of });
  }
  return ok({ found: value, number: divide(count, of) });
}

/** The refusal of a value that is not of the kind a rule reads: `sheet/value-kind`. */
export function wrongKind(expected: MeasuredValue['kind'], value: MeasuredValue): Result<never, 'sheet/value-kind'> {
  return refused('sheet/value-kind', { expected, found: value.kind });
}
