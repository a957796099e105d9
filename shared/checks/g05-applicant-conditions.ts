import type { Finding, Place, Quantity } from '../domain/finding.ts';
import type { Check, CheckContext } from './check-context.ts';
import type { Reason } from './sentences.ts';
import { plain } from './wording.ts';

type Condition = {
  readonly code: string;
  readonly reason: Reason;
  readonly holds: boolean | null;
  readonly found: Quantity | null;
  readonly required: Quantity;
  readonly where?: readonly Place[];
  readonly occupation?: string;
  /** What A01 puts in proportion. */
  readonly scale?: { readonly count: number; readonly of: number };
};

/** 正文 二(六)1–3: G05 is a gate without a rule, so no rubric states these. */
const schools = { years: 3, people: 10_000 } as const;
const enterprise = { stars: 4, people: 200 } as const;
const association = { grade: 4, members: 100 } as const;

/** G05, each condition of the applicant's type (正文 二(六)1–3), and A01, how far the scale exceeds the threshold. */
export const checkApplicantConditions: Check = (context) => {
  const conditions = conditionsOf(context);
  if (conditions === null) {
    return [panelDecides(context), scale(context, [])];
  }
  const failing = conditions.filter(({ holds }) => holds === false).length;
  const fails = failing > 0;
  const open = conditions.some(({ holds }) => holds === null);
  return [
    context.finding({
      code: 'G05',
      verdict: fails ? 'not-met' : open ? 'doubtful' : 'met',
      reason: fails ? 'conditions-fail' : open ? 'conditions-open' : 'conditions-hold',
      found: { number: conditions.filter(({ holds }) => holds === true).length, unit: '项' },
      required: { number: conditions.length, unit: '项' },
      where: uniquePlaces(conditions.flatMap(({ where }) => where ?? [])),
      details: { failing },
    }),
    ...conditions.map(({ code, reason, holds, found, required, where, occupation }) =>
      context.finding({
        code,
        item: 'G05',
        verdict: holds === null ? 'doubtful' : holds ? 'met' : 'not-met',
        reason,
        found,
        required,
        ...(where === undefined ? {} : { where }),
        ...(occupation === undefined ? {} : { occupation }),
      }),
    ),
    scale(context, conditions),
  ];
};

