import { levelGroupsOf, type LevelGroup } from '../domain/values.ts';
import type { Finding } from '../domain/finding.ts';
import type { Belonging } from './belonging.ts';
import { belongingOf, countMembers, type PeopleCount } from './count-people.ts';
import type { AppliedOccupation, Check, CheckContext } from './check-context.ts';

/** 附件2 一8, where the rubric's items state no other number. */
const ofNotice = { experts: 20, assessors: 10, own: 3 } as const;

/** A11, A12 per level group and A13: enough different, qualified people in each occupation (附件2 一8), and what was not counted. */
export const checkPeople: Check = (context) => {
  const fields = { experts: belongingOf(context.application, 'experts'), assessors: belongingOf(context.application, 'assessors') };
  const counts = context.occupations.map((occupation) => ({
    occupation,
    experts: countMembers(context.application, { part: 'experts', occupation, belonging: fields.experts }),
    assessors: countMembers(context.application, { part: 'assessors', occupation, belonging: fields.assessors }),
  }));
  return [
    ...counts.flatMap(({ occupation, experts, assessors }) => {
      const groups = levelGroupsOf(occupation.levels);
      return [
        ...groups.map((group) => qualifiedFinding(context, { part: 'experts', occupation, group, count: experts })),
        ...groups.map((group) => qualifiedFinding(context, { part: 'assessors', occupation, group, count: assessors })),
        ownFinding(context, occupation, assessors),
        ...(groups.length === 0 ? [levelsMissing(context, occupation)] : []),
      ];
    }),
    ...(['experts', 'assessors'] as const).flatMap((part) => unmatched(context, part, fields[part])),
    ...(['experts', 'assessors'] as const).flatMap((part) =>
      duplicates(
        context,
        part,
        counts.map((count) => count[part]),
      ),
    ),
  ];
};

function ownFinding(context: CheckContext, occupation: AppliedOccupation, { own, nearOwn, ownRows }: PeopleCount): Finding {
  const required = context.required('A13', ofNotice.own);
  return context.finding({
    code: 'A13',
    occupation: occupation.name,
    verdict: own >= required ? 'met' : own + nearOwn >= required ? 'doubtful' : 'not-met',
    reason: 'own-assessors',
    found: { number: own, unit: '人' },
    required: { number: required, unit: '人' },
    where: ownRows.map((row) => context.row('assessors', row)),
    measured: { count: own },
  });
}

function levelsMissing(context: CheckContext, occupation: AppliedOccupation): Finding {
  return context.finding({
    code: 'levelsMissing',
    item: 'A11',
    occupation: occupation.name,
    verdict: 'doubtful',
    reason: 'levels-missing',
    where: occupation.rows.map((row) => context.row('occupations', row)),
  });
}

function qualifiedFinding(
  context: CheckContext,
  {
    part,
    occupation,
    group,
    count,
  }: { part: 'experts' | 'assessors'; occupation: AppliedOccupation; group: LevelGroup; count: PeopleCount },
): Finding {
  const open = count.unclear[group] + count.near;
  const found = count[group];
  const code = part === 'experts' ? 'A11' : 'A12';
  const enough = context.required(code, ofNotice[part]);
  return context.finding({
    code,
    occupation: occupation.name,
    levelGroup: group,
    verdict: found >= enough ? 'met' : found + open >= enough ? 'doubtful' : 'not-met',
    reason: open > 0 && found < enough ? 'qualified-people-unclear' : 'qualified-people',
    found: { number: found, unit: '人' },
    required: { number: enough, unit: '人' },
    where: count.qualifiedRows[group].map((row) => context.row(part, row)),
    details: {
      distinct: count.distinct,
      skilled: count.skilled,
      technician: count.technician,
      repeated: count.repeated.length,
      unclear: count.unclear[group],
      near: count.near,
    },
    measured: { count: found },
  });
}

/** Rows whose field names no occupation applied for. */
function unmatched(context: CheckContext, part: 'experts' | 'assessors', belonging: readonly Belonging[]): Finding[] {
  return (['near', 'none'] as const).flatMap((kind) => {
    const rows = belonging.flatMap((found, row) => (found.kind === kind ? [row] : []));
    return rows.length === 0
      ? []
      : [
          context.finding({
            code: kind === 'near' ? 'fieldNear' : 'fieldUnmatched',
            item: part === 'experts' ? 'A11' : 'A12',
            verdict: 'doubtful',
            reason: kind === 'near' ? 'field-near' : 'field-unmatched',
            found: { number: rows.length, unit: '人' },
            where: rows.map((row) => context.row(part, row)),
          }),
        ];
  });
}

/** Rows that repeat a person: one duplicate each, however many occupations the row names. */
function duplicates(context: CheckContext, part: 'experts' | 'assessors', counts: readonly PeopleCount[]): Finding[] {
  const rows = new Set(counts.flatMap(({ repeated }) => repeated));
  return rows.size === 0
    ? []
    : [
        context.finding({
          code: 'duplicatePerson',
          item: part === 'experts' ? 'A11' : 'A12',
          verdict: 'doubtful',
          reason: 'duplicate-person',
          found: { number: rows.size, unit: '人' },
          required: { number: 0, unit: '人' },
          where: [...rows].map((row) => context.row(part, row)),
        }),
      ];
}
