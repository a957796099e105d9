import type { FormCell, FormGrid, FormLine } from '#shared/forms/grid.ts';
import { RefusedError } from '#shared/result.ts';
import { checkOfficeArchive } from './office-archive.ts';

/**
 * Reads a .xlsx into a grid: each sheet's name as a line of its own, then its rows, merged cells resolved. Numbers keep the
 * digits they have in the file; dates become `2022-10-20`.
 *
 * Refuses (by throwing) `intake/form-unreadable`, `intake/form-too-big`, `intake/form-encrypted`, `intake/legacy-doc`.
 */
export async function readSheetGrid(file: { name: string; bytes: Uint8Array }): Promise<FormGrid> {
  const parts = await checkOfficeArchive({ ...file, wanted: /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/u });
  const lines: FormLine[] = [];
  for (const [index, { sheet, data }] of (await readAll(file)).entries()) {
    const merges = mergesOf(parts, sheet);
    const table = index + 1;
    lines.push({ cells: [{ text: sheet, from: 'here' }], source: `工作表“${sheet}”`, table: null });
    const rows = data.map((row) => row.map((value) => textOf(value)));
    rows.forEach((row, rowIndex) => {
      const cells = row.map((text, column): FormCell => {
        const merge = merges.find((area) => contains(area, { row: rowIndex, column }));
        if (merge === undefined || (merge.top === rowIndex && merge.left === column)) {
          return { text, from: 'here' };
        }
        return merge.left === column ? { text: rows[merge.top]?.[merge.left] ?? '', from: 'above' } : { text: '', from: 'left' };
      });
      lines.push({ cells, source: `工作表“${sheet}” 第${rowIndex + 1}行`, table });
    });
  }
  return { lines };
}

/** A value of a spreadsheet's cell; numbers come as the digits in the file. */
export type SheetValue = string | boolean | Date | null;

/** Every sheet's rows as they are. Refuses `intake/form-unreadable`. */
export async function readAll(file: { name: string; bytes: Uint8Array }): Promise<{ sheet: string; data: SheetValue[][] }[]> {
  const { default: readSheets } = await import('read-excel-file/node');
  try {
    const sheets = await readSheets(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength), {
      parseNumber: (digits) => digits,
    });
    return sheets.map(({ sheet, data }) => ({
      sheet,
      data: data.map((row) =>
        row.map((value): SheetValue => (value === null || typeof value === 'string' || typeof value === 'boolean' ? value : asDate(value))),
      ),
    }));
  } catch {
    throw new RefusedError('intake/form-unreadable', { name: file.name });
  }
}

// The library's types say `typeof Date` where its values are dates.
function asDate(value: unknown): Date | null {
  return value instanceof Date ? value : null;
}

/** The text of a value; a date is its calendar date. */
export function textOf(value: SheetValue): string {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  }
  return value === null ? '' : value === true ? '☑' : value === false ? '☐' : value;
}

type Area = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

function contains(area: Area, place: { row: number; column: number }): boolean {
  return place.row >= area.top && place.row <= area.bottom && place.column >= area.left && place.column <= area.right;
}

/** The merged areas of a sheet, which read-excel-file does not tell. */
function mergesOf(parts: ReadonlyMap<string, string>, sheet: string): Area[] {
  const entry = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\s[^>]*>/gu)]
    .map((match) => match[0])
    .find((tag) => unescapeXml(attribute(tag, 'name')) === sheet);
  const id = entry === undefined ? '' : attribute(entry, 'r:id');
  const relation = [...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\s[^>]*>/gu)]
    .map((match) => match[0])
    .find((tag) => attribute(tag, 'Id') === id);
  const target = relation === undefined ? '' : attribute(relation, 'Target').replace(/^\/?(xl\/)?/u, 'xl/');
  return [...(parts.get(target) ?? '').matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/gu)].map((match) => ({
    left: columnNumber(match[1] ?? ''),
    top: Number(match[2]) - 1,
    right: columnNumber(match[3] ?? ''),
    bottom: Number(match[4]) - 1,
  }));
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
}

function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal === undefined ? (hex === undefined ? null : Number.parseInt(hex, 16)) : Number(decimal);
    return code === null ? (named[name ?? ''] ?? whole) : String.fromCodePoint(code);
  });
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;
}
