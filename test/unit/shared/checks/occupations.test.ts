import { describe, expect, it } from 'vitest';
import { anApplication, anInput, catalogue } from '../../../fixtures/checks/an-application.ts';
import { appliedOccupations } from '#shared/checks/check-context.ts';
import { checkApplication } from '#shared/checks/index.ts';
import { suggestNames } from '#shared/checks/occupations.ts';
import type { Application } from '#shared/domain/application.ts';

type Row = Application['occupations'][number];
const row = (name: string, changes: Partial<Row> = {}): Row => ({ name, code: null, work: null, levels: ['三级'], note: '', ...changes });
const check = (...occupations: Row[]) => checkApplication(anInput({ application: { occupations } }));
const found = (code: string, ...occupations: Row[]) => check(...occupations).filter((finding) => finding.code === code);

describe('the number of occupations (G04)', () => {
  const names = ['无人机驾驶员', '全媒体运营师', '调饮师', '易货师'];
  it.each([
    [0, 'doubtful', 'no-occupations'],
    [2, 'met', 'occupations-few'],
    [3, 'met', 'occupations-few'],
    [4, 'not-met', 'occupations-many'],
  ])('%i: %s', (count, verdict, reason) => {
    expect(found('G04', ...names.slice(0, count).map((name) => row(name)))).toMatchObject([
      { verdict, reason, found: { number: count, unit: '个' }, required: { number: 3, unit: '个' } },
    ]);
  });

  it('counts a name once, however often and with whatever blanks it is written', () => {
    const findings = found('G04', row('调饮师'), row(' 调饮 师'), row('易货师'), row('全媒体运营师'), row(''), row('—'));
    expect(findings).toMatchObject([{ verdict: 'met', found: { number: 3 } }]);
  });

  it('takes the rows of one occupation together', () => {
    const application = anApplication({
      occupations: [
        row(' 调饮师', { code: '1', levels: ['五级'] }),
        row('易货师'),
        row('调饮师', { code: '2', levels: ['五级', '四级'] }),
        row('调饮师', { code: ' ' }),
      ],
    });
    expect(appliedOccupations(application)[0]).toEqual({
      name: '调饮师',
      codes: ['1', '2'],
      levels: ['五级', '四级', '三级'],
      rows: [0, 2, 3],
    });
  });
});

describe('an occupation and 附件1 (G03)', () => {
  it.each([
    ['无人机驾驶员', '已颁布国家标准', 3],
    ['无人机 驾驶员', '已颁布国家标准', 3],
    ['全媒体运营师', '列入国标开发计划', 34],
  ])('%s is met and carries its remark', (name, remark, number) => {
    expect(found('G03', row(name))).toMatchObject([
      { verdict: 'met', details: { remark, number }, where: [{ source: '附件3 职业（工种）范围 第1行' }] },
    ]);
  });

  it.each([
    ['无人机驾使员', '无人机驾驶员'],
    ['无人机', '无人机驾驶员、无人机装调检修工'],
    ['无人机驾驶员（植保）', '无人机驾驶员'],
  ])('%s is doubtful with what resembles it', (name, suggestions) => {
    expect(found('G03', row(name))).toMatchObject([
      { verdict: 'doubtful', reason: 'near-catalogue', found: { text: name }, details: { suggestions } },
    ]);
  });

  it.each(['美容师', '甲', '〇〇〇〇'])('%s is not met, with no suggestion', (name) => {
    expect(found('G03', row(name))).toMatchObject([{ verdict: 'not-met', reason: 'not-in-catalogue', details: { suggestions: '' } }]);
  });

  it('suggests three at most, best first', () => {
    const many = ['甲乙丙丁戊', '甲乙丙丁', '甲乙丙丁戊己', '甲乙丙', '甲乙'].map((name, index) => ({
      number: index + 1,
      name,
      code: null,
      remark: '',
      source: '',
    }));
    expect(suggestNames('甲乙丙丁戌', many)).toEqual(['甲乙丙丁戊', '甲乙丙丁', '甲乙丙丁戊己']);
    expect(suggestNames('甲乙丙丁', many.toReversed())).toEqual(['甲乙丙丁', '甲乙丙丁戊', '甲乙丙']);
    expect(suggestNames('工业机器人系统', catalogue)).toEqual(['工业机器人系统操作员', '工业机器人系统运维员']);
  });

  it('suggests from six letters in ten on, and from three letters of a name on', () => {
    const entry = (name: string) => [{ number: 1, name, code: null, remark: '', source: '' }];
    expect(suggestNames('甲乙丙戌亥', entry('甲乙丙丁戊'))).toEqual(['甲乙丙丁戊']);
    expect(suggestNames('甲乙寅戌亥', entry('甲乙丙丁戊'))).toEqual([]);
    expect(suggestNames('丙丁戊', entry('甲乙丙丁戊己庚'))).toEqual(['甲乙丙丁戊己庚']);
    expect(suggestNames('丙丁', entry('甲乙丙丁戊己庚'))).toEqual([]);
    expect(suggestNames('子丑寅卯辰巳午甲乙', entry('甲乙'))).toEqual(['甲乙']);
  });

  it('is asked of each occupation', () => {
    expect(found('G03', row('调饮师'), row('美容师')).map(({ occupation, verdict }) => [occupation, verdict])).toEqual([
      ['调饮师', 'met'],
      ['美容师', 'not-met'],
    ]);
  });
});

describe('an occupation’s code', () => {
  it.each(['4-02-04-06', '4-02-04-06-01', null, ''])('%j agrees with the catalogue or is not there', (code) => {
    expect(found('occupationCode', row('无人机驾驶员', { code }))).toEqual([]);
  });

  it.each(['4-02-04-07', '无人机'])('%s is a warning', (code) => {
    expect(found('occupationCode', row('无人机驾驶员', { code }))).toMatchObject([
      { verdict: 'doubtful', item: 'G03', found: { text: code }, required: { text: '4-02-04-06' }, occupation: '无人机驾驶员' },
    ]);
  });

  it('is compared in each of its rows', () => {
    const rows = ['1-01-01-01', '4-02-04-06', '2-02-02-02'].map((code) => row('无人机驾驶员', { code }));
    const [finding] = found('occupationCode', ...rows);
    expect(finding?.found).toEqual({ text: '1-01-01-01、2-02-02-02' });
    expect(finding?.where).toHaveLength(3);
  });

  it('is not compared for what is not in the catalogue', () => {
    expect(found('occupationCode', row('美容师', { code: '1-01-01-01' }))).toEqual([]);
  });
});
