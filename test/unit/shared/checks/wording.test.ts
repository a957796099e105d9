import { describe, expect, it } from 'vitest';
import { hasCollegeEducation, readEducation } from '#shared/checks/education.ts';
import { likeness, plain } from '#shared/checks/wording.ts';

describe('what a person wrote, made comparable', () => {
  it.each([
    ['无 人机　驾驶员', '无人机驾驶员'],
    ['１２３Ａ', '123A'],
    [' \n ', ''],
    ['—', ''],
    ['－－', ''],
    ['/', ''],
    ['无', ''],
    ['...', ''],
    ['无人机', '无人机'],
    ['A-1', 'A-1'],
  ])('%j is %j', (written, want) => {
    expect(plain(written)).toBe(want);
  });

  it.each([
    ['', '', 0],
    ['甲', '甲', 1],
    ['甲', '乙', 0],
    ['甲乙丙丁', '甲乙丙', 0.75],
    ['甲乙丙', '甲丁乙丙', 0.75],
    ['甲乙丙丁', '甲戊丙丁', 0.75],
    ['甲乙', '', 0],
    ['abcdef', 'badcfe', 1 / 3],
  ])('%j and %j are alike by %d', (left, right, want) => {
    expect(likeness(left, right)).toBeCloseTo(want, 10);
    expect(likeness(right, left)).toBeCloseTo(want, 10);
  });
});

describe('education as people write it', () => {
  it.each([
    ['小学', '初中'],
    ['初中', '初中'],
    ['高中', '中专'],
    ['中专', '中专'],
    ['职高', '中专'],
    ['大专', '大专'],
    ['大学专科', '大专'],
    ['高职', '大专'],
    ['本科', '本科'],
    ['大学', '本科'],
    ['学士', '本科'],
    ['硕士研究生', '硕士'],
    ['研究生', '硕士'],
    ['EMBA', '硕士'],
    ['mba', '硕士'],
    ['博士研究生', '博士'],
    ['', null],
    ['本科在读', null],
    ['大专肄业', null],
    ['未毕业', null],
    ['十年寒窗', null],
  ])('%s is read as %s', (written, want) => {
    expect(readEducation(written)).toBe(want);
  });

  it.each([
    ['中专', false],
    ['大专', true],
    ['本科', true],
    ['初中', false],
    ['', null],
  ])('%s is 大专以上: %s', (written, want) => {
    expect(hasCollegeEducation(written)).toBe(want);
  });
});
