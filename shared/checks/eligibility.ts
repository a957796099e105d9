import type { RegistrationFact } from '../domain/facts.ts';
import type { Finding } from '../domain/finding.ts';
import type { Check, CheckContext } from './check-context.ts';
import type { Reason } from './sentences.ts';
import { plain } from './wording.ts';

/** The twelve county-level divisions of 温州市. */
const divisions = [
  '鹿城区',
  '龙湾区',
  '瓯海区',
  '洞头区',
  '乐清市',
  '瑞安市',
  '龙港市',
  '永嘉县',
  '平阳县',
  '苍南县',
  '文成县',
  '泰顺县',
] as const;

const pledgeMarks = 3;

/** G01, G02, G06–G09, and A02: the applicant itself (正文 二, 三, 四). */
export const checkEligibility: Check = (context) => [
  registered(context),
  inTime(context),
  earlierGrade(context),
  ...relatedMajors(context),
  pledged(context),
  context.finding({ code: 'G09', verdict: 'verify-on-site', reason: 'truth-open', required: { number: 0, unit: '件' } }),
  context.finding({ code: 'A02', verdict: 'doubtful', reason: 'profile-open', required: { number: 4, unit: '项' } }),
];

/** G01: an independent legal person whose seat, as registered, lies in one of the twelve. */
function registered(context: CheckContext): Finding {
  const { application, facts, field, finding } = context;
  const fact = facts.registrations.find(({ address }) => address !== null) ?? facts.registrations[0];
  const address = plain(fact?.address ?? application.applicant.address);
  const division = divisions.find((one) => address.includes(one));
  const reason = registrationReason(context, { fact, address, division });
  return finding({
    code: 'G01',
    verdict: reason === 'registered' ? 'met' : reason === 'seat-elsewhere' ? 'not-met' : 'doubtful',
    reason,
    found: { text: address },
    required: { text: '温州市行政区域内' },
    where: [...(fact === undefined ? [] : [{ source: '登记证照', attachment: fact.attachment, page: fact.page }]), field('申报单位地址')],
    details: { division: division ?? '', until: fact?.validUntil ?? '' },
  });
}

function registrationReason(
  { application, facts }: CheckContext,
  { fact, address, division }: { fact: RegistrationFact | undefined; address: string; division: string | undefined },
): Reason {
  const { type, name } = application.applicant;
  const isRead = fact !== undefined && fact.address !== null;
  if (address === '') {
    return 'seat-missing';
  }
  if (division === undefined && /[一-鿿]{2,}(省|市)/.test(address) && !address.includes('温州')) {
    // The form's address may be an office; only the certificate's is the seat.
    return isRead ? 'seat-elsewhere' : 'seat-elsewhere-by-form';
  }
  if (type === '行业分支机构') {
    return 'branch-no-legal-person';
  }
  if (division === undefined) {
    return 'seat-unclear';
  }
  if (facts.registrations.length === 0 && !application.attachments.some((one) => one.class === 'registration')) {
    return 'registration-missing';
  }
  if (fact !== undefined && fact.name !== null && plain(fact.name) !== plain(name)) {
    return 'registration-other-name';
  }
  if (fact !== undefined && fact.validUntil !== null && application.filedOn !== null && fact.validUntil < application.filedOn) {
    return 'registration-expired';
  }
  return isRead ? 'registered' : 'registration-unread';
}

/** G02: filed on or before the last day. */
function inTime({ application: { filedOn }, schedule: { applicationsUntil }, field, finding }: CheckContext): Finding {
  const known = filedOn !== null && applicationsUntil !== null;
  const late = known && filedOn > applicationsUntil;
  return finding({
    code: 'G02',
    verdict: !known ? 'doubtful' : late ? 'not-met' : 'met',
    reason: filedOn === null ? 'filed-unknown' : applicationsUntil === null ? 'deadline-unknown' : late ? 'filed-late' : 'filed-in-time',
    found: filedOn === null ? null : { text: filedOn },
    required: applicationsUntil === null ? null : { text: applicationsUntil },
    where: [field('填报时间')],
  });
}

/** G06: an existing 社会评价组织 needs 良好 or better of 2022. The form does not ask whether it is one. */
function earlierGrade({ facts: { standing }, finding }: CheckContext): Finding {
  const grade = standing.grade2022;
  const reason =
    grade === null
      ? 'grade-unknown'
      : grade === 'none'
        ? 'grade-not-applicable'
        : /^(优秀|良好)/.test(plain(grade))
          ? 'grade-good'
          : /合格|一般|中等|差/.test(grade)
            ? 'grade-low'
            : 'grade-unknown';
  const verdicts = {
    'grade-unknown': 'doubtful',
    'grade-not-applicable': 'not-applicable',
    'grade-good': 'met',
    'grade-low': 'not-met',
  } as const;
  return finding({
    code: 'G06',
    verdict: verdicts[reason],
    reason,
    found: grade === null || grade === 'none' ? null : { text: grade },
    required: { text: '良好' },
  });
}

/** G07: asked of schools only, and the panel's to judge. */
function relatedMajors({ application, occupations, field, finding }: CheckContext): Finding[] {
  const { type } = application.applicant;
  const applies = type === null || type === '院校';
  return occupations.map(({ name }) =>
    finding({
      code: 'G07',
      occupation: name,
      verdict: applies ? 'doubtful' : 'not-applicable',
      reason: applies ? 'majors-open' : 'majors-not-applicable',
      found: type === null ? null : { text: type },
      where: [field('机构类型')],
    }),
  );
}

/** G08: 附件4 with seal, signature and date. A seal in a picture only eyes can tell. */
function pledged({ application, facts, finding }: CheckContext): Finding {
  const files = application.attachments.filter((attachment) => attachment.class === 'pledge');
  const where = [
    ...facts.pledges.map(({ attachment, page }) => ({ source: '附件4 诚信承诺书', attachment, page })),
    ...files
      .filter(({ sha256 }) => !facts.pledges.some(({ attachment }) => attachment === sha256))
      .map(({ name, sha256 }) => ({ source: name, attachment: sha256, page: null })),
  ];
  const required = { number: pledgeMarks, unit: '项' };
  if (where.length === 0) {
    return finding({ code: 'G08', verdict: 'not-met', reason: 'pledge-missing', found: { number: 0, unit: '项' }, required });
  }
  const marks = Math.max(
    0,
    ...facts.pledges.map(({ sealed, signedBy, date }) => Number(sealed === true) + Number(signedBy !== null) + Number(date !== null)),
  );
  const unsealed = facts.pledges.length > 0 && facts.pledges.every(({ sealed }) => sealed === false);
  return finding({
    code: 'G08',
    verdict: marks === pledgeMarks ? 'met' : unsealed ? 'not-met' : 'doubtful',
    reason: marks === pledgeMarks ? 'pledge-whole' : unsealed ? 'pledge-unsealed' : 'pledge-open',
    found: { number: marks, unit: '项' },
    required,
    where,
  });
}
