import { describe, expect, it } from 'vitest';
import { anApplication, anAssessor, anExpert, anInput, aStaffRow, sha, someFacts, times } from '../../../fixtures/checks/an-application.ts';
import { checkAcross, checkApplication, findingSentence } from '#shared/checks/index.ts';
import type { CheckInput } from '#shared/checks/check-context.ts';
import type { Application } from '#shared/domain/application.ts';
import type { ApplicationFacts } from '#shared/domain/facts.ts';
import type { Finding } from '#shared/domain/finding.ts';

/** A finding as a reviewer reads it: what it says in both languages, and where it points. */
function line(finding: Finding): string {
  const { code, item, verdict, clause, where } = finding;
  const places = where.map(({ source, page }) => `${source}${page === null ? '' : ` p${page}`}`);
  const shown = places.length > 3 ? [places[0], `… ${places.length} …`, places.at(-1)] : places;
  return [
    `${code}${item === code ? '' : ` (${item ?? '—'})`} ${verdict} | ${clause} | ${shown.join(', ')}`,
    findingSentence(finding, 'zh'),
    findingSentence(finding, 'en'),
  ].join('\n    ');
}

/** The kept text was read sentence by sentence, both languages; who changes a sentence reads the new file before keeping it. */
const header = '# Read sentence by sentence in both languages, 2026-11-24. Read it again before keeping a change.\n';

const { head } = anApplication().applicant;

/** Everything in it is wrong in a way of its own. */
const faulty: CheckInput = anInput({
  application: {
    filedOn: '2022-11-01',
    applicant: {
      ...anApplication().applicant,
      type: '企业',
      address: '杭州市某路1号',
      postcode: '3250',
      creditCode: '91350100M000100Y44',
      head: { ...head, phone: '1' },
    },
    staff: [
      aStaffRow(1, { post: '主任', duty: '', education: '高中' }),
      aStaffRow(2, { post: '办公室主任', duty: '', title: '' }),
      aStaffRow(3, { duty: '财务', title: '' }),
      aStaffRow(4, { duty: '门卫', idNumber: '' }),
      aStaffRow(5, { idNumber: '123' }),
      aStaffRow(6, { idNumber: '110105194912310020', sex: '男', age: 20 }),
    ],
    experts: [
      ...times(19, (index) => anExpert(index)),
      anExpert(0),
      anExpert(40, { title: '资深' }),
      anExpert(41, { field: '无人机' }),
      anExpert(42, { field: '木工' }),
    ],
    assessors: times(3, (index) => anAssessor(index, { title: '高级工' })),
    regulations: ['财务管理制度', '考场规则'],
    occupations: [
      ...['无人机驾驶员', '无人机驾使员', '美容师'].map((name) => ({ name, code: null, work: null, levels: ['三级' as const], note: '' })),
      { name: '调饮师', code: '1-02-03-04', work: null, levels: [], note: '' },
    ],
    venues: [
      { occupation: '无人机驾驶员', theoryAreaSquareMetres: 59, skillAreaSquareMetres: 1, equipment: [], testEquipment: [] },
      { occupation: '烹饪', theoryAreaSquareMetres: 80, skillAreaSquareMetres: 1, equipment: [], testEquipment: [] },
    ],
    attachments: [
      ...anApplication().attachments,
      { sha256: sha('8'), name: '题库.pdf', bytes: 1, class: 'other', problem: null },
      { sha256: sha('9'), name: '照片.jpg', bytes: 1, class: 'photo', problem: null },
    ],
  },
  facts: {
    registrations: [],
    leases: someFacts().leases.map((lease) => ({ ...lease, from: '2021-11-01', to: '2023-10-31', months: 24 })),
    pledges: someFacts().pledges.map((pledge) => ({ ...pledge, sealed: false })),
    standing: {
      stars: 3,
      evaluationDepartment: false,
      evaluated: [{ occupation: '无人机驾驶员', people: 10 }],
      civilGrade: null,
      members: null,
      grade2022: '合格',
    },
    regulations: [],
  },
});

const nothing: CheckInput = anInput({
  application: {
    applicant: { ...anApplication().applicant, address: '', postcode: '', head: { ...head, phone: '' } },
    staff: [],
    experts: [],
    assessors: [],
    regulations: [],
    occupations: [],
    venues: [],
    attachments: [],
    filedOn: null,
  },
  facts: { registrations: [], leases: [], training: [], pledges: [], regulations: [] },
});

