import { describe, expect, it } from 'vitest';
import {
  anApplication,
  anAssessor,
  anExpert,
  anInput,
  aStaffRow,
  occupation,
  rubric,
  sha,
  someFacts,
  times,
} from '../../../fixtures/checks/an-application.ts';
import { checkApplication } from '#shared/checks/index.ts';
import type { Application } from '#shared/domain/application.ts';
import type { ApplicationFacts } from '#shared/domain/facts.ts';
import type { Verdict } from '#shared/domain/values.ts';

/** What is changed in an application that is otherwise whole, and the verdict that must follow; null: nothing is said. */
type Tried = [application: Partial<Application>, facts: Partial<ApplicationFacts>, verdict: Verdict | null];
/** A rule at its threshold, one below, one above, with the field missing and with nonsense in it. */
type Cases = { below: Tried; at: Tried; above: Tried; missing: Tried; nonsense: Tried };
/** A rule that the machine never decides: it must say so whatever is there. */
type Open = { open: Tried; missing: Tried; nonsense: Tried };

const { applicant } = anApplication();
const address = (written: string | null): Partial<ApplicationFacts> => ({
  registrations: someFacts().registrations.map((one) => ({ ...one, address: written })),
});
const named = (...names: string[]): Partial<Application> => ({
  occupations: names.map((name) => ({ name, code: null, work: null, levels: ['三级' as const], note: '' })),
});
const training = (total: number | null, ...years: number[]): Partial<ApplicationFacts> => ({
  training: [{ attachment: sha('5'), page: null, total, years: years.map((year) => ({ year, total: 100, ofOccupation: null })) }],
});
const grade = (grade2022: string | null): Partial<ApplicationFacts> => ({ standing: { ...someFacts().standing, grade2022 } });
const lease = (months: number | null): Partial<ApplicationFacts> => ({
  leases: someFacts().leases.map((one) => ({ ...one, from: null, to: null, months })),
});
const pledge = (changes: object): Partial<ApplicationFacts> => ({ pledges: someFacts().pledges.map((one) => ({ ...one, ...changes })) });
const without = (kind: string): Partial<Application> => ({ attachments: anApplication().attachments.filter((one) => one.class !== kind) });
const file = (name: string): Partial<Application> => ({
  attachments: [{ sha256: sha('7'), name, bytes: 1, class: 'other', problem: null }],
});
const area = (theoryAreaSquareMetres: number | null): Partial<Application> => ({
  venues: [{ occupation, theoryAreaSquareMetres, skillAreaSquareMetres: null, equipment: [], testEquipment: [] }],
});
const staffed = (duty: string, count: number): Partial<Application> => ({ staff: times(count, (index) => aStaffRow(index, { duty })) });
const nobodyReadable: Partial<Application> = {
  staff: [aStaffRow(1, { post: '？？', duty: '？？' }), aStaffRow(2, { post: '', duty: '' })],
};
const director = aStaffRow(1, { post: '主任', duty: '', title: '工程师' });
const deputy = (index: number, changes = {}) => aStaffRow(index, { post: '副主任', duty: '', title: '技师', ...changes });
const head = (changes = {}) => aStaffRow(1, { post: '办公室主任', duty: '', title: '工程师', ...changes });
const accountant = (changes = {}) => aStaffRow(1, { duty: '财务', title: '初级会计', ...changes });
const regulated = (title: string | null): [Partial<Application>, Partial<ApplicationFacts>] => [
  { regulations: title === null ? [] : [title], ...(title === null ? without('regulations') : {}) },
  { regulations: title === null ? [] : [{ attachment: sha('4'), page: 1, title }] },
];
const own = (count: number) => times(count, (index) => anAssessor(index, { name: `职员${index + 1}` }));

const counted = (duty: string, least: number): Cases => ({
  below: [staffed(duty, least - 1), {}, 'not-met'],
  at: [staffed(duty, least), {}, 'met'],
  above: [staffed(duty, least + 1), {}, 'met'],
  missing: [{ staff: [] }, {}, 'not-met'],
  nonsense: [nobodyReadable, {}, 'doubtful'],
});
/** Listed and attached is the threshold; listed alone is below it, a text that says more is above. */
const regulation = (title: string): Cases => ({
  below: [{ ...without('regulations'), regulations: [title] }, { regulations: [] }, 'doubtful'],
  at: [...regulated(title), 'met'],
  above: [...regulated(`${title}（2022年修订）`), 'met'],
  missing: [...regulated(null), 'not-met'],
  nonsense: [...regulated('？？'), 'not-met'],
});

