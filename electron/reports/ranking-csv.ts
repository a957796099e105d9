import { plainCell } from './plain-cell.ts';
import { rankingColumns, type RankingRow } from './ranking-rows.ts';

/** The ranking as RFC 4180 CSV, with the byte order mark without which Excel misreads Chinese. `remark` becomes a last row. */
export function rankingCsv(rows: readonly RankingRow[], remark: string): Buffer {
  const lines = [rankingColumns.map(({ title }) => title), ...rows.map((row) => rankingColumns.map(({ key }) => row[key])), [remark]];
  return Buffer.from(`\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`, 'utf8');
}

function quoted(text: string): string {
  const plain = plainCell(text);
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
