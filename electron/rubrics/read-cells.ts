import type { CellProblem } from '#shared/api/rubrics.ts';
import { RefusedError } from '#shared/result.ts';
import { plain } from '#shared/forms/text.ts';
import { checkOfficeArchive } from '../forms/office-archive.ts';
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
 * that is missing. Refuses (by throwing) what is no workbook at all, with the codes of `checkOfficeArchive`.
 */
export async function readFileSheets(file: { name: string; bytes: Uint8Array }): Promise<{ sheets: FileSheets; problems: CellProblem[] }> {
  await checkOfficeArchive({ ...file, wanted: /^$/u });
  const problems: CellProblem[] = [];
  const all = await allRows(file);
  const read = <Key extends SheetKey>(key: Key): FileSheet<Key> | null => {
    const { name, columns } = sheets[key];
    const found = all.find(({ sheet }) => [name.zh, name.en].some((one) => same(one, sheet)));
    if (found === undefined) {
      problems.push({ cell: name.zh, refusal: { code: 'rubric-file/sheet-missing', details: { sheet: name.zh } } });
      return null;
    }
    const [header = [], ...rows] = found.data;
    const places = new Map<string, { index: number; column: string }>();
    const wanted: [string, { zh: string; en: string }][] = Object.entries(columns);
    for (const [column, { zh, en }] of wanted) {
      const index = header.findIndex((heading) => same(heading, zh) || same(heading, en));
      if (index === -1) {
        const cell = `${found.sheet}!A1`;
        problems.push({ cell, refusal: { code: 'rubric-file/column-missing', details: { cell, column: zh } } });
      }
      places.set(column, { index, column: header[index] ?? zh });
    }
    return {
      name: found.sheet,
      rows: rows.flatMap((cells, below) => {
        const row: FileRow<Key> = (wantedColumn) => {
          const { index, column } = places.get(wantedColumn) ?? { index: -1, column: '' };
          return { place: `${found.sheet}!${letters(index)}${below + 2}`, column, text: cells[index] ?? '' };
        };
        return cells.some((cell) => cell.trim() !== '') ? [row] : [];
      }),
    };
  };
  return { sheets: { about: read('about'), items: read('items'), rules: read('rules'), anchors: read('anchors') }, problems };
}

async function allRows(file: { name: string; bytes: Uint8Array }): Promise<{ sheet: string; data: string[][] }[]> {
  // Only a rubric's workbook needs it.
  const { default: readSheets } = await import('read-excel-file/node');
  try {
    const { buffer, byteOffset, byteLength } = file.bytes;
    // Untrimmed and with the digits as they stand: what was exported comes back as it was.
    const read = await readSheets(Buffer.from(buffer, byteOffset, byteLength), { trim: false, parseNumber: (digits) => digits });
    return read.map(({ sheet, data }) => ({ sheet, data: data.map((row) => row.map((value) => textOf(value))) }));
  } catch {
    throw new RefusedError('intake/form-unreadable', { name: file.name });
  }
}

function textOf(value: unknown): string {
  if (value instanceof Date) {
    return value.toISOString().slice(0, 10);
  }
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '';
}

const same = (one: string, other: string): boolean => plain(one).toLowerCase() === plain(other).toLowerCase();

/** A, B, …, Z, AA: how a spreadsheet names its columns. */
function letters(index: number): string {
  return index < 0 ? 'A' : `${index >= 26 ? letters(Math.floor(index / 26) - 1) : ''}${String.fromCodePoint(65 + (index % 26))}`;
}
