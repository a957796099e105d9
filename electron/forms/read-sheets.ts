import type * as Xlsx from '@e965/xlsx';
import { RefusedError } from '#shared/result.ts';
import { unpackOffice } from './office-archive.ts';
import { packParts } from './pack-parts.ts';
import { type Area, plainSheet, WorkbookBudget } from './plain-sheet.ts';
import { plainStrings } from './plain-strings.ts';
import { plainStyles } from './plain-styles.ts';
import { workbookParts } from './workbook-parts.ts';

/** A cell that has something in it. Numbers are the digits of the file, dates their calendar date (`2022-10-20`). Columns count from 0. */
export type SheetCell = { readonly column: number; readonly value: string | boolean };

/** A row that has something in it; rows count from 0. */
export type SheetRow = { readonly row: number; readonly cells: readonly SheetCell[] };

/** A worksheet: its cells where they stand, and which areas are merged. */
export type Sheet = { readonly name: string; readonly rows: readonly SheetRow[]; readonly merges: readonly Area[] };

type Parser = Pick<typeof Xlsx, 'read' | 'SSF'>;

/**
 * The worksheets of an .xlsx. What SheetJS gets is the workbook written anew from the parts that were counted: nothing but cells, each with its place.
 *
 * Refuses (by throwing) `intake/form-unreadable`, `intake/form-encrypted`, `intake/legacy-doc`, `intake/form-too-…`.
 */
export async function readSheets(file: { name: string; bytes: Uint8Array }): Promise<Sheet[]> {
  const parts = workbookParts(file, await unpackOffice({ ...file, wanted: isPartOfCells }));
  const strings = plainStrings({ name: file.name, xml: parts.sharedStrings });
  const budget = new WorkbookBudget(file);
  const sheets = parts.sheets.map(({ name, xml }) => ({
    name,
    plain: plainSheet({ name: file.name, xml }, { strings: strings.lengths, budget }),
  }));
  const archive = await packParts(
    plainArchive({
      sheets: sheets.map(({ plain }) => plain.xml),
      strings: strings.xml,
      styles: plainStyles({ name: file.name, xml: parts.styles }),
      from1904: parts.from1904,
    }),
    0,
  );
  // Only a workbook needs it.
  const xlsx: Parser = await import('@e965/xlsx');
  const workbook = parsed(xlsx, archive);
  return sheets.map(({ name, plain }, index) => {
    const rows = workbook?.Sheets[partName(index)]?.['!data'];
    if (rows === undefined) {
      throw new RefusedError('intake/form-unreadable', { name: file.name });
    }
    return { name, rows: rowsOf(rows, { xlsx, from1904: parts.from1904 }), merges: plain.merges };
  });
}

/** Whether a part may say something about cells: sheets, their texts and styles, and what leads to them. */
function isPartOfCells(part: string): boolean {
  const name = part.toLowerCase();
  const base = name.slice(name.lastIndexOf('/') + 1);
  const isSheet = name.includes('worksheets/') || base.startsWith('sheet');
  return base.endsWith('.rels') || (base.endsWith('.xml') && (isSheet || /^(?:workbook|styles|sharedstrings)/u.test(base)));
}

function parsed(xlsx: Parser, archive: Buffer): Xlsx.WorkBook | null {
  try {
    return xlsx.read(archive, { type: 'buffer', dense: true, cellFormula: false, cellHTML: false, cellText: false, cellNF: true });
  } catch {
    return null;
  }
}

/** The rows and cells that are there: their lists have as many gaps as the sheet, and are never counted through. */
function rowsOf(rows: Xlsx.CellObject[][], { xlsx, from1904 }: { xlsx: Parser; from1904: boolean }): SheetRow[] {
  return Object.entries(rows).map(([row, cells]) => ({
    row: Number(row),
    cells: Object.entries(cells).flatMap(([column, cell]): SheetCell[] => {
      const value = valueOf(cell, { xlsx, from1904 });
      return value === '' ? [] : [{ column: Number(column), value }];
    }),
  }));
}

function valueOf({ v: value, z: format }: Xlsx.CellObject, { xlsx, from1904 }: { xlsx: Parser; from1904: boolean }): string | boolean {
  if (typeof value !== 'number') {
    return typeof value === 'boolean' || typeof value === 'string' ? value : '';
  }
  return typeof format === 'string' && xlsx.SSF.is_date(format) ? dateText(xlsx, { serial: value, from1904 }) : String(value);
}

/** The calendar date of a day's number, or the time of day where there is no day; the number where it stands for neither. */
function dateText(xlsx: Parser, { serial, from1904 }: { serial: number; from1904: boolean }): string {
  const date = xlsx.SSF.parse_date_code(serial, { date1904: from1904 });
  if (date === null || date === undefined) {
    return String(serial);
  }
  const two = (number: number): string => String(number).padStart(2, '0');
  return serial < 1 && !from1904 ? `${two(date.H)}:${two(date.M)}` : `${date.y}-${two(date.m)}-${two(date.d)}`;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a worksheet is called between here and SheetJS: its own name may stand twice, or be one that an object already has. */
const partName = (index: number): string => `sheet${index + 1}`;

function plainArchive(contents: { sheets: readonly string[]; strings: string; styles: string; from1904: boolean }): [string, string][] {
  const names = contents.sheets.map((_, index) => partName(index));
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${office}.sheet.main+xml"/>`,
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${office}.sharedStrings+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${office}.styles+xml"/>`,
    ...names.map((name) => `<Override PartName="/xl/worksheets/${name}.xml" ContentType="${office}.worksheet+xml"/>`),
  ];
  const listed = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`);
  const relations = names.map(
    (name, index) => `<Relationship Id="r${index + 1}" Type="${relationships}/worksheet" Target="worksheets/${name}.xml"/>`,
  );
  return [
    ['[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join('')}</Types>`],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr date1904="${contents.from1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ],
    ['xl/sharedStrings.xml', contents.strings],
    ['xl/styles.xml', contents.styles],
    ...contents.sheets.map((xml, index): [string, string] => [`xl/worksheets/${partName(index)}.xml`, xml]),
  ];
}
