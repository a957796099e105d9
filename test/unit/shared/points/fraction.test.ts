import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  formatFraction,
  fraction,
  fractionOfDecimal,
  mean,
  multiply,
  roundHalfUp,
  subtract,
} from '#shared/points/fraction.ts';
import { formatPoints, parsePoints } from '#shared/points/hundredths.ts';

const rounded = (decimal: string) => formatPoints(roundHalfUp(fractionOfDecimal(decimal)));
const anyFraction = fc.tuple(fc.bigInt(-1_000_000n, 1_000_000n), fc.bigInt(1n, 10_000n)).map(([top, bottom]) => fraction(top, bottom));

describe('points', () => {
  it('are read and written without loss', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 999_999_999n), (points) => {
        expect(parsePoints(formatPoints(points))).toBe(points);
      }),
    );
    expect(['0.00', '0.05', '3.00', '100.00'].map((text) => formatPoints(parsePoints(text)))).toEqual(['0.00', '0.05', '3.00', '100.00']);
  });

  it('are refused without exactly two decimals', () => {
    expect(() => parsePoints('3')).toThrow(SyntaxError);
    expect(() => parsePoints('3.0')).toThrow(SyntaxError);
    expect(() => parsePoints('3.x0')).toThrow(SyntaxError);
  });
});

describe('half-up rounding', () => {
  it('goes up at exactly half and down just below, where floats go wrong', () => {
    expect(rounded('2.005')).toBe('2.01');
    expect(rounded('1.005')).toBe('1.01');
    expect(rounded('2.0049')).toBe('2.00');
    expect(rounded('2.004999')).toBe('2.00');
    expect(rounded('0.995')).toBe('1.00');
    expect(rounded('-0.005')).toBe('0.00');
    expect(rounded('-0.006')).toBe('-0.01');
    expect(formatPoints(roundHalfUp(fraction(2n, 3n)))).toBe('0.67');
  });

  it('is never further than half a hundredth from the exact number, and above it when exactly between', () => {
    fc.assert(
      fc.property(anyFraction, (number) => {
        const off = subtract(fraction(roundHalfUp(number), 100n), number);
        expect(compare(off, fraction(1n, 200n))).toBeLessThanOrEqual(0);
        expect(compare(off, fraction(-1n, 200n))).toBe(1);
      }),
    );
  });
});

describe('fractions', () => {
  it('are exact: what is added can be taken away, what is multiplied divided', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (left, right) => {
        expect(subtract(add(left, right), right)).toEqual(left);
        if (right.numerator !== 0n) {
          expect(divide(multiply(left, right), right)).toEqual(left);
        }
        expect(compare(left, right)).toBe(Math.sign(Number(left.numerator * right.denominator - right.numerator * left.denominator)));
      }),
    );
  });

  it('refuse the mean of nothing and the division by zero', () => {
    expect(() => mean([])).toThrow(RangeError);
    expect(() => divide(fraction(1n), fraction(0n))).toThrow(RangeError);
    expect(mean([fraction(1n), fraction(2n)])).toEqual(fraction(3n, 2n));
  });

  it('are written out in full where they end', () => {
    expect([fraction(165n, 2n), fraction(1n, 200n), fraction(-1n, 8n), fraction(7n), fraction(1n, 3n)].map(formatFraction)).toEqual([
      '82.5',
      '0.005',
      '-0.125',
      '7',
      '1/3',
    ]);
  });
});
