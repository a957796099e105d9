import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { plainCell } from '#electron/reports/plain-cell.ts';
import { publicNotice } from '#electron/reports/public-notice.ts';
import { rankingCsv } from '#electron/reports/ranking-csv.ts';
import type { RankingRow } from '#electron/reports/ranking-rows.ts';
import { rankingXlsx } from '#electron/reports/ranking-xlsx.ts';
import { sheetsOf } from '../../../fixtures/workbook.ts';

const row = (over: Partial<RankingRow> = {}): RankingRow => ({
  rank: '1',
  place: '1',
  applicant: '示例学校',
  occupation: '供应链管理师',
  levels: '五级',
  document: '45.00',
  visit: '28.00',
  roadshow: '18.50',
  total: '91.50',
  outcome: 'recommended',
  outcomeText: '推荐',
  levelsRecommended: '五级',
  levelsPending: '',
  ...over,
});

describe('text from applicants', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =HYPERLINK("x")', '\u200b=1', '＝1+1', '\r=1'])('%j is never a formula', (text) => {
    expect(plainCell(text)).toBe(`'${text}`);
    const csv = rankingCsv([row({ applicant: text })], '').toString('utf8');
    expect(csv).toContain(`'${text}`.replaceAll('"', '""'));
  });

  test('that is harmless stays as it is', () => {
    expect(plainCell('示例学校（A-1）')).toBe('示例学校（A-1）');
    expect(plainCell('91.50')).toBe('91.50');
  });
});

describe('the ranking for spreadsheets', () => {
  test('is CSV that Excel reads as UTF-8, quotes doubled', () => {
    const csv = rankingCsv([row({ applicant: '甲"乙",丙' })], '练习');
    expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(csv.toString('utf8')).toContain('\r\n1,1,"甲""乙"",丙",供应链管理师,');
  });

  test('is a workbook whose points are numbers', async () => {
    const bytes = await rankingXlsx([row({ applicant: '=1+1' }), row({ rank: '', total: '' })], { title: '标题', remark: '练习' });
    const [sheet] = sheetsOf(bytes);
    expect(sheet?.data[2]).toEqual(['1', '1', "'=1+1", '供应链管理师', '五级', 45, 28, 18.5, 91.5, '推荐', '五级']);
    expect(sheet?.data[3]?.[8]).toBeNull();
  });
});

test('the public notice names who is recommended, never who is not, nor any points', () => {
  const rows = [row(), row({ applicant: '落选单位', outcome: 'not-recommended', outcomeText: '不推荐', levelsRecommended: '' })];
  const notice = publicNotice({ title: '批次', authority: '示例市人社局', practice: false }, rows);
  expect(notice).toContain('示例学校');
  expect(notice).toContain('推荐');
  expect(notice).not.toMatch(/落选单位|91\.50|批准|练习/);
  expect(publicNotice({ title: '批次', authority: '局', practice: true }, rows)).toContain('练习');
});

test('the public notice lists who is pending, and does not say then that nobody is recommended', () => {
  const round = { title: '批次', authority: '局', practice: false };
  const waiting = row({
    applicant: '待定单位',
    outcome: 'pending',
    outcomeText: '待定',
    levelsRecommended: '',
    levelsPending: '五级、四级',
  });
  const partly = row({ applicant: '部分待定单位', levelsRecommended: '五级', levelsPending: '二级' });
  const none = row({ outcome: 'not-recommended', levelsRecommended: '' });
  const onlyPending = publicNotice(round, [waiting, none]);
  expect(onlyPending).toContain('1. 待定单位　供应链管理师　五级、四级');
  expect(onlyPending).toContain('尚无意见');
  expect(onlyPending).not.toContain('专家组没有推荐的单位');
  const both = publicNotice(round, [partly, waiting]);
  expect(both).toContain('1. 部分待定单位　供应链管理师　五级\n');
  expect(both).toContain('1. 部分待定单位　供应链管理师　二级\n2. 待定单位　供应链管理师　五级、四级');
  expect(publicNotice(round, [none])).toContain('专家组没有推荐的单位');
  expect(publicNotice(round, [row()])).not.toMatch(/待定|尚无意见|没有推荐/);
});
