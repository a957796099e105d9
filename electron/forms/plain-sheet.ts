import { RefusedError } from '#shared/result.ts';
import { officeLimits } from './office-limits.ts';
import { walkXml, type XmlElement } from './walk-xml.ts';

/** An area of merged cells; rows and columns from 0, all inclusive. */
export type Area = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

/** A worksheet's part with nothing left in it but its cells, each where it stands, in the one way that leaves no questions. */
export type PlainSheet = { readonly xml: string; readonly merges: readonly Area[] };

const last = { row: 1_048_576, column: 16_384 };

/** What a workbook's sheets may still hold together. */
export class WorkbookBudget {
  readonly #name: string;
  #cells: number = officeLimits.cells;
  #characters: number = officeLimits.characters;

  constructor(file: { readonly name: string }) {
    this.#name = file.name;
  }

  /** Refuses (by throwing) `intake/form-too-many-cells`, `intake/form-too-much-text`. */
  addCell(characters: number): void {
    this.#cells--;
    this.#characters -= characters;
    if (this.#cells < 0) {
      throw new RefusedError('intake/form-too-many-cells', { name: this.#name, limit: officeLimits.cells });
    }
    if (this.#characters < 0) {
      throw new RefusedError('intake/form-too-much-text', { name: this.#name, limit: officeLimits.characters });
    }
  }
}

type Cell = { row: number; column: number; type: string; style: string; value: string; inline: string };

/**
 * Writes a worksheet's part anew for SheetJS, counting as it goes. Cells without a place get it; what is empty, formulas, links, notes and
 * everything else around the cells is left out. Numbers of more digits than a double holds (18-digit ID numbers, `1.23E+17`) become texts, so
 * that nobody's digits are made up; so do errors and dates that are written as text. `strings` holds how long each shared string is.
 *
 * Refuses (by throwing) `intake/form-unreadable`, `intake/form-too-deep`, `intake/form-too-many-merges`, and as the budget does.
 */
export function plainSheet(
  file: { readonly name: string; readonly xml: string },
  { strings, budget }: { strings: readonly number[]; budget: WorkbookBudget },
): PlainSheet {
  const sheet = new SheetInMaking(file, { strings, budget });
  walkXml(file, {
    open: (element) => sheet.open(element),
    text: (raw) => sheet.text(raw),
    close: ({ localName, depth }) => sheet.close(localName, depth),
  });
  return { xml: sheet.xml(), merges: sheet.merges };
}

class SheetInMaking {
  readonly merges: Area[] = [];
  readonly #out: string[] = [];
  readonly #file: { readonly name: string };
  readonly #strings: readonly number[];
  readonly #budget: WorkbookBudget;
  /** The element of depth 2, of whose insides only `sheetData` and `mergeCells` are read. */
  #part = '';
  #row = 0;
  #column = 0;
  #rowIsOpen = false;
  #cell: Cell | null = null;
  /** Where a text belongs that comes next. */
  #into: 'value' | 'inline' | null = null;
  /** The depth of a reading aid for characters (`rPh`), which is no part of the text. */
  #phonetic: number | null = null;

  constructor(file: { readonly name: string }, { strings, budget }: { strings: readonly number[]; budget: WorkbookBudget }) {
    this.#file = file;
    this.#strings = strings;
    this.#budget = budget;
  }

  xml(): string {
    return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${this.#out.join('')}</sheetData></worksheet>`;
  }

  open(element: XmlElement): void {
    const { localName, depth, attributes } = element;
    if (depth === 2) {
      this.#part = localName;
    } else if (depth === 3 && this.#part === 'mergeCells' && localName === 'mergeCell') {
      this.#merge(attributes['ref'] ?? '');
    } else if (depth === 3 && this.#part === 'sheetData' && localName === 'row') {
      this.#row = attributes['r'] === undefined ? this.#row + 1 : Number(attributes['r']);
      this.#column = 0;
    } else if (depth === 4 && this.#part === 'sheetData' && localName === 'c') {
      this.#cell = { ...this.#place(attributes['r']), type: attributes['t'] ?? 'n', style: attributes['s'] ?? '', value: '', inline: '' };
    } else if (this.#cell !== null) {
      this.#openInCell(localName, depth);
    }
  }

  #openInCell(localName: string, depth: number): void {
    if (depth === 5 && localName === 'v') {
      this.#into = 'value';
    } else if (localName === 'rPh') {
      this.#phonetic = depth;
    } else if (localName === 't' && depth > 5 && this.#phonetic === null) {
      this.#into = 'inline';
    }
  }

  text(raw: string): void {
    if (this.#cell !== null && this.#into !== null) {
      this.#cell[this.#into] += raw;
    }
  }

  close(localName: string, depth: number): void {
    if (depth === this.#phonetic) {
      this.#phonetic = null;
    }
    if (depth > 4) {
      this.#into = null;
    } else if (depth === 4 && this.#cell !== null) {
      this.#write(this.#cell);
      this.#cell = null;
    } else if (depth === 3 && localName === 'row' && this.#rowIsOpen) {
      this.#out.push('</row>');
      this.#rowIsOpen = false;
    }
  }

  /** Where a cell stands: as it says, else right of the one before. */
  #place(reference: string | undefined): { row: number; column: number } {
    const place = reference === undefined ? { row: this.#row, column: this.#column + 1 } : placeOf(reference);
    if (place === null || !(place.row >= 1 && place.row <= last.row && place.column <= last.column)) {
      throw new RefusedError('intake/form-unreadable', { name: this.#file.name });
    }
    this.#row = place.row;
    this.#column = place.column;
    return place;
  }

  #merge(reference: string): void {
    const [from = null, to = from] = reference.split(':').map((corner) => placeOf(corner));
    if (from === null || to === null) {
      return;
    }
    if (this.merges.length === officeLimits.merges) {
      throw new RefusedError('intake/form-too-many-merges', { name: this.#file.name, limit: officeLimits.merges });
    }
    this.merges.push({
      top: Math.min(from.row, to.row) - 1,
      bottom: Math.max(from.row, to.row) - 1,
      left: Math.min(from.column, to.column) - 1,
      right: Math.max(from.column, to.column) - 1,
    });
  }

  #write(cell: Cell): void {
    const written = this.#contents(cell);
    if (written === null) {
      return;
    }
    this.#budget.addCell(written.characters);
    if (!this.#rowIsOpen) {
      this.#out.push(`<row r="${cell.row}">`);
      this.#rowIsOpen = true;
    }
    const style = /^\d{1,9}$/u.test(cell.style) ? ` s="${cell.style}"` : '';
    this.#out.push(`<c r="${lettersOf(cell.column)}${cell.row}"${style} t="${written.type}">${written.xml}</c>`);
  }

  /** null: the cell is empty. */
  #contents({ type, value, inline }: Cell): { type: string; xml: string; characters: number } | null {
    switch (type) {
      case 's': {
        const characters = /^\s*\d{1,9}\s*$/u.test(value) ? this.#strings[Number(value)] : undefined;
        if (value === '') {
          return null;
        }
        if (characters === undefined) {
          throw new RefusedError('intake/form-unreadable', { name: this.#file.name });
        }
        return { type, xml: `<v>${value}</v>`, characters };
      }
      case 'b':
        return value === '' ? null : { type, xml: `<v>${value}</v>`, characters: 1 };
      case 'inlineStr':
        return textCell(inline);
      case 'str':
      case 'e':
        return textCell(value);
      case 'd':
        // 2022-10-20T00:00:00
        return textCell(value.slice(0, 10));
      default: {
        const number = Number(value);
        return value.trim() === ''
          ? null
          : Math.abs(number) < 1e15
            ? { type: 'n', xml: `<v>${number}</v>`, characters: value.length }
            : textCell(value);
      }
    }
  }
}

function textCell(raw: string): { type: string; xml: string; characters: number } | null {
  return raw === '' ? null : { type: 'inlineStr', xml: `<is><t>${raw}</t></is>`, characters: raw.length };
}

/** Where a reference such as B7 points to, both from 1; null for none. */
function placeOf(reference: string): { row: number; column: number } | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/u.exec(reference.toUpperCase()) ?? [];
  if (letters === undefined || row === undefined) {
    return null;
  }
  const column = Array.from(letters).reduce((number, letter) => number * 26 + (letter.codePointAt(0) ?? 64) - 64, 0);
  return { row: Number(row), column };
}

/** The letters of a column, from 1. */
function lettersOf(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return (before > 0 ? lettersOf(before) : '') + String.fromCodePoint(65 + rest);
}
