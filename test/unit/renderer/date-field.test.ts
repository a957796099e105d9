import { expect, it } from 'vitest';
import { calendarDate } from '../../../renderer/parts/format.ts';
import { typedDate } from '../../../renderer/parts/typed-date.ts';

it.each([
  ['2022年11月15日', '2022-11-15'],
  [' 2022 年 1 月 5 日 ', '2022-01-05'],
  ['2022-11-15', '2022-11-15'],
  ['2022.2.9', '2022-02-09'],
  ['2022/12/31', '2022-12-31'],
])('%s is a day', (text, date) => {
  expect(typedDate(text)).toBe(date);
});

it.each(['11/15/2022', '2022-13-01', '2022-02-30', '', '明天'])('“%s” is not a day', (text) => {
  expect(typedDate(text)).toBeNull();
});

it('a day is written as the language of the program has it, and typed back is the same day', () => {
  expect(calendarDate('2022-11-05', 'zh')).toBe('2022年11月5日');
  expect(calendarDate('2022-11-05', 'en')).toBe('5 November 2022');
  expect(typedDate(calendarDate('2022-11-05', 'zh'))).toBe('2022-11-05');
});
