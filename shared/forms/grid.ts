/**
 * A form as a file shows it, whether it came from Word or from a spreadsheet: lines of cells, and where each line stands.
 * A paragraph is a line of one cell. Cells keep their column: a merged cell's text stands at its first position.
 */
export type FormCell = {
  readonly text: string;
  /** Where the text was written: `left` and `above` are the covered places of a merged cell (`above` repeats its text). */
  readonly from: 'here' | 'left' | 'above';
};

export type FormLine = {
  readonly cells: readonly FormCell[];
  /** As a person would find it: 表3 第7行. */
  readonly source: string;
  /** The number of the table (or sheet) it belongs to; null for a paragraph. */
  readonly table: number | null;
};

export type FormGrid = { readonly lines: readonly FormLine[] };
