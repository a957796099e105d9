import type { TrainingFact } from '../../domain/facts.ts';
import { readNumber } from '../numerals.ts';
import { plain } from '../text.ts';

/**
 * Counts a training record, given as rows of text: a table by year (年度, 人次, 其中：本职业), or one row per course with its date
 * and number of people. The total is the one that is written there, else the sum.
 */
export function readTraining(rows: readonly (readonly string[])[]): Omit<TrainingFact, 'attachment' | 'page'> {
  const header = rows.findIndex(
    (row) => row.some((cell) => yearLabel.test(plain(cell))) && row.some((cell) => countLabel.test(plain(cell))),
  );
  const labels = (rows[header] ?? []).map((cell) => plain(cell));
  const yearColumn = labels.findIndex((label) => yearLabel.test(label));
  const ownColumn = labels.findIndex((label) => /本职业|其中/u.test(label));
  const countColumn = labels.findIndex((label, column) => column !== ownColumn && column !== yearColumn && countLabel.test(label));
  const years = new Map<number, { total: number; ofOccupation: number | null }>();
  let written: number | null = null;
  if (header === -1 || countColumn === -1) {
    return { total: null, years: [] };
  }
  for (const row of rows.slice(header + 1)) {
    const count = readNumber(row[countColumn] ?? '')?.value ?? null;
    const own = ownColumn === -1 ? null : (readNumber(row[ownColumn] ?? '')?.value ?? null);
    const year = Number(/(?:19|20)\d{2}/u.exec(plain(row[yearColumn] ?? ''))?.[0] ?? Number.NaN);
    if (/^(合计|总计|共计|累计)/u.test(plain(row.find((cell) => cell.trim() !== '') ?? ''))) {
      written = count ?? written;
    } else if (Number.isInteger(year) && count !== null) {
      const before = years.get(year);
      years.set(year, {
        total: (before?.total ?? 0) + count,
        ofOccupation: own === null ? (before?.ofOccupation ?? null) : (before?.ofOccupation ?? 0) + own,
      });
    }
  }
  const sum = [...years.values()].reduce((total, year) => total + year.total, 0);
  return {
    total: written ?? (years.size === 0 ? null : sum),
    years: [...years].map(([year, counts]) => ({ year, ...counts })).toSorted((a, b) => a.year - b.year),
  };
}

const yearLabel = /年度|年份|时间|日期|^年$/u;
const countLabel = /人次|人数|数量/u;
