import type { Application } from '../domain/application.ts';
import type { Finding } from '../domain/finding.ts';
import { hasCollegeEducation } from './education.ts';
import type { CheckContext } from './check-context.ts';
import { qualifies, readTitle } from './titles.ts';

type Conditions = { readonly education: boolean | null; readonly title: boolean | null };

/** 附件2 一1: leaders are a director and one or two deputies. */
const leadersRequired = 2;
/** 附件2 一1, 一2: education, qualification, five years, knowledge of policy. The form tells the first two. */
const conditionsRequired = 4;

/** Education and title as the notice asks of leaders: 大专以上, 技师及以上 or 中级以上. null where the form does not tell. */
export function leaderConditions(row: Pick<Application['staff'][number], 'education' | 'title'>): Conditions {
  return { education: hasCollegeEducation(row.education), title: qualifies(readTitle(row.title), 'skilled') };
}

/**
 * A04: one director and one or two deputies. Five years in training and knowledge of policy are not in the form: never 符合 by
 * itself, and the boxes proposed are those that the form shows, of the director and of the best placed deputy (a second
 * deputy earns nothing).
 */
export function leaders(
  context: CheckContext,
  { directors, deputies, unplaced }: { directors: number[]; deputies: number[]; unplaced: number },
): Finding {
  const rows = [...directors, ...deputies];
  const tooFew = directors.length === 0 || deputies.length === 0;
  const tooMany = directors.length > 1 || deputies.length > 2;
  const standing = rows.map((index) => conditionsAt(context, index));
  const failing = standing.filter(({ education, title }) => education === false || title === false).length;
  const qualified = standing.filter(({ education, title }) => education === true && title === true).length;
  // Whoever is missing may be among those whose post can't be told; who lacks a condition lacks it all the same.
  const isOpen = tooFew && !tooMany && failing === 0 && unplaced > 0;
  return context.finding({
    code: 'A04',
    verdict: !isOpen && (tooFew || tooMany || failing > 0) ? 'not-met' : 'doubtful',
    reason: tooFew || tooMany ? (isOpen ? 'leaders-number-open' : 'leaders-number') : failing > 0 ? 'leaders-unqualified' : 'leaders-open',
    found: { number: qualified, unit: '人' },
    required: { number: leadersRequired, unit: '人' },
    where: rows.map((index) => context.row('staff', index)),
    details: { directors: directors.length, deputies: deputies.length, qualified, failing, unplaced },
    measured: { ticked: [...boxes(context, directors.slice(0, 1), 'director-'), ...boxes(context, deputies, 'deputy-')] },
  });
}

/** A05: the form shows two of the four conditions. */
export function officeHead(context: CheckContext, { rows, unplaced }: { rows: number[]; unplaced: number }): Finding {
  const standing = rows.map((index) => conditionsAt(context, index));
  const ticked = boxes(context, rows, '');
  const failing = standing.length > 0 && standing.every(({ education, title }) => education === false || title === false);
  const isOpen = rows.length === 0 && unplaced > 0;
  return context.finding({
    code: 'A05',
    verdict: !isOpen && (rows.length === 0 || failing) ? 'not-met' : 'doubtful',
    reason: isOpen
      ? 'office-head-unplaced'
      : rows.length === 0
        ? 'office-head-missing'
        : failing
          ? 'office-head-unqualified'
          : 'office-head-open',
    found: { number: ticked.length, unit: '项' },
    required: { number: conditionsRequired, unit: '项' },
    where: rows.map((index) => context.row('staff', index)),
    details: { unplaced },
    measured: { ticked },
  });
}

/** The boxes of education and qualification that the form shows of one of these rows: of the one who fills most, the first of equals. */
function boxes(context: CheckContext, rows: readonly number[], prefix: 'director-' | 'deputy-' | ''): string[] {
  return rows
    .map((index) => conditionsAt(context, index))
    .map(({ education, title }) => [
      ...(education === true ? [`${prefix}education`] : []),
      ...(title === true ? [`${prefix}qualification`] : []),
    ])
    .reduce((best, one) => (one.length > best.length ? one : best), []);
}

function conditionsAt(context: CheckContext, index: number): Conditions {
  const row = context.application.staff[index];
  return leaderConditions({ education: row?.education ?? '', title: row?.title ?? '' });
}
