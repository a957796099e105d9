import { describe, expect, it } from 'vitest';
import { anApplication, anInput, schedule, sha, someFacts } from '../../../fixtures/checks/an-application.ts';
import { checkApplication } from '#shared/checks/index.ts';
import { consecutiveYears } from '#shared/checks/g05-applicant-conditions.ts';
import type { Application, ApplicantType } from '#shared/domain/application.ts';
import { type ApplicationFacts, noFacts } from '#shared/domain/facts.ts';

type Changes = { applicant?: Partial<Application['applicant']>; application?: Partial<Application>; facts?: Partial<ApplicationFacts> };
const check = ({ applicant = {}, application = {}, facts = {} }: Changes) =>
  checkApplication(anInput({ application: { ...application, applicant: { ...anApplication().applicant, ...applicant } }, facts }));
const found = (code: string, changes: Changes) => check(changes).find((finding) => finding.code === code);
const [registration] = someFacts().registrations;
const registered = (address: string | null, name: string | null = '温州示例学校') =>
  registration === undefined ? [] : [{ ...registration, address, name }];

describe('the seat (G01)', () => {
  it.each([['鹿城区', '龙湾区', '瓯海区', '洞头区', '乐清市', '瑞安市', '龙港市', '永嘉县', '平阳县', '苍南县', '文成县', '泰顺县']])(
    'in each of the twelve is met',
    (...divisions) => {
      for (const division of divisions) {
        expect(found('G01', { facts: { registrations: registered(`浙江省温州市${division}某路1号`) } })).toMatchObject({
          verdict: 'met',
          details: { division },
        });
      }
    },
  );

  it.each([
    ['杭州市西湖区某路1号', 'not-met', 'seat-elsewhere'],
    ['浙江省丽水市某路1号', 'not-met', 'seat-elsewhere'],
    ['温州市某路1号', 'doubtful', 'seat-unclear'],
    ['浙江省温州经济技术开发区', 'doubtful', 'seat-unclear'],
    ['某路1号', 'doubtful', 'seat-unclear'],
    ['', 'doubtful', 'seat-missing'],
  ])('%j is %s', (address, verdict, reason) => {
    expect(found('G01', { facts: { registrations: registered(address) } })).toMatchObject({ verdict, reason, found: { text: address } });
  });

  it('is the registered one, not the one in the form', () => {
    expect(found('G01', { applicant: { address: '杭州市' } })?.verdict).toBe('met');
    expect(found('G01', { facts: { registrations: registered('杭州市') } })?.verdict).toBe('not-met');
    expect(found('G01', {})?.where).toEqual([
      { source: '登记证照', attachment: sha('1'), page: 1 },
      { source: '附件3 申报单位地址', attachment: sha('f'), page: null },
    ]);
  });

  it('needs a certificate with the applicant’s name that could be read', () => {
    const attachments = anApplication().attachments.filter((one) => one.class !== 'registration');
    expect(found('G01', { application: { attachments }, facts: { registrations: [] } })?.reason).toBe('registration-missing');
    expect(found('G01', { facts: { registrations: [] } })?.reason).toBe('registration-unread');
    expect(found('G01', { facts: { registrations: registered(null) } })?.reason).toBe('registration-unread');
    expect(found('G01', { facts: { registrations: registered('鹿城区', '另一学校') } })).toMatchObject({
      verdict: 'doubtful',
      reason: 'registration-other-name',
    });
    expect(found('G01', { facts: { registrations: registered('鹿城区', null) } })?.verdict).toBe('met');
    expect(found('G01', { facts: { registrations: [...registered(null), ...registered('鹿城区')] } })?.verdict).toBe('met');
  });

  it('elsewhere by the form alone is left to the certificate', () => {
    const applicant = { address: '杭州市西湖区某路1号' };
    expect(found('G01', { applicant, facts: { registrations: [] } })).toMatchObject({
      verdict: 'doubtful',
      reason: 'seat-elsewhere-by-form',
    });
    expect(found('G01', { applicant, facts: { registrations: registered(null) } })?.reason).toBe('seat-elsewhere-by-form');
  });

  it.each([
    ['2022-10-19', '2022-10-20', 'registration-expired'],
    ['2022-10-20', '2022-10-20', 'registered'],
    ['2022-10-21', '2022-10-20', 'registered'],
    [null, '2022-10-20', 'registered'],
    ['2020-01-01', null, 'registered'],
  ])('by a certificate valid until %s, filed on %s: %s', (validUntil, filedOn, reason) => {
    const registrations = registered('鹿城区').map((one) => ({ ...one, validUntil }));
    expect(found('G01', { application: { filedOn }, facts: { registrations } })).toMatchObject({
      reason,
      details: { division: '鹿城区', until: validUntil ?? '' },
    });
  });

  it('of a branch is put to the panel', () => {
    expect(found('G01', { applicant: { type: '行业分支机构' } })).toMatchObject({ verdict: 'doubtful', reason: 'branch-no-legal-person' });
  });
});

