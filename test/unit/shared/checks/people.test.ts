import { describe, expect, it } from 'vitest';
import { anAssessor, anExpert, anInput, idNumberOf, occupation, times } from '../../../fixtures/checks/an-application.ts';
import { belongs } from '#shared/checks/belonging.ts';
import { distinctPeople } from '#shared/checks/identity.ts';
import { checkApplication } from '#shared/checks/index.ts';
import { countPeople } from '#shared/checks/count-people.ts';
import type { Application } from '#shared/domain/application.ts';

const check = (application: Partial<Application>) => checkApplication(anInput({ application }));
const levels = (...of: Application['occupations'][number]['levels']) => [
  { name: occupation, code: null, work: null, levels: of, note: '' },
];

describe('experts (A11)', () => {
  const a11 = (experts: Application['experts']) =>
    check({ experts, occupations: levels('三级', '二级') })
      .filter(({ code }) => code === 'A11')
      .map(({ levelGroup, verdict, found }) => [levelGroup, verdict, found]);

  it.each([
    [19, 'not-met'],
    [20, 'met'],
    [21, 'met'],
  ])('%i qualified for both groups: %s', (count, verdict) => {
    expect(a11(times(count, (index) => anExpert(index)))).toEqual([
      ['skilled', verdict, { number: count, unit: '人' }],
      ['technician', verdict, { number: count, unit: '人' }],
    ]);
  });

  it('none at all are not met', () => {
    expect(a11([]).map(([, verdict]) => verdict)).toEqual(['not-met', 'not-met']);
  });

  it('are counted per level group by their titles', () => {
    const experts = times(22, (index) => anExpert(index, { title: index < 2 ? '高级技师' : index < 21 ? '技师' : '高级工' }));
    expect(a11(experts)).toEqual([
      ['skilled', 'met', { number: 21, unit: '人' }],
      ['technician', 'not-met', { number: 2, unit: '人' }],
    ]);
  });

  it('are asked only for the groups applied for', () => {
    const groups = (findings: ReturnType<typeof check>) =>
      findings.filter(({ code }) => code === 'A11').map(({ levelGroup }) => levelGroup);
    expect(groups(check({ occupations: levels('五级') }))).toEqual(['skilled']);
    expect(groups(check({ occupations: levels('一级') }))).toEqual(['technician']);
  });

  it('with an unclear title leave the matter to a person where they might make up the number', () => {
    const experts = times(20, (index) => anExpert(index, index < 1 ? { title: '资深专家' } : {}));
    expect(a11(experts).map(([, verdict]) => verdict)).toEqual(['doubtful', 'doubtful']);
    const tooFew = times(19, (index) => anExpert(index, index < 1 ? { title: '资深专家' } : {}));
    expect(a11(tooFew).map(([, verdict]) => verdict)).toEqual(['not-met', 'not-met']);
  });

  it('listed twice count once, whatever is written of them the second time', () => {
    const experts = [...times(19, (index) => anExpert(index)), anExpert(3, { name: '另名', idNumber: ` ${idNumberOf(3)} ` })];
    expect(a11(experts).map(([, , found]) => found)).toEqual([
      { number: 19, unit: '人' },
      { number: 19, unit: '人' },
    ]);
    const findings = check({ experts });
    const duplicate = findings.find(({ code }) => code === 'duplicatePerson');
    expect(duplicate).toMatchObject({ item: 'A11', verdict: 'doubtful', found: { number: 1, unit: '人' }, reason: 'duplicate-person' });
    expect(duplicate?.where).toEqual([{ source: '附件3 专家情况 第20行', attachment: 'f'.repeat(64), page: null }]);
  });

  it('of the same name are two people where their ID numbers differ', () => {
    const experts = times(20, (index) => anExpert(index, { name: '同名' }));
    expect(a11(experts).map(([, verdict]) => verdict)).toEqual(['met', 'met']);
    expect(check({ experts }).some(({ code }) => code === 'duplicatePerson')).toBe(false);
  });

  it('with a number that is none are told by their names', () => {
    const masked = { idNumber: '3303**' };
    const count = countPeople(
      anInput({ application: { experts: [anExpert(1, masked), anExpert(2, masked), anExpert(2, masked)] } }).application,
      'experts',
      { name: occupation },
    );
    expect([count.distinct, count.repeated]).toEqual([2, [2]]);
  });

  it('say what they were counted from', () => {
    const [finding] = check({ experts: [anExpert(0), anExpert(1, { title: '技师' }), anExpert(0)] }).filter(({ code }) => code === 'A11');
    expect(finding).toMatchObject({
      details: { distinct: 2, skilled: 2, technician: 1, repeated: 1, unclear: 0, near: 0 },
      required: { number: 20, unit: '人' },
      proposed: { kind: 'number', number: '2' },
      clause: '附件2 一8(1)',
    });
    expect(finding?.where.map(({ source }) => source)).toEqual(['附件3 专家情况 第1行', '附件3 专家情况 第2行']);
  });
});