describe('all that is said', () => {
  it.each<[string, CheckInput]>([
    ['whole', anInput()],
    ['faulty', faulty],
    ['empty', nothing],
  ])('of the %s application is as it was read', async (name, input) => {
    await expect(`${header}${checkApplication(input).map(line).join('\n')}\n`).toMatchFileSnapshot(`reviewed/${name}.txt`);
  });

  it('of an applicant and its copy is as it was read', async () => {
    const { application } = faulty;
    const facts = someFacts({
      photos: [{ attachment: sha('9'), takenAt: null, latitude: null, longitude: null, perceptualHash: 'f0f0f0f0f0f0f0f0' }],
    });
    const nearly = {
      ...facts,
      photos: facts.photos.map((photo) => ({ ...photo, attachment: sha('0'), perceptualHash: 'f0f0f0f0f0f0f0f1' })),
    };
    const copy = {
      ...application,
      id: 'copy',
      attachments: [...application.attachments, { sha256: sha('0'), name: '另一.jpg', bytes: 1, class: 'photo' as const, problem: null }],
    };
    const told = checkAcross([
      { application, facts },
      { application: copy, facts: nearly },
    ]);
    const lines = told.map(({ application: at, other, finding }) => `${at} ${other} ${line(finding)}`);
    await expect(`${header}${lines.join('\n')}\n`).toMatchFileSnapshot('reviewed/copy.txt');
  });
});

describe('what each type of applicant is told of G05', () => {
  const said = (changes: Partial<Application['applicant']>, facts: Partial<ApplicationFacts> = {}) =>
    checkApplication(anInput({ application: { applicant: { ...anApplication().applicant, ...changes } }, facts }))
      .filter(({ item }) => item === 'G05')
      .map((finding) => `${finding.code} ${finding.verdict}: ${findingSentence(finding, 'zh')}`);
  const { standing } = someFacts();

  it('a school that says nothing', () => {
    expect(said({ type: '院校' }, { training: [] })).toEqual([
      'G05 doubtful: 机构类型对应的 2 项条件中已见 0 项达标，其余须核实。',
      'trainingYears doubtful: 材料未写明连续培训（评价）年数，须不少于 3 年。',
      'trainingTotal doubtful: 材料未写明累计培训（评价）人次，须不少于 10000 人次。',
    ]);
  });

  it('an enterprise that says nothing, and one that says all', () => {
    expect(said({ type: '企业' }, { training: [] })).toEqual([
      'G05 doubtful: 机构类型对应的 3 项条件中已见 0 项达标，其余须核实。',
      'evaluationDepartment doubtful: 材料未说明是否设有专门从事评价工作的内设机构。',
      'stars doubtful: 材料未写明人力社保部门评估星级，须 4 星及以上。',
      'evaluatedPeople doubtful: 无人机驾驶员：材料未写明该职业累计自主评价人数，须不少于 200 人。',
    ]);
    const whole = { ...standing, stars: 5, evaluationDepartment: true, evaluated: [{ occupation: '无人机驾驶员', people: 230 }] };
    expect(said({ type: '企业' }, { standing: whole })).toEqual([
      'G05 met: 机构类型对应的 3 项条件全部达标。',
      'evaluationDepartment met: 设有专门从事评价工作的内设机构。',
      'stars met: 人力社保部门评估 5 星，须 4 星及以上。',
      'evaluatedPeople met: 无人机驾驶员：该职业累计自主评价 230 人，须不少于 200 人。',
    ]);
  });

  it('an association that says nothing, and one graded too low', () => {
    const association = { type: '社会团体', name: '示例行业协会' } as const;
    expect(said(association)).toEqual([
      'G05 doubtful: 机构类型对应的 2 项条件中已见 0 项达标，其余须核实。',
      'civilGrade doubtful: 材料未写明民政部门评估等级，须 4A及以上。',
      'members doubtful: 材料未写明会员单位数，须不少于 100 家。',
    ]);
    expect(said(association, { standing: { ...standing, civilGrade: 3, members: 120 } })).toEqual([
      'G05 not-met: 机构类型对应的 2 项条件中有 1 项不达标。',
      'civilGrade not-met: 民政部门评估 3A，须 4A及以上；等级证书 5 年有效期请核对原件。',
      'members met: 会员单位 120 家，须不少于 100 家。',
    ]);
  });

  it.each([
    [{ type: '社会团体', name: '示例学会' }, '从名称看不是行业协会；其他社会团体在通知中没有对应条款，须由专家组认定。'],
    [{ type: '行业分支机构' }, '行业分支机构在通知中没有对应条款，须由专家组认定。'],
    [{ type: null }, '申报表没有勾选机构类型，适用哪一条须由专家组认定。'],
  ] as const)('%j is put to the panel', (applicant, sentence) => {
    expect(said(applicant)).toEqual([`G05 doubtful: ${sentence}`]);
  });
});