describe('the last day (G02)', () => {
  it.each([
    ['2022-10-30', 'met', 'filed-in-time'],
    ['2022-10-31', 'met', 'filed-in-time'],
    ['2022-11-01', 'not-met', 'filed-late'],
    [null, 'doubtful', 'filed-unknown'],
  ])('filed on %s: %s', (filedOn, verdict, reason) => {
    expect(found('G02', { application: { filedOn } })).toMatchObject({
      verdict,
      reason,
      found: filedOn === null ? null : { text: filedOn },
      required: { text: '2022-10-31' },
    });
  });

  it('that the round does not set leaves it open', () => {
    const findings = checkApplication(anInput({ schedule: { ...schedule, applicationsUntil: null } }));
    expect(findings.find(({ code }) => code === 'G02')).toMatchObject({ verdict: 'doubtful', reason: 'deadline-unknown', required: null });
  });
});

describe('the type’s own conditions (G05, A01)', () => {
  const training = (total: number | null, ...years: number[]) => [
    { attachment: sha('5'), page: null, total, years: years.map((year) => ({ year, total: 100, ofOccupation: null })) },
  ];
  const standing = (changes: Partial<ApplicationFacts['standing']>) => ({ ...noFacts.standing, ...changes });

  describe.each(['院校', '研究院', '民非'] as const)('of a %s', (type) => {
    it.each([
      [9_999, [2019, 2020, 2021], 'not-met'],
      [10_000, [2019, 2020, 2021], 'met'],
      [10_001, [2019, 2020, 2021, 2022], 'met'],
      [10_000, [2020, 2021], 'not-met'],
      [10_000, [2018, 2020, 2021], 'not-met'],
      [10_000, [], 'doubtful'],
      [null, [2019, 2020, 2021], 'doubtful'],
    ])('%s trained in %j: %s', (total, years, verdict) => {
      expect(found('G05', { applicant: { type }, facts: { training: training(total, ...years) } })?.verdict).toBe(verdict);
    });

    it('nothing said is doubtful', () => {
      expect(found('G05', { applicant: { type }, facts: { training: [] } })).toMatchObject({
        verdict: 'doubtful',
        found: { number: 0 },
        required: { number: 2 },
      });
    });
  });

  it('tells each condition with what was found', () => {
    const findings = check({ facts: { training: training(9_000, 2019, 2020, 2021) } });
    expect(
      findings.filter(({ item }) => item === 'G05').map(({ code, verdict, found: number, required }) => [code, verdict, number, required]),
    ).toEqual([
      ['G05', 'not-met', { number: 1, unit: '项' }, { number: 2, unit: '项' }],
      ['trainingYears', 'met', { number: 3, unit: '年' }, { number: 3, unit: '年' }],
      ['trainingTotal', 'not-met', { number: 9_000, unit: '人次' }, { number: 10_000, unit: '人次' }],
    ]);
    expect(findings.find(({ code }) => code === 'G05')).toMatchObject({
      details: { failing: 1 },
      where: [{ source: '培训台账', attachment: sha('5'), page: null }],
    });
  });

  it.each([
    [9_999, 'not-met', 0.99],
    [10_000, 'met', 1],
    [11_800, 'met', 1.18],
    [20_000, 'met', 2],
  ])('A01 of %i: %s', (total, verdict, number) => {
    expect(found('A01', { facts: { training: training(total, 2019, 2020, 2021) } })).toMatchObject({
      verdict,
      found: { number, unit: '倍' },
      proposed: { kind: 'ratio', count: `${total}`, of: '10000' },
      details: { count: total, of: 10_000 },
    });
  });

  it('A01 is open where the scale is not known', () => {
    expect(found('A01', { facts: { training: [] } })).toMatchObject({ verdict: 'doubtful', reason: 'scale-unknown', proposed: null });
  });

  it('adds up several records', () => {
    expect(
      found('trainingTotal', { facts: { training: [...training(6_000, 2019), ...training(4_000, 2020, 2021), ...training(null)] } }),
    ).toMatchObject({
      verdict: 'met',
      found: { number: 10_000 },
    });
  });

  const enterprise = (facts: Partial<ApplicationFacts['standing']>, people: number | null = 200, more: Partial<Application> = {}) =>
    check({
      applicant: { type: '企业' },
      application: more,
      facts: {
        training: [],
        standing: standing({
          evaluationDepartment: true,
          stars: 4,
          evaluated: people === null ? [] : [{ occupation: '无人机驾驶员', people }],
          ...facts,
        }),
      },
    });
  const verdictOf = (findings: ReturnType<typeof check>, code: string) => findings.find((finding) => finding.code === code)?.verdict;

  it.each([
    [{}, 200, 'met'],
    [{}, 199, 'not-met'],
    [{}, 201, 'met'],
    [{}, null, 'doubtful'],
    [{ stars: 3 }, 200, 'not-met'],
    [{ stars: 5 }, 200, 'met'],
    [{ stars: null }, 200, 'doubtful'],
    [{ evaluationDepartment: false }, 200, 'not-met'],
    [{ evaluationDepartment: null }, 200, 'doubtful'],
  ])('an enterprise with %j and %s evaluated: %s', (facts, people, verdict) => {
    expect(verdictOf(enterprise(facts, people), 'G05')).toBe(verdict);
  });

  it('an enterprise is asked of every occupation', () => {
    const two = {
      occupations: ['无人机驾驶员', '调饮师'].map((name) => ({ name, code: null, work: null, levels: ['三级' as const], note: '' })),
    };
    const findings = enterprise({}, 400, two);
    expect(findings.filter(({ code }) => code === 'evaluatedPeople').map(({ occupation, verdict }) => [occupation, verdict])).toEqual([
      ['无人机驾驶员', 'met'],
      ['调饮师', 'doubtful'],
    ]);
    expect(verdictOf(findings, 'G05')).toBe('doubtful');
    expect(verdictOf(findings, 'A01')).toBe('doubtful');
  });

  it('A01 of an enterprise takes the occupation with the fewest', () => {
    const two = {
      occupations: ['无人机驾驶员', '调饮师'].map((name) => ({ name, code: null, work: null, levels: ['三级' as const], note: '' })),
    };
    const evaluated = [
      { occupation: '无人机驾驶员', people: 400 },
      { occupation: '调饮师', people: 300 },
    ];
    expect(enterprise({ evaluated }, null, two).find(({ code }) => code === 'A01')).toMatchObject({
      found: { number: 1.5 },
      proposed: { count: '300', of: '200' },
    });
  });

  it.each([
    [199, null, 'evaluated-people-short'],
    [200, null, 'evaluated-people-at-most'],
    [201, null, 'evaluated-people-at-most'],
    [500, 199, 'evaluated-people-short'],
    [500, 200, 'evaluated-people-at-most'],
  ])('a training record of %i people, %s of the occupation, proves and disproves nothing: %s', (total, own, reason) => {
    const findings = check({
      applicant: { type: '企业' },
      facts: { training: [{ attachment: sha('5'), page: null, total, years: [{ year: 2021, total, ofOccupation: own }] }] },
    });
    expect(findings.find(({ code }) => code === 'evaluatedPeople')).toMatchObject({
      verdict: 'doubtful',
      reason,
      found: { number: own ?? total },
    });
    expect(verdictOf(findings, 'A01')).toBe('doubtful');
  });

  const record = (...years: [total: number, ofOccupation: number | null][]) => [
    {
      attachment: sha('5'),
      page: null,
      total: 500,
      years: years.map(([total, ofOccupation], index) => ({ year: 2020 + index, total, ofOccupation })),
    },
  ];
  it.each([
    [record([250, 60], [250, 70]), 1, 130],
    [record([250, 60], [250, null]), 1, 500],
    [record([250, 60], [250, 70]), 2, 500],
    [record(), 1, 500],
    [[], 1, null],
  ])('what a record counts of the occupation is taken where every year says it of the only one: %#', (training, count, people) => {
    const occupations = ['无人机驾驶员', '调饮师'].slice(0, count).map((name) => ({ name, code: null, work: null, levels: [], note: '' }));
    const [finding] = check({ applicant: { type: '企业' }, application: { occupations }, facts: { training } }).filter(
      ({ code }) => code === 'evaluatedPeople',
    );
    expect(finding?.found).toEqual(people === null ? null : { number: people, unit: '人' });
    expect(finding?.reason).toBe(
      people === null ? 'evaluated-people-unknown' : people < 200 ? 'evaluated-people-short' : 'evaluated-people-at-most',
    );
  });

  it('an enterprise whose occupations could not be read is not met by its stars and department alone', () => {
    const findings = enterprise({}, null, { occupations: [] });
    expect(findings.filter(({ code }) => code === 'evaluatedPeople')).toMatchObject([
      { verdict: 'doubtful', occupation: null, found: null },
    ]);
    expect(verdictOf(findings, 'G05')).toBe('doubtful');
  });

  it('a school’s record that falls short is not the last word while another could not be read', () => {
    const attachments = [
      ...anApplication().attachments,
      ...['5', '6'].map((letter) => ({
        sha256: sha(letter),
        name: '台账.xlsx',
        bytes: 1,
        class: 'training-record' as const,
        problem: null,
      })),
    ];
    const short = training(9_999, 2020, 2021);
    const verdicts = (findings: ReturnType<typeof check>) => ['trainingYears', 'trainingTotal'].map((code) => verdictOf(findings, code));
    expect(verdicts(check({ application: { attachments }, facts: { training: short } }))).toEqual(['doubtful', 'doubtful']);
    expect(verdicts(check({ application: { attachments: attachments.slice(0, -1) }, facts: { training: short } }))).toEqual([
      'not-met',
      'not-met',
    ]);
    expect(verdicts(check({ facts: { training: [...short, ...training(null)] } }))).toEqual(['doubtful', 'doubtful']);
    expect(verdicts(check({ application: { attachments }, facts: { training: training(10_000, 2019, 2020, 2021) } }))).toEqual([
      'met',
      'met',
    ]);
  });

  it.each([
    [4, 100, 'met'],
    [5, 101, 'met'],
    [3, 100, 'not-met'],
    [4, 99, 'not-met'],
    [null, 100, 'doubtful'],
    [4, null, 'doubtful'],
    [null, 99, 'not-met'],
  ])('an association with %s A and %s members: %s', (civilGrade, members, verdict) => {
    const findings = check({
      applicant: { type: '社会团体', name: '温州市示例行业协会' },
      facts: { standing: standing({ civilGrade, members }) },
    });
    expect(verdictOf(findings, 'G05')).toBe(verdict);
    expect(verdictOf(findings, 'A01')).toBe(members === null ? 'doubtful' : members >= 100 ? 'met' : 'not-met');
  });

  it.each(['示例行业协会', '示例商会', '示例同业公会', '示例行业联合会'])('%s is asked what an association is', (name) => {
    const codes = check({ applicant: { type: '社会团体', name: `温州市${name}` } }).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['civilGrade', 'members']));
  });

  it.each<[ApplicantType | null, string, string]>([
    ['社会团体', '温州市示例学会', 'type-other-association'],
    ['社会团体', '温州市示例促进会', 'type-other-association'],
    ['行业分支机构', '示例行业协会温州分会', 'type-branch'],
    [null, '温州示例', 'type-unknown'],
  ])('%s %s is put to the panel', (type, name, reason) => {
    const findings = check({ applicant: { type, name } });
    expect(findings.find(({ code }) => code === 'G05')).toMatchObject({ verdict: 'doubtful', reason });
    expect(findings.filter(({ item }) => item === 'G05')).toHaveLength(1);
    expect(verdictOf(findings, 'A01')).toBe('doubtful');
  });

  it.each([
    [[], 0],
    [[2020], 1],
    [[2021, 2019, 2020], 3],
    [[2018, 2019, 2021], 2],
    [[2020, 2020, 2020], 1],
  ])('%j hold %i years in a row', (years, want) => {
    expect(consecutiveYears(years.map((year) => ({ year, total: 1 })))).toBe(want);
  });

  it('a year in which nobody was trained breaks the row', () => {
    expect(consecutiveYears([2019, 2020, 2021].map((year) => ({ year, total: year === 2020 ? 0 : 5 })))).toBe(1);
  });
});

