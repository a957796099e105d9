import type { FormCell, FormGrid, FormLine } from '#shared/forms/grid.ts';
import { GridBudget } from './grid-budget.ts';
import { laidOutRows } from './laid-out-rows.ts';
import { mergedPlaces } from './merged-places.ts';
import { readSheets, type SheetCell } from './read-sheets.ts';

const empty: FormCell = { text: '', from: 'here' };

/**
 * Reads a .xlsx into a grid: each sheet's name as a line of its own, then its rows, merged cells resolved. Numbers keep the
 * digits they have in the file; dates become `2022-10-20`.
 *
 * Refuses (by throwing) as {@link readSheets} does.
 */
export async function readSheetGrid(file: { name: string; bytes: Uint8Array }): Promise<FormGrid> {
  const lines: FormLine[] = [];
  const budget = new GridBudget(file);
  for (const [index, { name, laidOut, merges }] of laidOutRows(file, await readSheets(file)).entries()) {
    lines.push({ cells: [{ text: name, from: 'here' }], source: `工作表“${name}”`, table: null });
    const coveringOf = mergedPlaces(file, { merges, laidOut });
    /** By the merged area: what stands in its first place. */
    const firstTexts = new Map<object, string>();
    for (const { row, values } of laidOut) {
      const covering = coveringOf(row);
      const cells = values.map((value, column): FormCell => {
        const area = covering.get(column);
        if (area === undefined || (area.top === row && area.left === column)) {
          const text = textOf(value);
          if (area !== undefined) {
            firstTexts.set(area, text);
          }
          return text === '' ? empty : { text, from: 'here' };
        }
        return area.left === column ? budget.counted({ text: firstTexts.get(area) ?? '', from: 'above' }) : { text: '', from: 'left' };
      });
      lines.push({ cells, source: `工作表“${name}” 第${row + 1}行`, table: index + 1 });
    }
  }
  return { lines };
}

/** Every sheet's rows as texts, merged or not. Refuses (by throwing) as {@link readSheets} does. */
export async function readSheetRows(file: { name: string; bytes: Uint8Array }): Promise<string[][]> {
  const sheets = laidOutRows(file, await readSheets(file));
  return sheets.flatMap(({ laidOut }) => laidOut.map(({ values }) => values.map((value) => textOf(value))));
}

function textOf(value: SheetCell['value'] | null): string {
  return value === null ? '' : value === true ? '☑' : value === false ? '☐' : value.trim();
}
