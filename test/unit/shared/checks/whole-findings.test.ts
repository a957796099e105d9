import { describe, expect, it } from 'vitest';
import { anApplication, anAssessor, anExpert, anInput, aStaffRow, sha, someFacts, times } from '../../../fixtures/checks/an-application.ts';
import { checkAcross, checkApplication, findingSentence } from '#shared/checks/index.ts';
import type { CheckInput } from '#shared/checks/ground.ts';
import type { Finding } from '#shared/domain/finding.ts';

/** A finding on one line: everything of it that somebody reads. */
function line(finding: Finding): string {
  const { code, item, verdict, reason, found, required, clause, proposed, where } = finding;
  const quantities = [found, required].map((quantity) => (quantity === null ? '—' : Object.values(quantity).join(' '))).join(' / ');
  const places = where.map(
    ({ source, attachment, page }) =>
      `${source}${attachment === null ? '' : ` ${attachment.slice(0, 1)}`}${page === null ? '' : ` p${page}`}`,
  );
  return [
    `${code} (${item ?? '—'}) ${verdict} ${reason}: ${findingSentence(finding, 'zh')}`,
    `${quantities}; ${clause}; ${JSON.stringify(proposed)}; ${places.join(', ')}`,
  ].join('\n    ');
}

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

describe('all that is said', () => {
  it.each<[string, CheckInput]>([
    ['whole', anInput()],
    ['faulty', faulty],
    ['association', anInput({ application: { applicant: { ...anApplication().applicant, type: '社会团体', name: '示例行业协会' } } })],
    [
      'graded-association',
      anInput({
        application: { applicant: { ...anApplication().applicant, type: '社会团体', name: '示例行业协会' } },
        facts: { standing: { ...someFacts().standing, civilGrade: 3, members: 120 } },
      }),
    ],
    ['society', anInput({ application: { applicant: { ...anApplication().applicant, type: '社会团体', name: '示例学会' } } })],
    ['typeless', anInput({ application: { applicant: { ...anApplication().applicant, type: null } } })],
    ['enterprise', anInput({ application: { applicant: { ...anApplication().applicant, type: '企业' } }, facts: { training: [] } })],
    [
      'school',
      anInput({
        application: { applicant: { ...anApplication().applicant, type: '院校' } },
        facts: { pledges: [], standing: { ...someFacts().standing, stars: 5, evaluationDepartment: true } },
      }),
    ],
    [
      'empty',
      anInput({
        application: {
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
      }),
    ],
  ])('of the %s application is as it was reviewed', async (name, input) => {
    await expect(`${checkApplication(input).map(line).join('\n')}\n`).toMatchFileSnapshot(`reviewed/${name}.txt`);
  });

  it('of an applicant and its copy is as it was reviewed', async () => {
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
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('reviewed/copy.txt');
  });
});
