import stringWidth from 'string-width';

export type Column = { readonly title: string; readonly align: 'left' | 'right' };

/** A table for a terminal, in which a Chinese character takes two places. Ends without a line break. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, index) => Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[index] ?? ''))));
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => padded(cells[index] ?? '', { align, width: widths[index] ?? 0 }))
      .join('  ')
      .trimEnd();
  return [line(columns.map(({ title }) => title)), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

function padded(text: string, { align, width }: { align: Column['align']; width: number }): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'left' ? text + space : space + text;
}
