import type { ApplicationRow } from '#shared/api/applications.ts';
import type { Problems } from '#shared/api/problems.ts';
import type { Stage } from '#shared/domain/values.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import type { Column, ListSearch } from './list-search.ts';

/** What the checks said, by application; those not checked yet are absent. */
export type ProblemsByApplication = ReadonlyMap<string, Problems>;

/** Whether nothing is blank on the sheets that are asked about (all stages when `stage` is undefined). */
export function isDone(row: ApplicationRow, stage: Stage | undefined): boolean {
  const stages = stage === undefined ? stagesInOrder : [stage];
  return row.recused || stages.every((one) => row.stages[one].filled === row.stages[one].total);
}

/** The rows that the search lets through, in its order (the round's own where it has none). */
export function listedRows(rows: readonly ApplicationRow[], problems: ProblemsByApplication, search: ListSearch): ApplicationRow[] {
  const shown = rows.filter(
    (row) =>
      matchesWord(row, search.q ?? '') &&
      (search.type === undefined || row.applicant.type === search.type) &&
      (search.occupation === undefined || row.occupations.some((occupation) => occupation.name === search.occupation)) &&
      matchesProgress(row, search) &&
      matchesProblem(problems.get(row.id), search.problem),
  );
  const { sort } = search;
  if (sort === undefined) {
    return shown;
  }
  const sign = search.descending === true ? -1 : 1;
  return shown.toSorted((one, other) => sign * compareBy(sort, one, other, problems));
}

function matchesWord(row: ApplicationRow, typed: string): boolean {
  const word = typed.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
  return (
    word === '' ||
    row.applicant.name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '').includes(word) ||
    row.pinyin.toLowerCase().replaceAll(/\s+/g, '').includes(word) ||
    row.initials.toLowerCase().includes(word)
  );
}

function matchesProgress(row: ApplicationRow, { progress, stage }: ListSearch): boolean {
  switch (progress) {
    case undefined:
      return true;
    case 'open':
      return !isDone(row, stage);
    case 'done':
      return isDone(row, stage);
    case 'returned':
      return stagesInOrder.some((one) => row.stages[one].state === 'returned');
  }
}

/** What is not checked yet is neither with nor without a problem. */
function matchesProblem(found: Problems | undefined, problem: string | undefined): boolean {
  if (problem === undefined || found === undefined) {
    return problem === undefined;
  }
  switch (problem) {
    case 'not-met':
      return found.notMet.length > 0;
    case 'doubtful':
      return found.doubtful.length > 0;
    case 'none':
      return found.notMet.length + found.doubtful.length === 0;
    default:
      return found.notMet.includes(problem) || found.doubtful.includes(problem);
  }
}

function compareBy(column: Column, one: ApplicationRow, other: ApplicationRow, problems: ProblemsByApplication): number {
  switch (column) {
    case 'name':
      return one.pinyin.localeCompare(other.pinyin, 'en');
    case 'type':
      return (one.applicant.type ?? '').localeCompare(other.applicant.type ?? '', 'zh');
    case 'occupations':
      return one.occupations.length - other.occupations.length;
    case 'document':
    case 'visit':
    case 'roadshow':
      return shareFilled(one, column) - shareFilled(other, column);
    case 'problems':
      return weight(problems.get(one.id)) - weight(problems.get(other.id));
  }
}

/** From 0 to 1; a recusal is nothing to do and stands beyond. */
function shareFilled(row: ApplicationRow, stage: Stage): number {
  const { filled, total } = row.stages[stage];
  return row.recused ? 2 : total === 0 ? 1 : filled / total;
}

/** One 不符合 outweighs any number of doubts. */
function weight(found: Problems | undefined): number {
  return found === undefined ? -1 : found.notMet.length * 10_000 + found.doubtful.length;
}
