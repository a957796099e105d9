import { chineseNumber } from './numerals.ts';
import { plain } from './text.ts';

const numeral = '[0-9零〇○一二三四五六七八九十]';
const written = new RegExp(`(${numeral}{4})年(${numeral}{1,3})月(${numeral}{1,3})[日号]?`, 'u');
const separated = /(?<!\d)(\d{4})([-./年·])(\d{1,2})[-./月·](\d{1,2})日?(?!\d)/u;
const joined = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/u;

function toNumber(text: string): number | null {
  return /^\d+$/u.test(text) ? Number(text) : chineseNumber(text);
}

/** `2022-10-20` when the three make a day that exists, else null. */
export function calendarDate(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null || year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) {
    return null;
  }
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day > days ? null : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Every date in the text, in order, as `2022-10-20`: 2022年10月20日, 2022-10-20, 2022.10.20, 2022/10/20, 20221020, 二〇二二年十月二十日. */
export function readDates(text: string): string[] {
  const dates: string[] = [];
  let rest = plain(text).replaceAll(/[\u2010-\u2015\u2212]/gu, '-');
  for (;;) {
    const found = [written, separated, joined]
      .map((pattern) => pattern.exec(rest))
      .filter((match) => match !== null)
      .toSorted((a, b) => a.index - b.index)[0];
    if (found === undefined) {
      return dates;
    }
    const parts = found.slice(1).filter((part) => !/^[-./年·]$/u.test(part));
    const date = calendarDate(toNumber(parts[0] ?? ''), toNumber(parts[1] ?? ''), toNumber(parts[2] ?? ''));
    if (date !== null) {
      dates.push(date);
    }
    rest = rest.slice(found.index + found[0].length);
  }
}

/** The first date in the text, or null. */
export function readDate(text: string): string | null {
  return readDates(text)[0] ?? null;
}
