import { plain } from './wording.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** An ID number made comparable: half-width, no blanks or hyphens, capital X. */
export function idNumber(written: string): string {
  return plain(written)
    .replaceAll(/[-'‘’`]/g, '')
    .toUpperCase();
}

/** What a well-formed 公民身份号码 says; null where it has not 18 places or no possible date of birth (GB 11643). */
export function readIdNumber(written: string): { born: string; sex: '男' | '女'; checkDigitHolds: boolean } | null {
  const number = idNumber(written);
  const parts = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/.exec(number);
  if (parts === null) {
    return null;
  }
  const [, year, month, day, order] = parts;
  if (!isDate(Number(year), Number(month), Number(day))) {
    return null;
  }
  return {
    born: `${year}-${month}-${day}`,
    sex: Number(order) % 2 === 1 ? '男' : '女',
    checkDigitHolds: number.at(-1) === checkDigit(number),
  };
}

/** The check digit of the first 17 places: ISO 7064 MOD 11-2. */
export function checkDigit(number: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] ?? '';
}

function isDate(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 1900 && day >= 1 && day <= (days[month - 1] ?? 0);
}
