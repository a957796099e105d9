import type { Application } from '../domain/application.ts';
import type { Finding } from '../domain/finding.ts';
import { hasCollegeEducation } from './education.ts';
import type { Check, CheckContext } from './check-context.ts';
import { leaders, officeHead } from './leaders.ts';
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

/** Duties that the notice asks a number of people for, and no qualification; the rubric's items may ask for other numbers. */
const plainDuties = [
  { code: 'A06', duty: 'examination', name: '考务人员', ofNotice: 2 },
  { code: 'A07', duty: 'archive', name: '档案管理人员', ofNotice: 1 },
  { code: 'A08', duty: 'maintenance', name: '设备维修保养人员', ofNotice: 1 },
  { code: 'A09', duty: 'computer', name: '计算机管理人员', ofNotice: 1 },
  { code: 'A14', duty: 'supervision', name: '督导人员', ofNotice: 1 },
] as const;

/** A04–A10 and A14: who does what, and what the form shows of their education and titles (附件2 一1–7, 正文 二(二)). */
export const checkStaff: Check = (context) => {
  const duties = context.application.staff.map((row) => dutiesOf(row));
  const rowsOf = (...wanted: Duty[]) => duties.flatMap((found, index) => (wanted.some((duty) => found.has(duty)) ? [index] : []));
  const unplaced = duties.flatMap((found, index) => (found.size === 0 ? [index] : []));
  return [
    leaders(context, { directors: rowsOf('director'), deputies: rowsOf('deputy'), unplaced: unplaced.length }),
    officeHead(context, { rows: rowsOf('office-head'), unplaced: unplaced.length }),
    ...plainDuties.map(({ code, duty, name, ofNotice }) => {
      const rows = rowsOf(duty);
      const least = context.required(code, ofNotice);
      // Who stands on the list with no duty that can be read might be the one who is missing.
      const isOpen = rows.length < least && rows.length + unplaced.length >= least;
      return context.finding({
        code,
        verdict: rows.length >= least ? 'met' : isOpen ? 'doubtful' : 'not-met',
        reason: isOpen ? 'staff-count-open' : 'staff-count',
        found: { number: rows.length, unit: '人' },
        required: { number: least, unit: '人' },
        where: rows.map((index) => context.row('staff', index)),
        details: { name, unplaced: unplaced.length },
        measured: { count: rows.length },
      });
    }),
    finance(context, { rows: rowsOf('finance'), unplaced: unplaced.length }),
    ...dutyUnclear(context, unplaced),
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

/** A10: one person with college education and an accounting certificate. */
function finance(context: CheckContext, { rows, unplaced }: { rows: number[]; unplaced: number }): Finding {
  const standing = rows.map((index) => {
    const row = context.application.staff[index];
    return {
      education: hasCollegeEducation(row?.education ?? ''),
      certificate: /会计|财会|审计|出纳证/.test(plain(row?.title ?? '')),
    };
  });
  const qualified = standing.filter(({ education, certificate }) => education === true && certificate).length;
  const open = rows.length === 0 ? unplaced > 0 : standing.some(({ education }) => education !== false);
  return context.finding({
    code: 'A10',
    verdict: qualified > 0 ? 'met' : open ? 'doubtful' : 'not-met',
    reason: rows.length === 0 ? (open ? 'staff-count-open' : 'staff-count') : qualified > 0 ? 'finance-qualified' : 'finance-open',
    found: { number: qualified, unit: '人' },
    required: { number: 1, unit: '人' },
    where: rows.map((index) => context.row('staff', index)),
    details: { people: rows.length, name: '财务管理人员', unplaced },
    measured: { ticked: [...(rows.length > 0 ? ['person'] : []), ...(qualified > 0 ? ['qualification'] : [])] },
  });
}

/** Rows whose post and duty name none of the notice's: counted nowhere. */
function dutyUnclear(context: CheckContext, rows: readonly number[]): Finding[] {
  return rows.length === 0
    ? []
    : [
        context.finding({
          code: 'dutyUnclear',
          item: null,
          verdict: 'doubtful',
          reason: 'duty-unclear',
          found: { number: rows.length, unit: '人' },
          where: rows.map((index) => context.row('staff', index)),
          clause: '附件2 一',
        }),
      ];
}
