import * as z from 'zod';
import type { FormCell, FormGrid, FormLine } from '#shared/forms/grid.ts';
import { RefusedError } from '#shared/result.ts';
import { GridBudget } from './grid-budget.ts';
import { unpackOffice } from './office-archive.ts';
import { packParts } from './pack-parts.ts';
import { plainDocument } from './plain-document.ts';

/** The part of mammoth's document tree that is read here. */
type Element = {
  readonly type: string;
  readonly children?: Element[] | undefined;
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly font?: string | null | undefined;
  readonly colSpan?: number | undefined;
  readonly rowSpan?: number | undefined;
};
const elementSchema: z.ZodType<Element> = z.lazy(() =>
  z.object({
    type: z.string(),
    children: z.array(elementSchema).optional(),
    value: z.string().optional(),
    checked: z.boolean().optional(),
    font: z.string().nullable().optional(),
    colSpan: z.number().optional(),
    rowSpan: z.number().optional(),
  }),
);

/** Boxes and ticks that Word's symbol fonts draw with ordinary characters. */
const symbols: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Wingdings: { þ: '☑', '\uf0fe': '☑', ý: '☒', '\uf0fd': '☒', ü: '✓', '\uf0fc': '✓', '¨': '□', '\uf0a8': '□', n: '■', '\uf06e': '■' },
  'Wingdings 2': { R: '☑', '\uf052': '☑', S: '☒', '\uf053': '☒', P: '✓', '\uf050': '✓', '£': '□', '\uf0a3': '□' },
};

/**
 * Reads a .docx into a grid: paragraphs and tables in order, merged cells resolved, nested tables after the row that holds them.
 *
 * Refuses (by throwing) `intake/form-unreadable`, `intake/form-encrypted`, `intake/legacy-doc`, `intake/form-too-…`.
 */
export async function readWordGrid(file: { name: string; bytes: Uint8Array }): Promise<FormGrid> {
  const archive = await plainArchive(file);
  const { default: mammoth } = await import('mammoth');
  let root: Element | null = null;
  try {
    await mammoth.convertToHtml(
      { buffer: archive },
      {
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        // The tree itself is wanted; what is made into HTML is an empty document.
        transformDocument: (document: unknown): unknown => {
          root = elementSchema.parse(document);
          return { type: 'document', children: [], notes: { resolve: () => null }, comments: [] };
        },
      },
    );
  } catch (error) {
    if (error instanceof z.ZodError) {
      throw error;
    }
    throw new RefusedError('intake/form-unreadable', { name: file.name });
  }
  const lines: FormLine[] = [];
  readBlocks(root ?? { type: 'document' }, { lines, tables: 0, paragraphs: 0, budget: new GridBudget(file) });
  return { lines };
}

/** The document and what leads to it: of styles, numbers, notes and pictures nothing is read here. */
async function plainArchive(file: { name: string; bytes: Uint8Array }): Promise<Buffer> {
  const isLink = (part: string): boolean => part.endsWith('.rels') || part === '[Content_Types].xml';
  const isDocument = (part: string): boolean => /^document\d*\.xml$/iu.test(part.slice(part.lastIndexOf('/') + 1));
  const parts = await unpackOffice({ ...file, wanted: (part) => isLink(part) || (isDocument(part) && !part.includes('glossary/')) });
  return packParts(plainDocument(file, parts), 0);
}

type Progress = { lines: FormLine[]; tables: number; paragraphs: number; readonly budget: GridBudget };

function readBlocks(parent: Element, progress: Progress): void {
  for (const block of parent.children ?? []) {
    if (block.type === 'table') {
      readTable(block, progress);
    } else if (block.type === 'paragraph') {
      progress.paragraphs++;
      const text = textOf(block);
      if (text.trim() !== '') {
        progress.lines.push({
          cells: [progress.budget.counted({ text, from: 'here' })],
          source: `第${progress.paragraphs}段`,
          table: null,
        });
      }
    } else {
      readBlocks(block, progress);
    }
  }
}

function readTable(table: Element, progress: Progress): void {
  const number = ++progress.tables;
  /** By column: the cell that reaches down into the row, and how many rows of it are left. */
  const reaching = new Map<number, { text: string; left: number }>();
  (table.children ?? []).forEach((row, rowIndex) => {
    const cells: FormCell[] = [];
    const nested: Element[] = [];
    const covered = (): void => {
      for (let above = reaching.get(cells.length); above !== undefined && above.left > 0; above = reaching.get(cells.length)) {
        above.left--;
        cells.push(progress.budget.counted({ text: above.text, from: 'above' }));
      }
    };
    for (const cell of row.children ?? []) {
      covered();
      const paragraphs = (cell.children ?? []).filter((child) => child.type !== 'table');
      nested.push(...(cell.children ?? []).filter((child) => child.type === 'table'));
      const text = paragraphs
        .map((paragraph) => textOf(paragraph))
        .join('\n')
        .trim();
      const span = Math.min(cell.colSpan ?? 1, 200);
      for (let offset = 0; offset < span; offset++) {
        reaching.set(cells.length, { text: offset === 0 ? text : '', left: (cell.rowSpan ?? 1) - 1 });
        cells.push(progress.budget.counted(offset === 0 ? { text, from: 'here' } : { text: '', from: 'left' }));
      }
    }
    covered();
    progress.lines.push({ cells, source: `表${number} 第${rowIndex + 1}行`, table: number });
    nested.forEach((inner) => readTable(inner, progress));
  });
}

function textOf(element: Element, font: string | null = null): string {
  switch (element.type) {
    case 'text': {
      const map = font === null ? undefined : symbols[font];
      return map === undefined
        ? (element.value ?? '')
        : Array.from(element.value ?? '')
            .map((character) => map[character] ?? character)
            .join('');
    }
    case 'tab':
      return '    ';
    case 'break':
      return '\n';
    case 'checkbox':
      return element.checked === true ? '☑' : '☐';
    case 'table':
      return '';
    default:
      return (element.children ?? []).map((child) => textOf(child, element.type === 'run' ? (element.font ?? font) : font)).join('');
  }
}