describe('assessors (A12, A13)', () => {
  const own = (count: number) => times(count, (index) => anAssessor(50 + index, { name: `职员${index + 1}` }));
  const verdicts = (assessors: Application['assessors']) => {
    const findings = check({ assessors, occupations: levels('三级') });
    return ['A12', 'A13'].map((code) => findings.find((finding) => finding.code === code)?.verdict);
  };

  it.each([
    [9, 3, ['not-met', 'met']],
    [10, 3, ['met', 'met']],
    [11, 4, ['met', 'met']],
    [10, 2, ['met', 'not-met']],
    [0, 0, ['not-met', 'not-met']],
  ])('%i of whom %i on the staff: %j', (all, ofStaff, want) => {
    expect(verdicts([...own(ofStaff), ...times(all - ofStaff, (index) => anAssessor(index))])).toEqual(want);
  });

  it('name A12’s number as its measure', () => {
    const [a12] = check({ assessors: times(4, (index) => anAssessor(index)) }).filter(({ code }) => code === 'A12');
    expect(a12).toMatchObject({
      found: { number: 4, unit: '人' },
      required: { number: 10, unit: '人' },
      proposed: { kind: 'number', number: '4' },
    });
    const [a13] = check({ assessors: own(2) }).filter(({ code }) => code === 'A13');
    expect(a13).toMatchObject({
      found: { number: 2, unit: '人' },
      required: { number: 3, unit: '人' },
      proposed: { kind: 'number', number: '2' },
    });
    expect(a13?.where.map(({ source }) => source)).toEqual(['附件3 考评人员情况 第1行', '附件3 考评人员情况 第2行']);
  });

  it('are not 自有 for bearing the name of a colleague of the other sex, nor for no name', () => {
    const count = (changes: object) =>
      countPeople(anInput({ application: { assessors: [anAssessor(1, changes)] } }).application, 'assessors', { name: occupation }).own;
    expect(count({ name: '职员1' })).toBe(1);
    expect(count({ name: '职 员 1', sex: '' })).toBe(1);
    expect(count({ name: '职员1', sex: '女' })).toBe(0);
    expect(count({ name: '' })).toBe(0);
    expect(count({ name: '外人' })).toBe(0);
  });

  it('are different people by name and certificate', () => {
    const assessors = [
      anAssessor(1),
      anAssessor(1, { certificate: 'p1 ' }),
      anAssessor(1, { certificate: 'P2' }),
      anAssessor(1, { certificate: '' }),
    ];
    const count = countPeople(anInput({ application: { assessors } }).application, 'assessors', { name: occupation });
    expect({ distinct: count.distinct, rows: count.rows, repeated: count.repeated }).toEqual({
      distinct: 2,
      rows: [0, 2],
      repeated: [1, 3],
    });
    expect(check({ assessors }).find(({ code }) => code === 'duplicatePerson')).toMatchObject({ item: 'A12', found: { number: 2 } });
  });

  it('that only resemble an occupation leave the number open', () => {
    const near = (count: number) => [
      ...own(2),
      ...times(7, (index) => anAssessor(index)),
      ...times(count, (index) => anAssessor(90 + index, { field: '无人机' })),
    ];
    expect(verdicts(near(1))).toEqual(['doubtful', 'not-met']);
    const nearOwn = anAssessor(90, { field: '无人机', name: '职员9' });
    expect(verdicts([...near(0), nearOwn])).toEqual(['doubtful', 'doubtful']);
    expect(verdicts([...near(0).slice(1), nearOwn])).toEqual(['not-met', 'not-met']);
    expect(verdicts([...own(1), ...near(0).slice(2), anAssessor(99, { field: '无人机' })])).toEqual(['not-met', 'not-met']);
  });
});

