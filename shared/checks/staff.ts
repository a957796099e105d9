import type { Application } from '../domain/application.ts';
import type { Finding } from '../domain/finding.ts';
import { hasCollegeEducation } from './education.ts';
import type { Check, Ground } from './ground.ts';
import { qualifies, readTitle } from './titles.ts';
import { plain } from './wording.ts';

type StaffRow = Application['staff'][number];
export type Duty =
  | 'director'
  | 'deputy'
  | 'office-head'
  | 'examination'
  | 'archive'
  | 'maintenance'
  | 'computer'
  | 'finance'
  | 'supervision';

/** Duties that the notice asks a number of people for, and no qualification. */
const plainDuties = [
  { code: 'A06', duty: 'examination', least: 2 },
  { code: 'A07', duty: 'archive', least: 1 },
  { code: 'A08', duty: 'maintenance', least: 1 },
  { code: 'A09', duty: 'computer', least: 1 },
  { code: 'A14', duty: 'supervision', least: 1 },
] as const;

/** A04–A10 and A14: who does what, and what the form shows of their education and titles (附件2 一1–7, 正文 二(二)). */
export const checkStaff: Check = (ground) => {
  const duties = ground.application.staff.map((row) => dutiesOf(row));
  const rowsOf = (...wanted: Duty[]) => duties.flatMap((found, index) => (wanted.some((duty) => found.has(duty)) ? [index] : []));
  return [
    leaders(ground, { directors: rowsOf('director'), deputies: rowsOf('deputy') }),
    officeHead(ground, rowsOf('office-head')),
    ...plainDuties.map(({ code, duty, least }) => {
      const rows = rowsOf(duty);
      return ground.finding({
        code,
        verdict: rows.length >= least ? 'met' : 'not-met',
        reason: 'staff-count',
        found: { number: rows.length, unit: '人' },
        required: { number: least, unit: '人' },
        where: rows.map((index) => ground.row('staff', index)),
        measured: { count: rows.length },
      });
    }),
    finance(ground, rowsOf('finance')),
    ...unplaced(ground, duties),
  ];
};

/** What a row's post and duty say that a person does; several where several are named. */
export function dutiesOf({ post, duty }: Pick<StaffRow, 'post' | 'duty'>): ReadonlySet<Duty> {
  const found = new Set<Duty>();
  const written = `${plain(post)}；${plain(duty)}`;
  const isOfficeHead = /办公室(主任|负责人)/.test(written);
  const rest = written.replaceAll(/办公室(副?主任|负责人)/g, '');
  if (isOfficeHead) {
    found.add('office-head');
  }
  if (/副主任|副校长|副院长|副中心主任|副理事长|副会长|副总经理/.test(rest)) {
    found.add('deputy');
  } else if (/主任(?!科员|医|护|药|技)|(评价|鉴定|认定)(机构|中心)负责人|全面工作/.test(rest)) {
    found.add('director');
  }
  const words: readonly (readonly [RegExp, Duty])[] = [
    [/考务/, 'examination'],
    [/档案/, 'archive'],
    [/(设备|设施|仪器).*(维修|保养|维护|管理)|设备员/, 'maintenance'],
    [/计算机|机考|网络|信息(系统|管理|技术)|电脑/, 'computer'],
    [/财务|会计|出纳/, 'finance'],
    [/督导/, 'supervision'],
  ];
  for (const [word, named] of words) {
    if (
      plain(duty)
        .split(/[、,;；/]/)
        .some((part) => word.test(part)) ||
      word.test(plain(post))
    ) {
      found.add(named);
    }
  }
  return found;
}

/** Education and title as the notice asks of leaders: 大专以上, 技师及以上 or 中级以上. null where the form does not tell. */
export function leaderConditions(row: Pick<StaffRow, 'education' | 'title'>): { education: boolean | null; title: boolean | null } {
  return { education: hasCollegeEducation(row.education), title: qualifies(readTitle(row.title), 'skilled') };
}

