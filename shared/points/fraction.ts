import type { Hundredths } from './hundredths.ts';

/** An exact number. The denominator is positive and has no factor in common with the numerator, so equal numbers are equal fields. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** `numerator ÷ denominator`, reduced. Throws a RangeError when the denominator is zero. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) {
    throw new RangeError('division by zero');
  }
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator * sign);
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

export const zero: Fraction = fraction(0n);

/** A decimal string (`decimalSchema`: `"-62.4"`, no exponent) as an exact number. Throws a SyntaxError on anything else. */
export function fractionOfDecimal(text: string): Fraction {
  const [whole = '', decimals = ''] = text.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** Hundredths as an exact number of points. */
export function fractionOfPoints(points: Hundredths): Fraction {
  return fraction(points, 100n);
}

export function add(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator);
}

export function subtract(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.denominator - right.numerator * left.denominator, left.denominator * right.denominator);
}

export function multiply(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** `left ÷ right`. Throws a RangeError when `right` is zero. */
export function divide(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.denominator, left.denominator * right.numerator);
}

/** Negative, zero or positive as `left` is smaller than, equal to or larger than `right`. */
export function compare(left: Fraction, right: Fraction): -1 | 0 | 1 {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function smaller(left: Fraction, right: Fraction): Fraction {
  return compare(left, right) <= 0 ? left : right;
}

export function sum(numbers: Iterable<Fraction>): Fraction {
  // Hundredths to begin with, since most terms are points, and reduced once at the end: a merge takes millions of terms.
  let [top, bottom] = [0n, 100n];
  for (const { numerator, denominator } of numbers) {
    if (bottom % denominator === 0n) {
      top += numerator * (bottom / denominator);
    } else {
      top = top * denominator + numerator * bottom;
      bottom *= denominator;
    }
  }
  return fraction(top, bottom);
}

/** The exact arithmetic mean. Throws a RangeError for no numbers: the mean of nothing is not zero. */
export function mean(numbers: readonly Fraction[]): Fraction {
  return divide(sum(numbers), fraction(BigInt(numbers.length)));
}

/** Points rounded half-up to two decimals: 2.005 → 2.01, 2.0049 → 2.00 (design.md §6; once, when published or entered). */
export function roundHalfUp(points: Fraction): Hundredths {
  const doubled = 200n * points.numerator + points.denominator;
  const divisor = 2n * points.denominator;
  const quotient = doubled / divisor;
  // BigInt division rounds towards zero; half-up goes down to the floor.
  return doubled < 0n && doubled % divisor !== 0n ? quotient - 1n : quotient;
}

/** An exact number for people: the decimals in full where they end (`"82.375"`), else `numerator/denominator`. */
export function formatFraction(number: Fraction): string {
  let places = 0n;
  let scale = 1n;
  while (scale % number.denominator !== 0n) {
    if (places === 12n) {
      return `${number.numerator}/${number.denominator}`;
    }
    places += 1n;
    scale *= 10n;
  }
  if (places === 0n) {
    return number.numerator.toString();
  }
  const scaled = (number.numerator * scale) / number.denominator;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(Number(places) + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -Number(places))}.${digits.slice(-Number(places))}`;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, rest] = [left, right];
  while (rest !== 0n) {
    [larger, rest] = [rest, larger % rest];
  }
  return larger;
}
