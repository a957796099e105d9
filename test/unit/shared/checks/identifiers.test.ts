import { describe, expect, it } from 'vitest';
import { anApplication, anExpert, anInput, aStaffRow, schedule, sha, someFacts } from '../../../fixtures/checks/an-application.ts';
import { checkApplication } from '#shared/checks/index.ts';
import type { Application } from '#shared/domain/application.ts';

const check = (application: Partial<Application>) => checkApplication(anInput({ application }));
const found = (code: string, application: Partial<Application>) => check(application).find((finding) => finding.code === code);
/** A woman of 1949-12-31. */
const number = '11010519491231002X';

describe('ID numbers in the lists', () => {
  it('that are right are not spoken of', () => {
    expect(check({}).filter(({ code }) => code.startsWith('id'))).toEqual([]);
  });

  it('with a wrong check digit are counted over staff and experts, and pointed to', () => {
    const wrong = '110105194912310020';
    const finding = found('idCheckDigit', {
      staff: [aStaffRow(1), aStaffRow(2, { idNumber: wrong, sex: '女' })],
      experts: [anExpert(1, { idNumber: wrong, sex: '女' })],
    });
    expect(finding).toMatchObject({
      item: null,
      verdict: 'doubtful',
      found: { number: 2, unit: '人' },
      required: { number: 0, unit: '人' },
      details: { of: 3 },
    });
    expect(finding?.where.map(({ source }) => source)).toEqual(['附件3 工作人员情况 第2行', '附件3 专家情况 第1行']);
    expect(JSON.stringify(finding)).not.toContain(wrong);
  });

  it('that are missing or malformed are told apart', () => {
    const experts = [anExpert(1, { idNumber: '' }), anExpert(2, { idNumber: '123' }), anExpert(3, { idNumber: '某某' })];
    expect(found('idNumberMissing', { experts })?.found).toEqual({ number: 1, unit: '人' });
    expect(found('idNumberForm', { experts })?.found).toEqual({ number: 2, unit: '人' });
    expect(found('idCheckDigit', { experts })).toBeUndefined();
  });

  it.each([
    ['女', false],
    ['男', true],
    ['', false],
    ['女性', false],
    ['男性', true],
    ['？', false],
  ])('sex %j contradicts a woman’s number: %s', (sex, want) => {
    expect(found('idSex', { experts: [anExpert(1, { idNumber: number, sex })] }) !== undefined).toBe(want);
  });

  it.each([
    [71, true],
    [72, false],
    [73, false],
    [74, false],
    [75, true],
    [0, true],
    [null, false],
  ])('age %s contradicts a birth in 1949 in 2022: %s', (age, want) => {
    expect(found('idAge', { staff: [aStaffRow(1, { idNumber: number, sex: '女', age })] }) !== undefined).toBe(want);
  });

  it('beside two names is pointed to at both rows, beside one name at none', () => {
    const staff = [aStaffRow(1, { name: '甲', idNumber: number, sex: '女' })];
    const of = (name: string, idNumber = number) =>
      found('idOtherName', { staff, experts: [anExpert(1, { name, idNumber, sex: '女' }), anExpert(2)] });
    expect(of('乙')?.where.map(({ source }) => source)).toEqual(['附件3 工作人员情况 第1行', '附件3 专家情况 第1行']);
    expect(of('乙')).toMatchObject({ verdict: 'doubtful', reason: 'id-other-name', found: { number: 2, unit: '人' } });
    expect(of(' 甲')).toBeUndefined();
    expect(of('')).toBeUndefined();
    expect(found('idOtherName', { staff: [aStaffRow(1, { idNumber: '某' }), aStaffRow(2, { idNumber: '某' })] })).toBeUndefined();
  });

  it('ages are reckoned on the filing date, else on the last day, else not at all', () => {
    const staff = [aStaffRow(1, { idNumber: number, sex: '女', age: 73 })];
    const of = (filedOn: string | null, applicationsUntil: string | null) =>
      checkApplication(anInput({ application: { staff, filedOn }, schedule: { ...schedule, applicationsUntil } })).some(
        ({ code }) => code === 'idAge',
      );
    expect(of('2030-01-01', '2022-10-31')).toBe(true);
    expect(of('2022-01-01', '2030-10-31')).toBe(false);
    expect(of(null, '2030-10-31')).toBe(true);
    expect(of(null, null)).toBe(false);
  });
});

describe('the social credit code', () => {
  const code = (creditCode: string | null, read: string | null = null) => {
    const applicant = { ...anApplication().applicant, creditCode };
    const registrations = someFacts().registrations.map((one) => ({ ...one, creditCode: read }));
    return checkApplication(anInput({ application: { applicant }, facts: { registrations } })).find(
      (finding) => finding.code === 'creditCode',
    );
  };

  it('that nobody states is not spoken of', () => {
    expect(code(null)).toBeUndefined();
    expect(code('—')).toBeUndefined();
  });

  it('that is wrong is a warning only', () => {
    expect(code('91350100M000100Y44')).toMatchObject({
      item: null,
      verdict: 'doubtful',
      reason: 'credit-code',
      found: { text: '91350100M000100Y44' },
    });
  });

  it('of an office elsewhere is a hint', () => {
    expect(code('91350100m000100y43')).toMatchObject({
      verdict: 'doubtful',
      reason: 'credit-code-elsewhere',
      details: { division: '350100' },
    });
  });

  it('of a Wenzhou office is met', () => {
    expect(code('52330300MJ1234567W')).toBeDefined();
    const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const held = Array.from(digits, (last) => code(`52330300MJ1234567${last}`)).filter((finding) => finding?.verdict === 'met');
    expect(held).toMatchObject([{ reason: 'credit-code-holds', where: [{ source: '附件3 统一社会信用代码' }] }]);
  });

  it('is taken from the certificate where the form has none', () => {
    expect(code(null, '91350100M000100Y44')?.where).toEqual([{ source: '登记证照 统一社会信用代码', attachment: sha('1'), page: 1 }]);
    expect(code('91350100M000100Y43', '91350100M000100Y44')?.reason).toBe('credit-code-elsewhere');
  });
});

describe('postcode and telephones', () => {
  const applicant = (changes: Partial<Application['applicant']>) => ({ applicant: { ...anApplication().applicant, ...changes } });
  it('that are right are not spoken of', () => {
    expect(check({}).filter(({ code }) => code === 'postcode' || code === 'phone')).toEqual([]);
  });

  it('that are wrong are warnings, each at its field', () => {
    const { head, contact } = anApplication().applicant;
    const findings = check(applicant({ postcode: '3250', head: { ...head, phone: '1' }, contact: { ...contact, phone: '' } }));
    expect(
      findings
        .filter(({ code }) => code === 'postcode' || code === 'phone')
        .map(({ code, verdict, found: text, where }) => [code, verdict, text, where[0]?.source]),
    ).toEqual([
      ['postcode', 'doubtful', { text: '3250' }, '附件3 邮编'],
      ['phone', 'doubtful', { text: '1' }, '附件3 负责人联系电话'],
      ['phone', 'doubtful', { text: '' }, '附件3 联系人联系电话'],
    ]);
  });
});