/** A04: one director and one or two deputies. Five years in training and knowledge of policy are not in the form: never 符合 by itself. */
function leaders(ground: Ground, { directors, deputies }: { directors: number[]; deputies: number[] }): Finding {
  const rows = [...directors, ...deputies];
  const numberHolds = directors.length === 1 && deputies.length >= 1 && deputies.length <= 2;
  const standing = rows.map((index) => conditionsAt(ground, index));
  const failing = standing.filter(({ education, title }) => education === false || title === false).length;
  const qualified = standing.filter(({ education, title }) => education === true && title === true).length;
  return ground.finding({
    code: 'A04',
    verdict: !numberHolds || failing > 0 ? 'not-met' : 'doubtful',
    reason: !numberHolds ? 'leaders-number' : failing > 0 ? 'leaders-unqualified' : 'leaders-open',
    found: { number: qualified, unit: '人' },
    required: { number: 2, unit: '人' },
    where: rows.map((index) => ground.row('staff', index)),
    details: { directors: directors.length, deputies: deputies.length, qualified, failing },
  });
}

/** A05: the form shows two of the four conditions. */
function officeHead(ground: Ground, rows: number[]): Finding {
  const standing = rows.map((index) => conditionsAt(ground, index));
  const met = Math.max(0, ...standing.map(({ education, title }) => Number(education === true) + Number(title === true)));
  const failing = standing.length > 0 && standing.every(({ education, title }) => education === false || title === false);
  return ground.finding({
    code: 'A05',
    verdict: rows.length === 0 || failing ? 'not-met' : 'doubtful',
    reason: rows.length === 0 ? 'office-head-missing' : failing ? 'office-head-unqualified' : 'office-head-open',
    found: { number: met, unit: '项' },
    required: { number: 4, unit: '项' },
    where: rows.map((index) => ground.row('staff', index)),
  });
}

/** A10: one person with college education and an accounting certificate. */
function finance(ground: Ground, rows: number[]): Finding {
  const standing = rows.map((index) => {
    const row = ground.application.staff[index];
    return {
      education: hasCollegeEducation(row?.education ?? ''),
      certificate: /会计|财会|审计|经济师|出纳证/.test(plain(row?.title ?? '')),
    };
  });
  const qualified = standing.filter(({ education, certificate }) => education === true && certificate).length;
  const open = standing.some(({ education }) => education !== false);
  return ground.finding({
    code: 'A10',
    verdict: qualified > 0 ? 'met' : open ? 'doubtful' : 'not-met',
    reason: rows.length === 0 ? 'staff-count' : qualified > 0 ? 'finance-qualified' : 'finance-open',
    found: { number: qualified, unit: '人' },
    required: { number: 1, unit: '人' },
    where: rows.map((index) => ground.row('staff', index)),
    details: { people: rows.length },
    measured: { ticked: [...(rows.length > 0 ? ['person'] : []), ...(qualified > 0 ? ['qualification'] : [])] },
  });
}

/** Rows whose post and duty name none of the notice's: counted nowhere. */
function unplaced(ground: Ground, duties: readonly ReadonlySet<Duty>[]): Finding[] {
  const rows = duties.flatMap((found, index) => (found.size === 0 ? [index] : []));
  return rows.length === 0
    ? []
    : [
        ground.finding({
          code: 'dutyUnclear',
          item: null,
          verdict: 'doubtful',
          reason: 'duty-unclear',
          found: { number: rows.length, unit: '人' },
          where: rows.map((index) => ground.row('staff', index)),
          clause: '附件2 一',
        }),
      ];
}

function conditionsAt(ground: Ground, index: number): { education: boolean | null; title: boolean | null } {
  const row = ground.application.staff[index];
  return leaderConditions({ education: row?.education ?? '', title: row?.title ?? '' });
}
