import { assert, constantFrom, integer, nat, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalSchema, pointsSchema } from '#shared/domain/values.ts';
import { readTypedNumber, readTypedPoints, readTypedWhole } from '#shared/numbers/typed-number.ts';

const area = { places: 6, unit: '㎡' };
const read = (text: string, asked = area) => {
  const found = readTypedNumber(text, asked);
  return found.ok ? found.value : found.refusal.code;
};

describe('what people type where a number of square metres is asked', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['\u{3000}', null],
    ['62.4', '62.4'],
    ['62', '62'],
    ['62.', '62'],
    ['.5', '0.5'],
    ['062', '62'],
    ['0', '0'],
    ['000', '0'],
    ['-0', '0'],
    ['6.50', '6.50'],
    ['６２．４', '62.4'],
    ['６２。４', '62.4'],
    ['62。4', '62.4'],
    [' 62.4 ', '62.4'],
    // A comma that can be nothing but a decimal point.
    ['6,5', '6.5'],
    ['6，5', '6.5'],
    ['62,40', '62.40'],
    [',5', '0.5'],
    ['0,125', '0.125'],
    ['00,125', '0.125'],
    ['0,1250', '0.1250'],
    ['1234,567', '1234.567'],
    ['12345,6789', '12345.6789'],
    ['1,23456', '1.23456'],
    // The unit behind, as it is written.
    ['62.4㎡', '62.4'],
    ['62.4 ㎡', '62.4'],
    ['62.4m²', '62.4'],
    ['62.4M2', '62.4'],
    ['62.4平方米', '62.4'],
    ['62,4 平方米', '62.4'],
    ['62.4平米', '62.4'],
    ['999999999999', '999999999999'],
  ])('%j is %j', (typed, number) => {
    expect(read(typed)).toBe(number);
  });

  it.each([
    // It may be a decimal point or part thousands (or, in Chinese, ten thousands).
    ['1,234', 'number/comma-unclear'],
    ['１，２３４', 'number/comma-unclear'],
    ['12,345', 'number/comma-unclear'],
    ['1,2345', 'number/comma-unclear'],
    ['1,234,567', 'number/comma-unclear'],
    ['1,234.5', 'number/comma-unclear'],
    ['1.234,5', 'number/comma-unclear'],
    ['6,5,3', 'number/comma-unclear'],
    ['6,', 'number/comma-unclear'],
    ['-5', 'number/negative'],
    ['−5.2', 'number/negative'],
    ['－5', 'number/negative'],
    ['1.2345678', 'number/too-precise'],
    ['1234567890123', 'number/too-large'],
    ['62.4人', 'number/unit'],
    ['62.4亩', 'number/unit'],
    ['0.5公顷', 'number/unit'],
    ['abc', 'number/not-a-number'],
    ['约62', 'number/not-a-number'],
    ['六十二', 'number/not-a-number'],
    ['.', 'number/not-a-number'],
    [',', 'number/not-a-number'],
    ['-', 'number/not-a-number'],
    ['㎡', 'number/not-a-number'],
    ['62..4', 'number/not-a-number'],
    ['62.4.1', 'number/not-a-number'],
    // Two numbers, or thousands parted by a space: not for the program to say.
    ['1 200', 'number/not-a-number'],
    ['6 5', 'number/not-a-number'],
    ['60-65', 'number/not-a-number'],
    ['1e3', 'number/not-a-number'],
    ['0x10', 'number/not-a-number'],
    ['20+12.35', 'number/not-a-number'],
    // Not digits, whatever they look like.
    ['①', 'number/not-a-number'],
    ['½', 'number/not-a-number'],
    ['٦', 'number/not-a-number'],
    ['Infinity', 'number/not-a-number'],
    ["1'234", 'number/not-a-number'],
  ])('%j is refused: %s', (typed, code) => {
    const found = read(typed);
    // What stands behind the digits and has no digits may be taken for a unit; refused it is either way.
    expect(found === 'number/unit' && code === 'number/not-a-number' ? code : found).toBe(code);
  });

  it('a raised digit is part of the unit or refused, never one digit more', () => {
    expect(read('6²')).toBe('number/unit');
    expect(read('6m²')).toBe('6');
    expect(read('6²', { places: 6, unit: '' })).toBe('number/not-a-number');
  });
});

describe('points', () => {
  const points = (text: string) => {
    const found = readTypedPoints(text);
    return found.ok ? found.value : found.refusal.code;
  };
  it.each([
    ['5', '5.00'],
    ['５', '5.00'],
    ['3.5', '3.50'],
    ['3,5', '3.50'],
    ['3.25', '3.25'],
    ['0', '0.00'],
    ['4分', '4.00'],
    ['', null],
    ['3.255', 'number/too-precise'],
    ['-1', 'number/negative'],
    ['12345678', 'number/too-large'],
    ['优', 'number/not-a-number'],
  ])('%j are %j', (typed, expected) => {
    expect(points(typed)).toBe(expected);
  });
});

describe('whole numbers', () => {
  const whole = (text: string) => {
    const found = readTypedWhole(text, { least: 1, most: 120, unit: '分钟' });
    return found.ok ? found.value : found.refusal.code;
  };
  it.each([
    ['10', 10],
    ['１０', 10],
    ['10分钟', 10],
    ['1', 1],
    ['120', 120],
    ['', null],
    ['0', 'number/out-of-range'],
    ['121', 'number/out-of-range'],
    ['10,5', 'number/not-whole'],
    ['10.5', 'number/not-whole'],
    ['1,000', 'number/comma-unclear'],
  ])('%j is %j', (typed, expected) => {
    expect(whole(typed)).toBe(expected);
  });
});

describe('whatever is typed', () => {
  it('is recorded with exactly the digits that were typed, or refused; a recorded number reads as itself', () => {
    const piece = constantFrom(...Array.from('0123456789.,，。．０５９ -㎡m2人'), '平方米');
    assert(
      property(string({ unit: piece, maxLength: 12 }), (text) => {
        const found = readTypedNumber(text, area);
        if (found.ok && found.value !== null) {
          expect(decimalSchema.safeParse(found.value).success).toBe(true);
          expect(readTypedNumber(found.value, area)).toEqual(found);
          const digits = (some: string) => some.replaceAll(/[^0-9]/gu, '').replace(/^0+/u, '');
          const typed = text
            .replace(/(m2|平方米|㎡)\s*$/u, '')
            .replaceAll('０', '0')
            .replaceAll('５', '5')
            .replaceAll('９', '9');
          expect(digits(found.value)).toBe(digits(typed));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('points travel as points, and any number written plainly is read as written', () => {
    assert(
      property(nat({ max: 9_999_999 }), integer({ min: 0, max: 99 }), (whole, hundredths) => {
        const text = `${whole}.${String(hundredths).padStart(2, '0')}`;
        const found = readTypedPoints(text);
        expect(found).toEqual({ ok: true, value: text });
        expect(pointsSchema.safeParse(text).success).toBe(true);
      }),
    );
  });
});