describe('a field and the occupations applied for', () => {
  const applied = ['无人机驾驶员', '全媒体运营师'];
  it.each([
    ['无人机驾驶员', 'member', ['无人机驾驶员']],
    ['无人机驾驶员（植保）', 'member', ['无人机驾驶员']],
    ['无人机驾驶员、全媒体运营师', 'member', applied],
    ['无人机', 'near', ['无人机驾驶员']],
    ['无人机方向', 'near', ['无人机驾驶员']],
    ['无人机驾使员', 'near', ['无人机驾驶员']],
    ['机械、全媒体运营', 'near', ['全媒体运营师']],
    ['无人机专业方向', 'near', ['无人机驾驶员']],
    ['职业无人机', 'none', []],
    ['无人机驾卯卯', 'near', ['无人机驾驶员']],
    ['无人', 'near', ['无人机驾驶员']],
    ['机', 'none', []],
    ['机械制造', 'none', []],
    ['', 'none', []],
    ['—', 'none', []],
  ])('%j is %s of %j', (field, kind, occupations) => {
    expect(belongs(field, applied)).toEqual({ kind, occupations });
  });

  it('left blank is near where there is only one', () => {
    expect(belongs('', ['无人机驾驶员'])).toEqual({ kind: 'near', occupations: ['无人机驾驶员'] });
    expect(belongs('', [])).toEqual({ kind: 'none', occupations: [] });
  });

  it('is reported where it is none or near, by row', () => {
    const findings = check({ experts: [anExpert(1), anExpert(2, { field: '机械' }), anExpert(3, { field: '无人机' })] });
    expect(findings.find(({ code }) => code === 'fieldUnmatched')).toMatchObject({
      item: 'A11',
      verdict: 'doubtful',
      found: { number: 1, unit: '人' },
      where: [{ source: '附件3 专家情况 第2行' }],
    });
    expect(findings.find(({ code }) => code === 'fieldNear')).toMatchObject({ where: [{ source: '附件3 专家情况 第3行' }] });
    expect(check({}).filter(({ code }) => code.startsWith('field'))).toEqual([]);
  });

  it('of assessors is reported at A12', () => {
    expect(check({ assessors: [anAssessor(1, { field: '机械' })] }).find(({ code }) => code === 'fieldUnmatched')?.item).toBe('A12');
  });
});

describe('different people', () => {
  const people = [
    { number: '1', name: '甲' },
    { number: '', name: '甲' },
    { number: '2', name: '甲' },
    { number: '', name: '' },
    { number: '', name: '乙' },
    { number: '', name: '乙' },
    { number: '1', name: '丙' },
  ];
  it('are told by number, and by name where there is none', () => {
    const rows = [...people.keys()];
    expect(distinctPeople(rows, (row) => people[row] ?? { number: '', name: '' })).toEqual({ first: [0, 2, 4], repeated: [1, 5, 6] });
  });

  it('without a number repeat a person of the name listed later', () => {
    expect(distinctPeople([4, 1, 2, 0], (row) => people[row] ?? { number: '', name: '' })).toEqual({ first: [0, 2, 4], repeated: [1] });
    expect(distinctPeople([1, 0], (row) => people[row] ?? { number: '', name: '' })).toEqual({ first: [0], repeated: [1] });
  });
});

describe('an occupation without levels', () => {
  it('is put to a person, and no group is asked for', () => {
    const findings = check({ occupations: levels() });
    expect(findings.filter(({ code }) => code === 'A11' || code === 'A12')).toEqual([]);
    expect(findings.find(({ code }) => code === 'levelsMissing')).toMatchObject({ item: 'A11', verdict: 'doubtful', occupation });
    expect(check({}).some(({ code }) => code === 'levelsMissing')).toBe(false);
  });
});
