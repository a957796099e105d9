import { RefusedError } from '#shared/result.ts';
import { officeLimits } from './office-limits.ts';
import type { Sheet, SheetCell, SheetRow } from './read-sheets.ts';

/** A row as its places from the left; null where nothing stands. Rows count from 0. */
export type LaidOutRow = { readonly row: number; readonly values: readonly (SheetCell['value'] | null)[] };

/** Up to which column, and up to how many places, every row of a sheet is as wide as the widest. */
const common = { width: 256, places: 100_000 };
/** How many empty rows after one another are kept: they part one table from the next. */
const keptGap = 20;

/**
 * The sheets' rows as they are seen, empty ones between them too, but no wider and longer than what stands in them needs: a single cell in the
 * last corner of a sheet makes one long row and no million of them.
 *
 * Refuses (by throwing) `intake/form-too-many-cells`, `intake/form-too-many-rows`.
 */
export function laidOutRows(file: { readonly name: string }, sheets: readonly Sheet[]): (Sheet & { laidOut: LaidOutRow[] })[] {
  const budget = new LayoutBudget(file);
  return sheets.map((sheet) => ({ ...sheet, laidOut: layOut(sheet.rows, budget) }));
}

function layOut(rows: readonly SheetRow[], budget: LayoutBudget): LaidOutRow[] {
  const width = commonWidth(rows);
  const empty = Array.from({ length: width }, () => null);
  const laidOut: LaidOutRow[] = [];
  let next = 0;
  for (const { row, cells } of rows) {
    for (let gap = Math.max(next, row - keptGap); gap < row; gap++) {
      budget.addRow(width);
      laidOut.push({ row: gap, values: empty });
    }
    const length = Math.max(width, lengthOf(cells));
    budget.addRow(length);
    const values: (SheetCell['value'] | null)[] = Array.from({ length }, () => null);
    for (const { column, value } of cells) {
      values[column] = value;
    }
    laidOut.push({ row, values });
    next = row + 1;
  }
  return laidOut;
}

function commonWidth(rows: readonly SheetRow[]): number {
  const width = Math.min(
    common.width,
    rows.reduce((most, { cells }) => Math.max(most, lengthOf(cells)), 0),
  );
  return width * rows.length > common.places ? 0 : width;
}

function lengthOf(cells: readonly SheetCell[]): number {
  return (cells.at(-1)?.column ?? -1) + 1;
}

class LayoutBudget {
  readonly #name: string;
  #rows: number = officeLimits.rows;
  #places: number = officeLimits.places;

  constructor(file: { readonly name: string }) {
    this.#name = file.name;
  }

  addRow(places: number): void {
    this.#rows--;
    this.#places -= places;
    if (this.#rows < 0) {
      throw new RefusedError('intake/form-too-many-rows', { name: this.#name, limit: officeLimits.rows });
    }
    if (this.#places < 0) {
      throw new RefusedError('intake/form-too-many-cells', { name: this.#name, limit: officeLimits.places });
    }
  }
}