/** The longest run of consecutive years that have anyone trained. */
export function consecutiveYears(years: readonly { readonly year: number; readonly total: number }[]): number {
  const held = [...new Set(years.filter(({ total }) => total > 0).map(({ year }) => year))].toSorted((one, other) => one - other);
  let longest = 0;
  let run = 0;
  for (const [index, year] of held.entries()) {
    run = index > 0 && held[index - 1] === year - 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** null: no clause for this type; the panel decides. */
function conditionsOf(context: CheckContext): Condition[] | null {
  const { type, name } = context.application.applicant;
  switch (type) {
    case '院校':
    case '研究院':
    case '民非':
      return schoolConditions(context);
    case '企业':
      return enterpriseConditions(context);
    case '社会团体':
      return /协会|商会|公会|行业/.test(plain(name)) ? associationConditions(context) : null;
    case '行业分支机构':
    case null:
      break;
  }
  return null;
}

function schoolConditions({ application, facts: { training } }: CheckContext): Condition[] {
  const years = training.length === 0 ? null : consecutiveYears(training.flatMap((record) => record.years));
  const people = peopleIn(training);
  // A record that could not be read may hold the years and people that the others lack.
  const isUnread =
    application.attachments.some(
      ({ class: kind, sha256 }) => kind === 'training-record' && !training.some(({ attachment }) => attachment === sha256),
    ) || training.some(({ total }) => total === null);
  const enough = (found: number | null, required: number) =>
    found === null || found === 0 ? null : found >= required ? true : isUnread ? null : false;
  const where = training.map(({ attachment, page }) => ({ source: '培训台账', attachment, page }));
  return [
    {
      code: 'trainingYears',
      reason: years === null || years === 0 ? 'training-years-unknown' : 'training-years',
      holds: enough(years, schools.years),
      found: years === null || years === 0 ? null : { number: years, unit: '年' },
      required: { number: schools.years, unit: '年' },
      where,
    },
    {
      code: 'trainingTotal',
      reason: people === null || people === 0 ? 'training-total-unknown' : 'training-total',
      holds: enough(people, schools.people),
      found: people === null || people === 0 ? null : { number: people, unit: '人次' },
      required: { number: schools.people, unit: '人次' },
      where,
      ...(people === null || people === 0 ? {} : { scale: { count: people, of: schools.people } }),
    },
  ];
}

function enterpriseConditions({ occupations, facts: { standing, training } }: CheckContext): Condition[] {
  // 培训（评价）人次 is at most a hint at 自主评价: enough of it proves nothing, and too few only that this record is short of it.
  const most = ofOneOccupation(training, occupations.length) ?? peopleIn(training);
  const where = training.map(({ attachment, page }) => ({ source: '培训台账', attachment, page }));
  const department = standing.evaluationDepartment;
  return [
    {
      code: 'evaluationDepartment',
      reason:
        department === null ? 'evaluation-department-unknown' : department ? 'evaluation-department' : 'evaluation-department-missing',
      holds: department,
      found: department === null ? null : { text: department ? '已设置' : '未设置' },
      required: { text: '已设置' },
    },
    {
      code: 'stars',
      reason: standing.stars === null ? 'stars-unknown' : 'stars',
      holds: standing.stars === null ? null : standing.stars >= enterprise.stars,
      found: standing.stars === null ? null : { number: standing.stars, unit: '星' },
      required: { number: enterprise.stars, unit: '星' },
    },
    ...(occupations.length === 0 ? [evaluated({ known: undefined, most: null, where })] : []),
    ...occupations.map(({ name }) => ({
      ...evaluated({ known: standing.evaluated.find(({ occupation }) => plain(occupation) === plain(name))?.people, most, where }),
      occupation: name,
    })),
  ];
}

/** 「申报职业」200 people, each occupation by itself: known for it, or hinted at by the training record. */
function evaluated({
  known,
  most,
  where,
}: {
  readonly known: number | undefined;
  readonly most: number | null;
  readonly where: readonly Place[];
}): Condition {
  const required = { number: enterprise.people, unit: '人' };
  if (known !== undefined) {
    const holds = known >= enterprise.people;
    const scale = { count: known, of: enterprise.people };
    return { code: 'evaluatedPeople', reason: 'evaluated-people', holds, found: { number: known, unit: '人' }, required, where, scale };
  }
  return {
    code: 'evaluatedPeople',
    reason: most === null ? 'evaluated-people-unknown' : most < enterprise.people ? 'evaluated-people-short' : 'evaluated-people-at-most',
    holds: null,
    found: most === null ? null : { number: most, unit: '人' },
    required,
    where,
  };
}

/** What a record counts 其中：本职业, where only one occupation is applied for and every year says it; else null. */
function ofOneOccupation(training: CheckContext['facts']['training'], occupations: number): number | null {
  const counts = training.flatMap((record) => record.years.map(({ ofOccupation }) => ofOccupation));
  const known = counts.filter((count) => count !== null);
  return occupations !== 1 || counts.length === 0 || known.length < counts.length ? null : known.reduce((sum, count) => sum + count, 0);
}

function associationConditions({ facts: { standing } }: CheckContext): Condition[] {
  return [
    {
      code: 'civilGrade',
      reason: standing.civilGrade === null ? 'civil-grade-unknown' : 'civil-grade',
      holds: standing.civilGrade === null ? null : standing.civilGrade >= association.grade,
      found: standing.civilGrade === null ? null : { number: standing.civilGrade, unit: 'A' },
      required: { number: association.grade, unit: 'A' },
    },
    {
      code: 'members',
      reason: standing.members === null ? 'members-unknown' : 'members',
      holds: standing.members === null ? null : standing.members >= association.members,
      found: standing.members === null ? null : { number: standing.members, unit: '家' },
      required: { number: association.members, unit: '家' },
      ...(standing.members === null ? {} : { scale: { count: standing.members, of: association.members } }),
    },
  ];
}

function panelDecides({ application: { applicant }, field, finding }: CheckContext): Finding {
  return finding({
    code: 'G05',
    verdict: 'doubtful',
    reason: applicant.type === null ? 'type-unknown' : applicant.type === '社会团体' ? 'type-other-association' : 'type-branch',
    found: applicant.type === null ? null : { text: applicant.type },
    where: [field('机构类型')],
  });
}

/** A01: the smallest scale over its threshold, since every occupation must reach it. */
function scale({ finding, required: requiredOf }: CheckContext, conditions: readonly Condition[]): Finding {
  const times = requiredOf('A01', 1, 'ratio');
  const required = { number: times, unit: '倍' };
  const scales = conditions.flatMap((condition) => (condition.scale === undefined ? [] : [condition.scale]));
  const [least] = scales.toSorted((one, other) => one.count / one.of - other.count / other.of);
  const expected = conditions.filter(({ code }) => ['trainingTotal', 'members', 'evaluatedPeople'].includes(code)).length;
  if (least === undefined || scales.length < expected) {
    return finding({ code: 'A01', verdict: 'doubtful', reason: 'scale-unknown', required });
  }
  return finding({
    code: 'A01',
    verdict: least.count / least.of >= times ? 'met' : 'not-met',
    reason: 'scale',
    // Rounded down, so that 9,999 of 10,000 does not read as once the threshold.
    found: { number: Math.floor((least.count * 100) / least.of) / 100, unit: '倍' },
    required,
    where: conditions.flatMap((condition) => (condition.scale === undefined ? [] : (condition.where ?? []))),
    details: { count: least.count, of: least.of },
    measured: least,
  });
}

function peopleIn(training: readonly { readonly total: number | null }[]): number | null {
  const totals = training.flatMap((record) => (record.total === null ? [] : [record.total]));
  return totals.length === 0 ? null : totals.reduce((sum, count) => sum + count, 0);
}

function uniquePlaces(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.attachment} ${place.page}`, place])).values()];
}
