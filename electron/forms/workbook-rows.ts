import { readSheets } from './read-sheets.ts';

/** A row that has something in it; rows count from 1, as a spreadsheet shows them, and columns from 0. */
export type WorkbookRow = { readonly row: number; readonly cells: { readonly column: number; readonly text: string }[] };

/** A worksheet as texts: what stands in it, and where. */
export type WorkbookSheet = { readonly sheet: string; readonly rows: WorkbookRow[] };

/**
 * The sheets of a workbook as texts, untrimmed and with the digits as they stand: what was exported comes back as it was. Refuses (by throwing)
 * as {@link readSheets} does.
 */
export async function workbookRows(file: { name: string; bytes: Uint8Array }): Promise<WorkbookSheet[]> {
  return (await readSheets(file)).map(({ name, rows }) => ({
    sheet: name,
    rows: rows.map(({ row, cells }) => ({ row: row + 1, cells: cells.map(({ column, value }) => ({ column, text: String(value) })) })),
  }));
}

/** The texts of a row by their columns. */
export function textsByColumn({ cells }: WorkbookRow): Map<number, string> {
  return new Map(cells.map(({ column, text }) => [column, text]));
}

/** A, B, …, Z, AA: how a spreadsheet names its columns. */
export function columnLetters(index: number): string {
  return index < 0 ? 'A' : `${index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : ''}${String.fromCodePoint(65 + (index % 26))}`;
}