describe('the grade of 2022 (G06)', () => {
  it.each([
    ['优秀', 'met'],
    ['良好', 'met'],
    ['合格', 'not-met'],
    ['不合格', 'not-met'],
    ['一般', 'not-met'],
    ['某某', 'doubtful'],
    ['none', 'not-applicable'],
    [null, 'doubtful'],
  ])('%s: %s', (grade2022, verdict) => {
    expect(found('G06', { facts: { standing: { ...noFacts.standing, grade2022 } } })).toMatchObject({
      verdict,
      found: grade2022 === null || grade2022 === 'none' ? null : { text: grade2022 },
    });
  });
});

describe('related majors (G07)', () => {
  it.each<[ApplicantType | null, string]>([
    ['院校', 'doubtful'],
    [null, 'doubtful'],
    ['民非', 'not-applicable'],
    ['企业', 'not-applicable'],
  ])('of %s: %s', (type, verdict) => {
    expect(found('G07', { applicant: { type } })).toMatchObject({ verdict, occupation: '无人机驾驶员' });
  });
});

describe('the pledge (G08)', () => {
  const pledge = (changes: object) => someFacts().pledges.map((one) => ({ ...one, ...changes }));
  it.each([
    [pledge({}), 'met', 3],
    [pledge({ sealed: null }), 'doubtful', 2],
    [pledge({ sealed: false }), 'not-met', 2],
    [pledge({ signedBy: null }), 'doubtful', 2],
    [pledge({ date: null, signedBy: null }), 'doubtful', 1],
    [[], 'doubtful', 0],
    [[...pledge({ sealed: false }), ...pledge({})], 'met', 3],
  ])('%#: %s', (pledges, verdict, number) => {
    expect(found('G08', { facts: { pledges } })).toMatchObject({
      verdict,
      found: { number, unit: '项' },
      required: { number: 3, unit: '项' },
    });
  });

  it('that is missing is not met', () => {
    const attachments = anApplication().attachments.filter((one) => one.class !== 'pledge');
    expect(found('G08', { application: { attachments }, facts: { pledges: [] } })).toMatchObject({
      verdict: 'not-met',
      reason: 'pledge-missing',
      where: [],
    });
  });

  it('points to its page, or to the file where it was not read', () => {
    expect(found('G08', {})?.where).toEqual([{ source: '附件4 诚信承诺书', attachment: sha('3'), page: 1 }]);
    expect(found('G08', { facts: { pledges: [] } })?.where).toEqual([{ source: '附件4.pdf', attachment: sha('3'), page: null }]);
  });
});

it('truth is for every stage, and the profile is not in the form', () => {
  expect(found('G09', {})).toMatchObject({ verdict: 'verify-on-site', required: { number: 0, unit: '件' } });
  expect(found('A02', {})).toMatchObject({ verdict: 'doubtful', required: { number: 4, unit: '项' }, proposed: null });
});
