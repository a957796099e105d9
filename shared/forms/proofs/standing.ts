import type { ApplicationFacts } from '../../domain/facts.ts';
import { chineseNumber } from '../numerals.ts';
import { agreed, readEvaluated } from './evaluated.ts';
import { departmentSaid } from './evaluation-department.ts';
import { plain } from '../text.ts';
import { compactText, type ReadDocument } from './text-lines.ts';

type Standing = ApplicationFacts['standing'];

/** What one document says of the type-specific conditions; `evaluationDepartment` holds all that it says, which may contradict itself. */
export type StandingSaid = Omit<Standing, 'evaluationDepartment'> & { readonly evaluationDepartment: readonly boolean[] };

/**
 * What a document says of the type-specific conditions: 四星, 4A, 会员单位 120 家, 自主评价 236 人 of one of the occupations named; null or
 * nothing where it does not say.
 */
export function standingSaid({ pages, rows }: ReadDocument, occupations: readonly string[]): StandingSaid {
  const text = pages.length > 0 ? compactText(pages) : plain(rows.map((row) => row.join(' ')).join('|'));
  const stars = /(?:评定|评估|评为|等级)[^|。；]{0,12}?([一二三四五1-5])星/u.exec(text);
  const grade = /(?:民政|社会组织)[^|。；]{0,20}?([1-5一二三四五])A(?!\w)/u.exec(text);
  const members = /会员单位[^|。；\d]{0,8}(\d{1,7})家|(?<!\d)(\d{1,7})家会员单位/u.exec(text);
  const grade2022 = /2022年[^|。；]{0,40}?社会评价组织[^|。；]{0,12}?评估[^|。；]{0,12}?(优秀|良好|合格|不合格)/u.exec(text);
  return {
    stars: numberOf(stars?.[1]),
    evaluationDepartment: departmentSaid(text),
    evaluated: readEvaluated({ pages, rows }, occupations),
    civilGrade: numberOf(grade?.[1]),
    members: members === null ? null : Number(members[1] ?? members[2]),
    grade2022: grade2022?.[1] ?? null,
  };
}

/** What several documents say together: of a number the first that is said, nothing where they contradict each other. */
export function standingOf(documents: readonly StandingSaid[]): Standing {
  const departments = new Set(documents.flatMap(({ evaluationDepartment }) => evaluationDepartment));
  const [department = null] = departments;
  const first = <Value>(values: readonly (Value | null)[]): Value | null => values.find((value) => value !== null) ?? null;
  return {
    stars: first(documents.map(({ stars }) => stars)),
    evaluationDepartment: departments.size === 1 ? department : null,
    evaluated: agreed(documents.flatMap(({ evaluated }) => evaluated)),
    civilGrade: first(documents.map(({ civilGrade }) => civilGrade)),
    members: first(documents.map(({ members }) => members)),
    grade2022: first(documents.map(({ grade2022 }) => grade2022)),
  };
}

/** What proofs say of the type-specific conditions, all together. */
export function readStanding(documents: readonly ReadDocument[], occupations: readonly string[]): Standing {
  return standingOf(documents.map((document) => standingSaid(document, occupations)));
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : /^\d+$/u.test(text) ? Number(text) : chineseNumber(text);
}
