import type { CellProblem } from '#shared/api/rubrics.ts';
import { type Assignment, assignmentOf } from '#shared/domain/panel.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { columnLetters, textsByColumn, type WorkbookSheet } from '../forms/workbook-rows.ts';
import { textOfCell } from '../rubrics/cell-text.ts';
import type { Draft } from '../rounds/draft.ts';
import { headingsOf, isWord, pairKey, recusedPairs, stagesNamed, words } from './words.ts';

/**
 * Reads a workbook of assignments against the draft it is for: every application and every member of the panel once, in any order, and in
 * each cell 分配, the names of stages (资料审核、现场察看), 回避 or nothing. A recusal stays where it is.
 */
export function readAssignmentWorkbook(
  draft: Draft,
  [first]: readonly WorkbookSheet[],
): { assignments: Assignment[]; problems: CellProblem[] } {
  const { sheet, rows: all } = first ?? { sheet: words.sheet.zh, rows: [] };
  const problems: CellProblem[] = [];
  const place = (column: number, row: number) => `${sheet}!${columnLetters(column)}${row + 1}`;
  const refuse = (cell: string, code: Refusal['code'], details: Refusal['details'] = {}) => {
    problems.push({ cell, refusal: { code, details: { cell, ...details } } });
  };
  const rows = all.map((inFile) => ({
    row: inFile.row - 1,
    cells: new Map([...textsByColumn(inFile)].map(([column, cell]) => [column, (textOfCell(cell) ?? '').trim()])),
  }));
  const header = rows.find(({ row }) => row === 0)?.cells ?? new Map<number, string>();
  if (!isWord('id', header.get(0)) || !isWord('applicant', header.get(1))) {
    refuse(place(0, 0), 'assignment-file/headings-missing');
    return { assignments: [], problems };
  }
  const members = columnsOf(draft, header, refuse, place);
  const applications = new Map(draft.applications.map((application) => [application.id, application]));
  const recused = recusedPairs(draft);
  const assignments: Assignment[] = [];
  for (const { row, cells } of rows) {
    if (row === 0 || [...cells.values()].every((cell) => cell === '')) {
      continue;
    }
    const id = cells.get(0) ?? '';
    if (!applications.delete(id)) {
      refuse(place(0, row), 'assignment-file/application-unknown', { text: id });
      continue;
    }
    for (const [column, expert] of members) {
      const text = cells.get(column) ?? '';
      const isRecused = recused.has(pairKey(expert, id));
      const stages = text === '' || isWord('recused', text) ? [] : stagesNamed(text);
      if (stages === null) {
        refuse(place(column, row), 'assignment-file/not-choice', { text });
      } else if (isRecused !== isWord('recused', text)) {
        refuse(place(column, row), 'assignment-file/recusal-differs', { text: isRecused ? words.recused.zh : '' });
      } else {
        const assignment = assignmentOf(expert, id, stages);
        assignments.push(...(assignment === null ? [] : [assignment]));
      }
    }
  }
  for (const { applicant } of applications.values()) {
    refuse(place(0, (rows.at(-1)?.row ?? 0) + 1), 'assignment-file/application-missing', { applicant: applicant.name });
  }
  return { assignments, problems };
}

type Refuse = (cell: string, code: Refusal['code'], details?: Refusal['details']) => void;

/** Which member's each column is, by its number. */
function columnsOf(draft: Draft, header: ReadonlyMap<number, string>, refuse: Refuse, place: (column: number, row: number) => string) {
  const left = new Map([...headingsOf(draft)].map(([id, heading]) => [heading, id]));
  const columns = new Map<number, string>();
  for (const [column, text] of header) {
    if (column < 2 || text === '') {
      continue;
    }
    const id = left.get(text);
    if (id === undefined) {
      refuse(place(column, 0), 'assignment-file/expert-unknown', { text });
      continue;
    }
    left.delete(text);
    columns.set(column, id);
  }
  for (const expert of left.keys()) {
    refuse(place(Math.max(-1, ...header.keys()) + 1, 0), 'assignment-file/expert-missing', { expert });
  }
  return columns;
}
