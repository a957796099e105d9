import type { Cell } from 'write-excel-file/node';
import type { LaidOutBlock, LaidOutCell } from '#shared/forms/form-layout.ts';
import { withoutTimes } from './timeless-archive.ts';

/** `one` sheet with everything under one another, or a sheet for each table (named after its heading). */
export type SheetArrangement = 'one' | 'sheet-per-table';

type PlacedRow = readonly (LaidOutCell | null)[];

/** Writes a laid-out form as .xlsx, every cell as text. The same form gives the same bytes. */
export async function writeSheet(blocks: readonly LaidOutBlock[], arrangement: SheetArrangement = 'one'): Promise<Buffer> {
  const sheets: { name: string; rows: PlacedRow[] }[] = [];
  for (const block of blocks) {
    const rows: PlacedRow[] = block.kind === 'paragraph' ? [[{ text: block.text }]] : placed(block.rows);
    const last = sheets.at(-1);
    const previous = last?.rows.at(-1);
    if (last === undefined) {
      sheets.push({ name: '申报表', rows });
    } else if (arrangement === 'sheet-per-table' && block.kind === 'table' && block.title !== '申报单位' && previous !== undefined) {
      // The heading that stands before the table moves with it.
      sheets.push({ name: sheetName(block.title, sheets.length), rows: [...last.rows.splice(-1), ...rows] });
    } else {
      last.rows.push(...rows);
    }
  }
  const { default: writeSheets } = await import('write-excel-file/node');
  const written = writeSheets(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((row) => row.map((cell) => cellOf(cell))),
      columns: Array.from({ length: 8 }, () => ({ width: 18 })),
    })),
  );
  return withoutTimes({ name: 'form.xlsx', bytes: await written.toBuffer() });
}

function cellOf(cell: LaidOutCell | null): Cell {
  if (cell === null || (cell.text === '' && (cell.across ?? 1) === 1 && (cell.down ?? 1) === 1)) {
    return null;
  }
  const { text, across = 1, down = 1 } = cell;
  return { value: text, type: String, wrap: true, ...(across > 1 ? { columnSpan: across } : {}), ...(down > 1 ? { rowSpan: down } : {}) };
}

/** Puts an empty place wherever a merged cell covers one: a spreadsheet's rows have every column. */
function placed(rows: readonly (readonly LaidOutCell[])[]): PlacedRow[] {
  const reaching = new Map<number, number>();
  return rows.map((row) => {
    const cells: (LaidOutCell | null)[] = [];
    const covered = (): void => {
      for (let left = reaching.get(cells.length) ?? 0; left > 0; left = reaching.get(cells.length) ?? 0) {
        reaching.set(cells.length, left - 1);
        cells.push(null);
      }
    };
    for (const cell of row) {
      covered();
      const start = cells.length;
      for (let offset = 0; offset < (cell.across ?? 1); offset++) {
        reaching.set(start + offset, (cell.down ?? 1) - 1);
        cells.push(offset === 0 ? cell : null);
      }
    }
    covered();
    return cells;
  });
}

function sheetName(title: string, index: number): string {
  return `${index}${title.replaceAll(/[^\u4e00-\u9fff]/gu, '')}`.slice(0, 31);
}
