import { plainCell } from '../reports/plain-cell.ts';

/**
 * A text as it stands in a cell: nothing that a spreadsheet would take for a formula (design.md §8). The apostrophe that does it also
 * marks a text that is there but empty, so that {@link textOfCell} gives every text back as it was.
 */
export function cellText(text: string): string {
  return text === '' || text.startsWith("'") ? `'${text}` : plainCell(text);
}

/** The text that a cell stands for; null: the cell is empty. */
export function textOfCell(cell: string): string | null {
  return cell === '' ? null : cell.startsWith("'") ? cell.slice(1) : cell;
}
