import * as z from 'zod';
import type { FormGrid, FormLine } from './grid.ts';
import { maskIdNumbers } from './mask-id-numbers.ts';

const cellSchema = z.object({ text: z.string(), columns: z.int().positive(), rows: z.int().positive() });

/** A document as its paragraphs and tables; each line says where it stands (表3 第7行). No markup of the document is in it. */
export const previewBlockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string(), source: z.string() }),
  z.object({ kind: z.literal('table'), rows: z.array(z.object({ source: z.string(), cells: z.array(cellSchema) })) }),
]);
export type PreviewBlock = z.infer<typeof previewBlockSchema>;
type PreviewTable = Extract<PreviewBlock, { kind: 'table' }>;
type PreviewCell = z.infer<typeof cellSchema>;

/** How much of a document a screen shows. */
export const previewLimits = { lines: 3000, columns: 64, cellCharacters: 4000, characters: 500_000 } as const;

/** The blocks of a document that was read into lines; `cut` when it has more than a screen should hold. ID numbers are masked. */
export function previewBlocks({ lines }: FormGrid): { blocks: PreviewBlock[]; cut: boolean } {
  const blocks: PreviewBlock[] = [];
  let open: { number: number; table: TableInMaking } | null = null;
  let characters = 0;
  let cut = lines.length > previewLimits.lines;
  for (const line of lines.slice(0, previewLimits.lines)) {
    const short = shortened(line);
    cut ||= short.cut;
    characters += short.cells.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > previewLimits.characters) {
      cut = true;
      break;
    }
    if (line.table === null) {
      open = null;
      blocks.push({ kind: 'paragraph', text: short.cells.map(({ text }) => text).join(' '), source: line.source });
    } else {
      if (open === null || open.number !== line.table) {
        open = { number: line.table, table: new TableInMaking() };
        blocks.push(open.table.block);
      }
      open.table.add({ ...line, cells: short.cells });
    }
  }
  return { blocks, cut };
}

function shortened({ cells }: FormLine): { cells: FormLine['cells']; cut: boolean } {
  // Spreadsheets are full of cells that were only once coloured.
  const used = cells.findLastIndex(({ text, from }) => text !== '' || from !== 'here') + 1;
  const kept = cells.slice(0, Math.min(used, previewLimits.columns));
  return {
    cells: kept.map(({ text, from }) => ({ text: maskIdNumbers(text.slice(0, previewLimits.cellCharacters)), from })),
    cut: used > kept.length || kept.some(({ text }) => text.length > previewLimits.cellCharacters),
  };
}

/** Puts merged cells together again: places that a cell covers make it wider or higher. */
class TableInMaking {
  readonly block: PreviewTable = { kind: 'table', rows: [] };
  /** By column: the cell that covers it in the row before. */
  #above: (PreviewCell | undefined)[] = [];

  add({ cells, source }: FormLine): void {
    const row: PreviewCell[] = [];
    const covering: (PreviewCell | undefined)[] = [];
    const grown = new Set<PreviewCell>();
    cells.forEach(({ text, from }, column) => {
      const above = this.#above[column];
      const left = covering[column - 1];
      if (from === 'above' && above !== undefined) {
        if (!grown.has(above)) {
          above.rows += 1;
          grown.add(above);
        }
        covering.push(above);
      } else if (from === 'left' && left !== undefined) {
        if (!grown.has(left)) {
          left.columns += 1;
        }
        covering.push(left);
      } else {
        const cell = { text, columns: 1, rows: 1 };
        row.push(cell);
        covering.push(cell);
      }
    });
    this.#above = covering;
    this.block.rows.push({ source, cells: row });
  }
}
