import { describe, expect, it } from 'vitest';
import { belongingOf, countPeople } from '#shared/checks/count-people.ts';
import type { Application } from '#shared/domain/application.ts';
import { anApplication, anAssessor, anExpert, aStaffRow, occupation } from '../../../fixtures/checks/an-application.ts';

const count = (changes: Partial<Application>, part: 'experts' | 'assessors', name = occupation) =>
  countPeople(anApplication(changes), part, { name });
const occupations = (...names: string[]): Application['occupations'] =>
  names.map((name) => ({ name, code: null, work: null, levels: ['三级'], note: '' }));

describe('an occupation’s people, counted', () => {
  it('are told apart by rows, titles, fields and the staff list', () => {
    const assessors = [
      anAssessor(0, { field: '机械' }),
      anAssessor(1, { title: '技师', name: '职员1' }),
      anAssessor(2, { title: '高级技师' }),
      anAssessor(2, { title: '高级技师' }),
      anAssessor(3, { title: '高级工' }),
      anAssessor(4, { title: '资深专家' }),
      anAssessor(5, { field: '无人机', name: '职员2' }),
      anAssessor(6, { field: '无人机' }),
      anAssessor(6, { field: '无人机' }),
    ];
    expect(count({ assessors }, 'assessors')).toEqual({
      distinct: 4,
      skilled: 2,
      technician: 1,
      own: 1,
      unclear: { skilled: 1, technician: 1 },
      near: 2,
      nearOwn: 1,
      rows: [1, 2, 4, 5],
      qualifiedRows: { skilled: [1, 2], technician: [2] },
      ownRows: [1],
      repeated: [3],
    });
  });

  it('who qualify for 五—三级 by what is clear may be unclear for 二—一级', () => {
    const experts = [anExpert(1, { title: '工程师、资深专家' }), anExpert(2, { title: '资深专家' })];
    expect(count({ experts }, 'experts')).toMatchObject({ skilled: 1, technician: 0, unclear: { skilled: 1, technician: 2 } });
  });

  it('are 自有 among assessors only: experts may be anyone’s', () => {
    const experts = [anExpert(1, { name: '职员1' }), anExpert(2, { name: '职员2', field: '无人机' })];
    expect(count({ experts }, 'experts')).toMatchObject({ distinct: 1, own: 0, near: 1, nearOwn: 0, ownRows: [] });
  });

  it('are the occupation’s own, not another’s', () => {
    const application = {
      occupations: occupations(occupation, '全媒体运营师'),
      experts: [anExpert(1), anExpert(2, { field: '全媒体运营师' }), anExpert(3, { field: '全媒体运营' })],
    };
    expect(count(application, 'experts')).toMatchObject({ distinct: 1, rows: [0], near: 0 });
    expect(count(application, 'experts', '全媒体运营师')).toMatchObject({ distinct: 1, rows: [1], near: 1 });
  });
});

describe('who is on the staff list', () => {
  const own = (assessor: { name?: string; sex?: string }, staff: { name?: string; sex?: string }) =>
    count(
      { assessors: [anAssessor(1, { name: '甲', sex: '男', ...assessor })], staff: [aStaffRow(1, { name: '甲', sex: '男', ...staff })] },
      'assessors',
    ).own;

  it.each([
    ['the same name and sex', {}, {}, 1],
    ['blanks in either name', { name: ' 甲' }, { name: '甲 ' }, 1],
    ['blanks beside the sex', { sex: ' 男 ' }, { sex: '男 ' }, 1],
    ['no sex with the assessor', { sex: '' }, {}, 1],
    ['no sex on the staff list', {}, { sex: ' ' }, 1],
    ['another sex', { sex: '女' }, {}, 0],
    ['another name', { name: '乙' }, {}, 0],
    ['no name in either', { name: ' ' }, { name: '' }, 0],
  ])('%s', (_, assessor, staff, want) => {
    expect(own(assessor, staff)).toBe(want);
  });
});

describe('which occupations a field stands for', () => {
  const belonging = (names: string[], ...fields: string[]) =>
    belongingOf(
      anApplication({ occupations: occupations(...names), experts: fields.map((field, index) => anExpert(index, { field })) }),
      'experts',
    );

  it('is said in the words of the form, of the first where one is written twice', () => {
    expect(belonging([' 无人机 驾驶员 ', '无人机驾驶员'], '无人机驾驶员', '无人机驾驶员')).toEqual([
      { kind: 'member', occupations: ['无人机 驾驶员'] },
      { kind: 'member', occupations: ['无人机 驾驶员'] },
    ]);
  });

  it('takes no notice of an occupation without a name', () => {
    expect(belonging(['', occupation], '')).toEqual([{ kind: 'near', occupations: [occupation] }]);
    expect(belonging([' '], occupation)).toEqual([{ kind: 'none', occupations: [] }]);
  });

  it('is told row by row', () => {
    expect(belonging([occupation], occupation, '机械', occupation).map(({ kind }) => kind)).toEqual(['member', 'none', 'member']);
  });
});
