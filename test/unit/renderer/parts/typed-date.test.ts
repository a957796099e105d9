import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { calendarDate } from '../../../../renderer/parts/format.ts';
import { typedDate } from '../../../../renderer/parts/typed-date.ts';

const day = (date: string, assumed: number | null = null) => ({ kind: 'day', date, assumed });

describe('a day as people type it', () => {
  it.each([
    ['2022年11月15日', '2022-11-15'],
    [' 2022 年 1 月 5 日 ', '2022-01-05'],
    ['2022-11-15', '2022-11-15'],
    ['2022.2.9', '2022-02-09'],
    ['2022.12.2', '2022-12-02'],
    ['2022/12/31', '2022-12-31'],
    ['20221202', '2022-12-02'],
    ['２０２２．１２．２', '2022-12-02'],
    ['2022年12月2号', '2022-12-02'],
    ['2 Dec 2022', '2022-12-02'],
  ])('%s is read', (text, date) => {
    expect(typedDate(text, null)).toEqual(day(date));
    expect(typedDate(text, 1999)).toEqual(day(date));
  });

  it.each(['12/2', '12月2日', '12.2', '12-2', '１２月２日', '12月2', '12 月 2 号'])(
    '%s is read with the year of the round, which is said',
    (text) => {
      expect(typedDate(text, 2022)).toEqual(day('2022-12-02', 2022));
      expect(typedDate(text, null)).toEqual({ kind: 'refused', why: 'year-missing' });
    },
  );

  it.each([
    ['11/15/2022', 'no-day'],
    ['22.12.2', 'no-day'],
    ['明天', 'no-day'],
    ['2 Decembre 2022', 'no-day'],
    ['2022', 'no-day'],
    ['2022年12月', 'no-day'],
    ['2022-13-01', 'no-such-day'],
    ['2022-02-30', 'no-such-day'],
    ['20221302', 'no-such-day'],
    ['2/30', 'no-such-day'],
    ['15/11', 'no-such-day'],
  ])('“%s” is refused: %s', (text, why) => {
    expect(typedDate(text, 2022)).toEqual({ kind: 'refused', why });
  });

  it('nothing is nothing', () => {
    expect([typedDate('', 2022), typedDate('  ', null)]).toEqual([{ kind: 'empty' }, { kind: 'empty' }]);
  });
});

it('a day is written as the language of the program has it', () => {
  expect(calendarDate('2022-11-05', 'zh')).toBe('2022年11月5日');
  expect(calendarDate('2022-11-05', 'en')).toBe('5 November 2022');
});

test('every day typed back as it is written is the same day, with its year and without', () => {
  const days = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (at) => {
      const date = at.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = date.split('-').map(Number);
      for (const text of [calendarDate(date, 'zh'), calendarDate(date, 'en'), date, date.replaceAll('-', '.'), date.replaceAll('-', '')]) {
        expect(typedDate(text, null)).toEqual(day(date));
      }
      expect(typedDate(`${month}月${dayOfMonth}日`, year ?? null)).toEqual(day(date, year));
    }),
  );
});
