import { expect, test } from 'vitest';
import { readApplicantType } from '#shared/forms/applicant-type.ts';
import { readDate, readDates } from '#shared/forms/dates.ts';
import { readLevels } from '#shared/forms/levels.ts';
import { chineseNumber, readNumber } from '#shared/forms/numerals.ts';
import { readPostAndTitle } from '#shared/forms/post-and-title.ts';
import { readLease } from '#shared/forms/proofs/lease.ts';
import { readTraining } from '#shared/forms/proofs/training.ts';
import { readRegulationList } from '#shared/forms/regulation-list.ts';
import { tidy } from '#shared/forms/text.ts';

test.each([
  ['五级、四级、三级', ['五级', '四级', '三级'], true],
  ['五、四、三级', ['五级', '四级', '三级'], true],
  ['3级', ['三级'], true],
  ['３级', ['三级'], true],
  ['三级/高级工', ['三级'], true],
  ['五级/初级工、四级/中级工', ['五级', '四级'], true],
  ['五级-三级', ['五级', '四级', '三级'], true],
  ['五级—一级', ['五级', '四级', '三级', '二级', '一级'], true],
  ['五至三级', ['五级', '四级', '三级'], true],
  ['初级工至高级技师', ['五级', '四级', '三级', '二级', '一级'], true],
  ['三级及以下', ['五级', '四级', '三级'], true],
  ['三级及以上', ['三级', '二级', '一级'], true],
  ['高级工（三级）', ['三级'], true],
  ['技师、高级技师', ['二级', '一级'], true],
  ['Ⅲ级、Ⅳ级', ['四级', '三级'], true],
  ['各等级', ['五级', '四级', '三级', '二级', '一级'], false],
  ['三级（拟）', ['三级'], false],
  ['待定', [], false],
  ['', [], false],
])('the levels in “%s” are read, lowest first', (text, levels, sure) => {
  expect(readLevels(text)).toEqual({ levels, sure });
});

test.each([
  ['□院校  □研究院  ☑民非  □企业', '民非', 1],
  ['院校□ 研究院□ 民非☑ 企业□ 社会团体□ 行业分支机构□', '民非', 1],
  ['( )院校 ( )研究院 (√)民非 ( )企业', '民非', 1],
  ['院校 研究院 √民非 企业 社会团体', '民非', 1],
  ['院校 研究院 民非√ 企业 社会团体', '民非', 1],
  ['[ ] 院校 [x] 企业', '企业', 1],
  ['○院校 ●行业分支机构', '行业分支机构', 1],
  ['□√院校 □企业', '院校', 1],
  ['民办非企业单位', '民非', 0.9],
  ['☑院校 ☑企业', null, 0.1],
  ['□院校 □企业', null, 0.1],
  ['', null, 0.1],
])('the type in “%s” is read, and never guessed', (text, type, confidence) => {
  expect(readApplicantType(text)).toEqual({ type, confidence });
});

test.each([
  ['2022年10月20日', '2022-10-20'],
  ['2022-10-20', '2022-10-20'],
  ['2022.10.20', '2022-10-20'],
  ['2022/1/5', '2022-01-05'],
  ['20221020', '2022-10-20'],
  ['２０２２年１０月２０日', '2022-10-20'],
  ['2022 年 10 月 20 日', '2022-10-20'],
  ['二〇二二年十月二十日', '2022-10-20'],
  ['二○二二年十二月三十一日', '2022-12-31'],
  ['2022年2月30日', null],
  ['2022年10月', null],
  ['138-0000-0001', null],
])('the date in “%s” is read', (text, date) => {
  expect(readDate(text)).toBe(date);
});

test('two dates in a sentence are read in their order', () => {
  expect(readDates('自2020年1月1日起至2023.12.31止')).toEqual(['2020-01-01', '2023-12-31']);
});

test.each([
  ['80平方米', 80, true],
  ['160 m²', 160, true],
  ['240㎡', 240, true],
  ['１２０', 120, true],
  ['1，200', 1200, true],
  ['62.5', 62.5, true],
  ['二十台', 20, true],
  ['8台（套）', 8, true],
  ['80×2', 80, false],
])('the number in “%s” is read', (text, value, sure) => {
  expect(readNumber(text)).toEqual({ value, sure });
});

test('Chinese numerals are read by place and by digit', () => {
  expect(['二〇二二', '十二', '二十', '一百零五', '一万二千', '车'].map(chineseNumber)).toEqual([2022, 12, 20, 105, 12_000, null]);
});

test.each([
  ['主任（高级工程师）', '主任', '高级工程师'],
  ['办公室主任（经济师（中级））', '办公室主任', '经济师（中级）'],
  ['职员（—）', '职员', ''],
  ['主任/高级工程师', '主任', '高级工程师'],
  ['会计 初级会计', '会计', '初级会计'],
  ['高级技师', '', '高级技师'],
  ['职员', '职员', ''],
])('post and title in “%s” are told apart', (text, post, title) => {
  expect(readPostAndTitle(text)).toEqual({ post, title });
});

test.each([
  ['1.财务管理制度\n2.岗位责任制', ['财务管理制度', '岗位责任制']],
  ['1、财务管理制度 2、岗位责任制 3、档案管理制度', ['财务管理制度', '岗位责任制', '档案管理制度']],
  ['《财务管理制度》、《岗位责任制》', ['财务管理制度', '岗位责任制']],
  ['财务管理制度；岗位责任制', ['财务管理制度', '岗位责任制']],
  ['考评人员守则、考务人员守则、考场规则', ['考评人员守则、考务人员守则、考场规则']],
  ['工作规程（报名、收费、考核评价、办证）', ['工作规程（报名、收费、考核评价、办证）']],
  ['填报目录, 内容另附。', []],
])('the regulations in “%s” are listed', (text, names) => {
  expect(readRegulationList(text)).toEqual(names);
});

test.each([
  ['租赁期限：三年，自2021年11月1日起至2024年10月31日止', '2021-11-01', '2024-10-31', 36],
  ['租期：2021-11-01 至 2023-10-31，共 24 个月', '2021-11-01', '2023-10-31', 24],
  ['租赁期限3年零6个月', null, null, 42],
  ['出租方：甲', null, null, null],
])('the term of a lease that says “%s” is read', (text, from, to, months) => {
  expect(readLease([{ page: 1, text }])).toMatchObject({ from, to, months });
});

test('a training record with a row per course is summed by year, and a written total stands', () => {
  expect(
    readTraining([
      ['2021年培训台账'],
      ['序号', '培训时间', '班次', '人数'],
      ['1', '2020-03-01', 'A', '40人'],
      ['2', '2021-05-01', 'B', '50'],
      ['3', '2021年6月', 'C', '30'],
    ]),
  ).toEqual({
    total: 120,
    years: [
      { year: 2020, total: 40, ofOccupation: null },
      { year: 2021, total: 80, ofOccupation: null },
    ],
  });
  expect(
    readTraining([
      ['年度', '人次'],
      ['2021', '100'],
      ['合计', '150'],
    ]).total,
  ).toBe(150);
});

test('text is tidied without losing what it says', () => {
  expect(tidy('潘　婉 清')).toBe('潘婉清');
  expect(tidy(' ＩＲＢ-1200 机器人\u200b ')).toBe('IRB-1200 机器人');
});