const cases: Record<string, Cases | Open> = {
  G01: {
    below: [{}, address('杭州市西湖区某路1号'), 'not-met'],
    at: [{}, address('鹿城区某路1号'), 'met'],
    above: [{}, address('浙江省温州市泰顺县某路1号'), 'met'],
    missing: [{ applicant: { ...applicant, address: '' } }, { registrations: [] }, 'doubtful'],
    nonsense: [{}, address('？？'), 'doubtful'],
  },
  G02: {
    below: [{ filedOn: '2022-11-01' }, {}, 'not-met'],
    at: [{ filedOn: '2022-10-31' }, {}, 'met'],
    above: [{ filedOn: '2022-10-30' }, {}, 'met'],
    missing: [{ filedOn: null }, {}, 'doubtful'],
    // A date that can't be read reaches the checks as none.
    nonsense: [{ filedOn: null }, {}, 'doubtful'],
  },
  G03: {
    below: [named('无人机驾使员'), {}, 'doubtful'],
    at: [named('无人机驾驶员'), {}, 'met'],
    above: [named('无人机 驾驶员'), {}, 'met'],
    missing: [named(''), {}, null],
    nonsense: [named('？？'), {}, 'not-met'],
  },
  G04: {
    below: [named('调饮师', '易货师', '民宿管家', '煤提质工'), {}, 'not-met'],
    at: [named('调饮师', '易货师', '民宿管家', '民宿 管家'), {}, 'met'],
    above: [named('调饮师', '易货师'), {}, 'met'],
    missing: [{ occupations: [] }, {}, 'doubtful'],
    nonsense: [named('', '—'), {}, 'doubtful'],
  },
  G05: {
    below: [{}, training(9_999, 2019, 2020, 2021), 'not-met'],
    at: [{}, training(10_000, 2019, 2020, 2021), 'met'],
    above: [{}, training(10_001, 2018, 2019, 2020, 2021), 'met'],
    missing: [{}, { training: [] }, 'doubtful'],
    nonsense: [{}, training(0), 'doubtful'],
  },
  G06: {
    below: [{}, grade('合格'), 'not-met'],
    at: [{}, grade('良好'), 'met'],
    above: [{}, grade('优秀'), 'met'],
    missing: [{}, grade(null), 'doubtful'],
    nonsense: [{}, grade('？？'), 'doubtful'],
  },
  G07: {
    open: [{ applicant: { ...applicant, type: '院校' } }, {}, 'doubtful'],
    missing: [{ applicant: { ...applicant, type: null } }, {}, 'doubtful'],
    nonsense: [{ applicant: { ...applicant, type: '院校' }, ...named('？？') }, {}, 'doubtful'],
  },
  G08: {
    below: [{}, pledge({ sealed: false }), 'not-met'],
    at: [{}, pledge({}), 'met'],
    above: [{}, { pledges: [...someFacts().pledges, ...someFacts().pledges] }, 'met'],
    missing: [without('pledge'), { pledges: [] }, 'not-met'],
    nonsense: [{}, pledge({ sealed: null, signedBy: null, date: null }), 'doubtful'],
  },
  G09: {
    open: [{}, {}, 'verify-on-site'],
    missing: [{ attachments: [] }, {}, 'verify-on-site'],
    nonsense: [named('？？'), {}, 'verify-on-site'],
  },
  G10: {
    below: [{}, lease(35), 'not-met'],
    at: [{}, lease(36), 'met'],
    above: [{}, lease(37), 'met'],
    missing: [without('lease'), { leases: [] }, 'not-met'],
    nonsense: [{}, lease(null), 'doubtful'],
  },
  A01: {
    below: [{}, training(9_999, 2021), 'not-met'],
    at: [{}, training(10_000, 2021), 'met'],
    above: [{}, training(10_001, 2021), 'met'],
    missing: [{}, { training: [] }, 'doubtful'],
    nonsense: [{}, training(0), 'doubtful'],
  },
  A02: { open: [{}, {}, 'doubtful'], missing: [{ attachments: [] }, {}, 'doubtful'], nonsense: [file('？？'), {}, 'doubtful'] },
  A04: {
    below: [{ staff: [director] }, {}, 'not-met'],
    at: [{ staff: [director, deputy(2)] }, {}, 'doubtful'],
    above: [{ staff: [director, deputy(2), deputy(3)] }, {}, 'doubtful'],
    missing: [{ staff: [director, deputy(2, { education: '', title: '工程师' })] }, {}, 'doubtful'],
    nonsense: [{ staff: [director, deputy(2, { title: '？？' })] }, {}, 'doubtful'],
  },
  A05: {
    below: [{ staff: [head({ education: '中专' })] }, {}, 'not-met'],
    at: [{ staff: [head({ education: '大专' })] }, {}, 'doubtful'],
    above: [{ staff: [head({ education: '博士', title: '正高级工程师' })] }, {}, 'doubtful'],
    missing: [{ staff: [head({ education: '' })] }, {}, 'doubtful'],
    nonsense: [{ staff: [head({ education: '？？', title: '？？' })] }, {}, 'doubtful'],
  },
  A06: counted('考务人员', 2),
  A07: counted('档案管理', 1),
  A08: counted('设备维修', 1),
  A09: counted('计算机管理', 1),
  A10: {
    below: [{ staff: [accountant({ education: '中专' })] }, {}, 'not-met'],
    at: [{ staff: [accountant({ education: '大专' })] }, {}, 'met'],
    above: [{ staff: [accountant({ education: '本科', title: '高级会计师' })] }, {}, 'met'],
    missing: [{ staff: [accountant({ education: '', title: '' })] }, {}, 'doubtful'],
    nonsense: [{ staff: [accountant({ title: '？？' })] }, {}, 'doubtful'],
  },
  A11: {
    below: [{ experts: times(19, (index) => anExpert(index)) }, {}, 'not-met'],
    at: [{ experts: times(20, (index) => anExpert(index)) }, {}, 'met'],
    above: [{ experts: times(21, (index) => anExpert(index)) }, {}, 'met'],
    missing: [{ experts: times(20, (index) => anExpert(index, index === 0 ? { field: '' } : {})) }, {}, 'doubtful'],
    nonsense: [{ experts: times(20, (index) => anExpert(index, index === 0 ? { title: '？？' } : {})) }, {}, 'doubtful'],
  },
  A12: {
    below: [{ assessors: times(9, (index) => anAssessor(index)) }, {}, 'not-met'],
    at: [{ assessors: times(10, (index) => anAssessor(index)) }, {}, 'met'],
    above: [{ assessors: times(11, (index) => anAssessor(index)) }, {}, 'met'],
    missing: [{ assessors: times(10, (index) => anAssessor(index, index === 0 ? { field: '' } : {})) }, {}, 'doubtful'],
    nonsense: [{ assessors: times(10, (index) => anAssessor(index, index === 0 ? { title: '？？' } : {})) }, {}, 'doubtful'],
  },
  A13: {
    below: [{ assessors: own(2) }, {}, 'not-met'],
    at: [{ assessors: own(3) }, {}, 'met'],
    above: [{ assessors: own(4) }, {}, 'met'],
    missing: [{ assessors: own(3).map((one, index) => (index === 0 ? { ...one, field: '' } : one)) }, {}, 'doubtful'],
    nonsense: [{ assessors: own(3).map((one) => ({ ...one, name: '？？' })) }, {}, 'not-met'],
  },
  A14: counted('督导', 1),
  A15: regulation('财务管理制度'),
  A16: regulation('工作规程'),
  A17: regulation('岗位责任制'),
  A18: regulation('档案管理制度'),
  A19: regulation('设备安全操作规程'),
  A20: regulation('考评人员守则和考务人员守则、考场规则'),
  A21: regulation('安全保卫制度'),
  A22: regulation('设备设施管理制度'),
  A23: regulation('保密制度'),
  A24: {
    open: [file('国家职业技能标准.pdf'), {}, 'doubtful'],
    missing: [{ attachments: [] }, {}, 'doubtful'],
    nonsense: [file('？？'), {}, 'doubtful'],
  },
  A25: {
    open: [file('教材.pdf'), {}, 'doubtful'],
    missing: [{ attachments: [] }, {}, 'doubtful'],
    nonsense: [file('？？'), {}, 'doubtful'],
  },
  A26: {
    open: [file('四级、三级题库.pdf'), {}, 'doubtful'],
    missing: [{ attachments: [] }, {}, 'doubtful'],
    nonsense: [file('？？'), {}, 'doubtful'],
  },
  B02: {
    below: [area(59.99), {}, 'not-met'],
    at: [area(60), {}, 'verify-on-site'],
    above: [area(60.01), {}, 'verify-on-site'],
    missing: [area(null), {}, 'verify-on-site'],
    nonsense: [area(0), {}, 'not-met'],
  },
};

it('every item of the documents that the checks answer has its cases here', () => {
  const answered = rubric.items.filter(({ stage, kind }) => stage === 'document' && kind !== 'judged').map(({ code }) => code);
  expect(Object.keys(cases)).toEqual([...answered, 'B02']);
  const all = new Set(checkApplication(anInput()).flatMap(({ code }) => (/^[A-Z]\d/.test(code) ? [code] : [])));
  expect([...all].toSorted()).toEqual(Object.keys(cases).toSorted());
});

describe.each(Object.entries(cases))('%s', (code, tried) => {
  it.each<[string, Tried]>(Object.entries(tried))('%s', (_case, [application, facts, verdict]) => {
    const findings = checkApplication(anInput({ application, facts })).filter((finding) => finding.code === code);
    // Both level groups are asked alike here.
    expect([...new Set(findings.map((finding) => finding.verdict))]).toEqual(verdict === null ? [] : [verdict]);
  });
});
