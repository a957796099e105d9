import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { findInText, surroundings } from '../../../../../../../renderer/screens/desk/evidence/pdf/find-in-text.ts';

it('finds a sentence that is broken over lines, with spaces that nobody typed', () => {
  const text = '一、理论考\n场 面积为 80 平方米；理论考场在二楼';
  const found = findInText(text, '理论考场');
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['理论考\n场', '理论考场']);
});

it('finds full width by half width, radicals by their characters and capitals by small letters', () => {
  expect(findInText('编号 ＡＢＣ１２', 'abc12')).toEqual([{ start: 3, end: 8 }]);
  expect(findInText('⾏业协会', '行业')).toEqual([{ start: 0, end: 2 }]);
  expect(findInText('For CALIBRATION', 'calibration')).toEqual([{ start: 4, end: 15 }]);
});

it('keeps places right behind characters of two units and of several letters', () => {
  expect(findInText('𠮷㎡𠮷场', '𠮷场')).toEqual([{ start: 3, end: 6 }]);
  expect(findInText('80㎡理论', '理论')).toEqual([{ start: 3, end: 5 }]);
});

it('finds nothing for nothing', () => {
  expect(findInText('理论', ' \n')).toEqual([]);
  expect(findInText('', '理论')).toEqual([]);
});

it('finds every piece of a text in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' }), (piece, around) => {
      fc.pre(piece.normalize('NFKC').trim() !== '' && !/\p{M}/u.test(piece + around));
      expect(findInText(around + piece + around, piece).length).toBeGreaterThan(0);
    }),
  );
});

it('shows what stands around a hit on one line', () => {
  const text = '前面很长的一段文字'.repeat(4) + '面\n积后面';
  const [hit] = findInText(text, '面积');
  expect(hit && surroundings(text, hit)).toEqual({ before: '前面很长的一段文字'.repeat(2), match: '面 积', after: '后面' });
});
