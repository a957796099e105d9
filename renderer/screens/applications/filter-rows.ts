import type { ApplicationRow } from '#shared/api/applications.ts';
import type { Stage } from '#shared/domain/values.ts';
import { stagesInOrder } from '#shared/domain/values.ts';

export type RowFilter = {
  readonly search: string;
  readonly type: string | null;
  readonly occupation: string | null;
  readonly progress: 'open' | 'done' | 'returned' | null;
  readonly findings: 'any' | 'none' | null;
};

export const noFilter: RowFilter = { search: '', type: null, occupation: null, progress: null, findings: null };

/** Whether nothing is blank on the sheets that are asked about (all stages when `stage` is undefined). */
export function isDone(row: ApplicationRow, stage: Stage | undefined): boolean {
  const stages = stage === undefined ? stagesInOrder : [stage];
  return row.recused || stages.every((one) => row.stages[one].filled === row.stages[one].total);
}

/** The rows that a filter lets through; the search word matches the name, its pinyin or its initials. */
export function filterRows(rows: readonly ApplicationRow[], filter: RowFilter, stage: Stage | undefined): ApplicationRow[] {
  const word = filter.search.trim().toLowerCase().replaceAll(/\s+/g, '');
  return rows.filter(
    (row) =>
      (word === '' ||
        row.applicant.name.toLowerCase().includes(word) ||
        row.pinyin.toLowerCase().replaceAll(/\s+/g, '').includes(word) ||
        row.initials.toLowerCase().includes(word)) &&
      (filter.type === null || row.applicant.type === filter.type) &&
      (filter.occupation === null || row.occupations.some((occupation) => occupation.name === filter.occupation)) &&
      matchesProgress(row, filter.progress, stage) &&
      (filter.findings === null || row.findings.notMet + row.findings.doubtful > 0 === (filter.findings === 'any')),
  );
}

function matchesProgress(row: ApplicationRow, progress: RowFilter['progress'], stage: Stage | undefined): boolean {
  switch (progress) {
    case null:
      return true;
    case 'open':
      return !isDone(row, stage);
    case 'done':
      return isDone(row, stage);
    case 'returned':
      return stagesInOrder.some((one) => row.stages[one].state === 'returned');
  }
}
