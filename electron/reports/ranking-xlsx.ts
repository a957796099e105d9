import writeSheets, { type Cell } from 'write-excel-file/node';
import { plainCell } from './plain-cell.ts';
import { rankingColumns, type RankingRow } from './ranking-rows.ts';

/** The ranking as a workbook; points are numbers with two decimals, everything else is text. */
export async function rankingXlsx(rows: readonly RankingRow[], { title, remark }: { title: string; remark: string }): Promise<Buffer> {
  const header: Cell[] = rankingColumns.map((column) => ({ value: column.title, type: String, fontWeight: 'bold', align: 'center' }));
  const body = rows.map((row) =>
    rankingColumns.map(({ key, points }): Cell => {
      const text = row[key];
      return points && text !== ''
        ? { value: Number(text), type: Number, format: '0.00' }
        : { value: plainCell(text), type: String, align: key === 'rank' || key === 'place' ? 'center' : 'left' };
    }),
  );
  const line = (text: string): Cell[] => [{ value: plainCell(text), type: String, columnSpan: rankingColumns.length }];
  return writeSheets([line(title), header, ...body, line(remark)], {
    sheet: '评审排名',
    columns: rankingColumns.map(({ width }) => ({ width })),
    stickyRowsCount: 2,
    orientation: 'landscape',
  }).toBuffer();
}
