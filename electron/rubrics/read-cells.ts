import type { CellProblem } from '#shared/api/rubrics.ts';
import { plain } from '#shared/forms/text.ts';
import { columnLetters, textsByColumn, type WorkbookSheet } from '../forms/workbook-rows.ts';
import { type ColumnOf, type SheetKey, sheets } from './columns.ts';

/** A cell with its place, and what its column is called in this file. */
export type FileCell = { readonly place: string; readonly column: string; readonly text: string };

export type FileRow<Key extends SheetKey> = (column: ColumnOf<Key>) => FileCell;

/** A sheet's rows that have anything in them. */
export type FileSheet<Key extends SheetKey> = { readonly name: string; readonly rows: readonly FileRow<Key>[] };

/** null: the file has no such sheet. */
export type FileSheets = { readonly [Key in SheetKey]: FileSheet<Key> | null };

/**
 * The sheets of a rubric's workbook, found by their names, their columns by their headings, in either language. Problems: a sheet or a column
 * that is missing.
 */
export function readFileSheets(all: readonly WorkbookSheet[]): { sheets: FileSheets; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const read = <Key extends SheetKey>(key: Key): FileSheet<Key> | null => {
    const { name, columns } = sheets[key];
    const found = all.find(({ sheet }) => [name.zh, name.en].some((one) => same(one, sheet)));
    if (found === undefined) {
      problems.push({ cell: name.zh, refusal: { code: 'rubric-file/sheet-missing', details: { sheet: name.zh } } });
      return null;
    }
    const header = textsByColumn(found.rows.find(({ row }) => row === 1) ?? { row: 1, cells: [] });
    const places = new Map<string, { index: number; column: string }>();
    const wanted: [string, { zh: string; en: string }][] = Object.entries(columns);
    for (const [column, { zh, en }] of wanted) {
      const index = [...header].find(([, heading]) => same(heading, zh) || same(heading, en))?.[0] ?? -1;
      if (index === -1) {
        const cell = `${found.sheet}!A1`;
        problems.push({ cell, refusal: { code: 'rubric-file/column-missing', details: { cell, column: zh } } });
      }
      places.set(column, { index, column: header.get(index) ?? zh });
    }
    return {
      name: found.sheet,
      rows: found.rows.flatMap((inFile) => {
        const cells = textsByColumn(inFile);
        const row: FileRow<Key> = (wantedColumn) => {
          const { index, column } = places.get(wantedColumn) ?? { index: -1, column: '' };
          return { place: `${found.sheet}!${columnLetters(index)}${inFile.row}`, column, text: cells.get(index) ?? '' };
        };
        return inFile.row > 1 && [...cells.values()].some((cell) => cell.trim() !== '') ? [row] : [];
      }),
    };
  };
  return { sheets: { about: read('about'), items: read('items'), rules: read('rules'), anchors: read('anchors') }, problems };
}

const same = (one: string, other: string): boolean => plain(one).toLowerCase() === plain(other).toLowerCase();
