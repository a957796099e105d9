import type { Finding } from '../domain/finding.ts';
import { creditCodeHolds, divisionOf } from './credit-code.ts';
import type { Check, FormPart, CheckContext } from './check-context.ts';
import { idNumber, readIdNumber } from './id-number.ts';
import { personNumber } from './identity.ts';
import { plain } from './wording.ts';

/** ID numbers, the social credit code, postcode and telephones: what their own form gives away. All of it warnings. */
export const checkIdentifiers: Check = (context) => [...idNumbers(context), ...creditCode(context), ...reachability(context)];

type Numbered = {
  readonly name: string;
  readonly part: FormPart;
  readonly index: number;
  readonly idNumber: string;
  readonly sex: string;
  readonly age: number | null;
};

/** GB 11643: form, check digit, and what the number says of sex and age against what the row says. */
function idNumbers(context: CheckContext): Finding[] {
  const { staff, experts } = context.application;
  const rows: Numbered[] = [
    ...staff.map((row, index) => ({ ...row, part: 'staff' as const, index })),
    ...experts.map((row, index) => ({ ...row, part: 'experts' as const, index, age: null })),
  ];
  const on = context.application.filedOn ?? context.schedule.applicationsUntil;
  const read = rows.map((row) => ({ row, number: readIdNumber(row.idNumber) }));
  const isUnread = ({ row, number }: (typeof read)[number]) => number === null && idNumber(row.idNumber) !== '';
  return [
    ...warning(context, {
      code: 'idNumberMissing',
      reason: 'id-number-missing',
      rows: rows.filter((row) => idNumber(row.idNumber) === ''),
      of: rows,
    }),
    ...warning(context, { code: 'idNumberForm', reason: 'id-number-form', rows: read.filter(isUnread).map(({ row }) => row), of: rows }),
    ...warning(context, {
      code: 'idCheckDigit',
      reason: 'id-check-digit',
      rows: read.filter(({ number }) => number?.checkDigitHolds === false).map(({ row }) => row),
      of: rows,
    }),
    ...warning(context, {
      code: 'idSex',
      reason: 'id-sex',
      rows: read.filter(({ row, number }) => contradictsSex(plain(row.sex), number?.sex)).map(({ row }) => row),
      of: rows,
    }),
    ...warning(context, {
      code: 'idAge',
      reason: 'id-age',
      rows: read.filter(({ row, number }) => contradictsAge(row.age, number?.born, on)).map(({ row }) => row),
      of: rows,
    }),
    ...warning(context, { code: 'idOtherName', reason: 'id-other-name', rows: underOtherNames(rows), of: rows }),
  ];
}

/** The warning over some rows: none when there are no rows to warn of; 符合 is said of the check digits only, which are always asked for. */
function warning(
  context: CheckContext,
  {
    code,
    reason,
    rows,
    of,
  }: {
    code: string;
    reason: 'id-number-missing' | 'id-number-form' | 'id-check-digit' | 'id-sex' | 'id-age' | 'id-other-name';
    rows: readonly Numbered[];
    of: readonly Numbered[];
  },
): Finding[] {
  return rows.length === 0
    ? []
    : [
        context.finding({
          code,
          item: null,
          verdict: 'doubtful',
          reason,
          found: { number: rows.length, unit: '人' },
          required: { number: 0, unit: '人' },
          where: rows.map(({ part, index }) => context.row(part, index)),
          clause: '附件3；GB 11643',
          details: { of: of.length },
        }),
      ];
}

/** Rows whose number stands beside another name elsewhere in the lists. */
function underOtherNames(rows: readonly Numbered[]): Numbered[] {
  const byNumber = Map.groupBy(
    rows.filter((row) => personNumber(row.idNumber) !== '' && plain(row.name) !== ''),
    (row) => personNumber(row.idNumber),
  );
  return [...byNumber.values()].filter((same) => new Set(same.map((row) => plain(row.name))).size > 1).flat();
}

function contradictsSex(written: string, sex: '男' | '女' | undefined): boolean {
  return sex !== undefined && /^[男女]/.test(written) && !written.startsWith(sex);
}

/** People write whole years, calendar years or 虚岁: only an age that none of the three gives contradicts. */
function contradictsAge(age: number | null, born: string | undefined, on: string | null): boolean {
  if (age === null || born === undefined || on === null) {
    return false;
  }
  return Math.abs(age - (Number(on.slice(0, 4)) - Number(born.slice(0, 4)))) > 1;
}

/** GB 32100: a wrong check digit is a warning only, and a registration office outside Wenzhou (3303) a hint. */
function creditCode(context: CheckContext): Finding[] {
  const registration = context.facts.registrations.find((fact) => fact.creditCode !== null);
  const written = plain(context.application.applicant.creditCode ?? registration?.creditCode ?? '').toUpperCase();
  if (written === '') {
    return [];
  }
  const where = [
    context.application.applicant.creditCode === null && registration !== undefined
      ? { source: '登记证照 统一社会信用代码', attachment: registration.attachment, page: registration.page }
      : context.field('统一社会信用代码'),
  ];
  const holds = creditCodeHolds(written);
  const draft = { code: 'creditCode', item: null, where, clause: '正文二(一)；GB 32100', found: { text: written } };
  if (!holds) {
    return [context.finding({ ...draft, verdict: 'doubtful', reason: 'credit-code' })];
  }
  const division = divisionOf(written);
  return [
    division.startsWith('3303')
      ? context.finding({ ...draft, verdict: 'met', reason: 'credit-code-holds' })
      : context.finding({ ...draft, verdict: 'doubtful', reason: 'credit-code-elsewhere', details: { division } }),
  ];
}

/** A postcode of six digits and telephones that could be dialled. */
function reachability({ application, field, finding }: CheckContext): Finding[] {
  const { postcode, head, contact } = application.applicant;
  const phones = [
    { name: '负责人联系电话', phone: head.phone },
    { name: '联系人联系电话', phone: contact.phone },
  ].filter(({ phone }) => !isPhone(phone));
  return [
    ...(isPostcode(postcode)
      ? []
      : [
          finding({
            code: 'postcode',
            item: null,
            verdict: 'doubtful',
            reason: plain(postcode) === '' ? 'postcode-missing' : 'postcode',
            found: { text: plain(postcode) },
            required: { text: '6位数字' },
            where: [field('邮编')],
            clause: '附件3',
          }),
        ]),
    ...phones.map(({ name, phone }) =>
      finding({
        code: 'phone',
        item: null,
        verdict: 'doubtful',
        reason: plain(phone) === '' ? 'phone-missing' : 'phone',
        found: { text: plain(phone) },
        details: { name },
        where: [field(name)],
        clause: '附件3',
      }),
    ),
  ];
}

/** 中国邮政编码: six digits, none of a province that does not exist. */
export function isPostcode(written: string): boolean {
  return /^[0-8]\d{5}$/.test(plain(written));
}

/** At least one number in the field is a mobile (11 digits from 13) or a landline with its area code, an extension allowed. */
export function isPhone(written: string): boolean {
  return plain(written)
    .split(/[、,;；/]/)
    .some((one) => {
      const digits = one.replace(/^\+?86-?/, '').replaceAll(/[-()]/g, '');
      return (
        /^1[3-9]\d{9}$/.test(digits) ||
        /^(0(10|2\d)[2-9]\d{7}|0[3-9]\d{2}[2-9]\d{6,7})((转|x|ext)?\d{1,5})?$/i.test(digits) ||
        /^400\d{7}$/.test(digits)
      );
    });
}
