import type { CellProblem } from '#shared/api/rubrics.ts';
import { plain } from '#shared/forms/text.ts';
import { decimalSchema, pointsSchema } from '#shared/domain/values.ts';
import type { RefusalCode } from '#shared/refusals/codes.ts';
import { textOfCell } from './cell-text.ts';
import type { FileCell } from './read-cells.ts';

/** Reads the values of cells and keeps what is wrong with them; a value that is wrong is `undefined`. */
export class CellValues {
  readonly problems: CellProblem[] = [];

  refuse(cell: FileCell, code: RefusalCode, details: Record<string, string | number> = {}): undefined {
    // A cell is quoted as far as a message can show it.
    const shown = cell.text.length > 40 ? `${cell.text.slice(0, 40)}…` : cell.text;
    this.problems.push({
      cell: cell.place,
      refusal: { code, details: { cell: cell.place, column: cell.column, text: shown, ...details } },
    });
    return undefined;
  }

  /** Whether nothing stands in the cell. */
  isEmpty(cell: FileCell): boolean {
    return cell.text.trim() === '';
  }

  text(cell: FileCell, limit: number): string | undefined {
    const value = textOfCell(cell.text);
    if (value === null) {
      return this.refuse(cell, 'rubric-file/value-missing');
    }
    return value.length > limit ? this.refuse(cell, 'rubric-file/too-long', { limit }) : value;
  }

  /** An id: one that is there but empty is none. */
  id(cell: FileCell): string | undefined {
    const value = this.text(cell, 128);
    return value === '' ? this.refuse(cell, 'rubric-file/value-missing') : value;
  }

  optionalText(cell: FileCell, limit: number): string | undefined {
    return cell.text === '' ? undefined : this.text(cell, limit);
  }

  /** Points with two decimals, whatever way a spreadsheet writes the number: 3, 3.5, 0.30000000000000004. */
  points(cell: FileCell): string | undefined {
    const digits = plain(cell.text);
    const number = Number(digits);
    const value = number.toFixed(2);
    const isNumber = /^\d+(?:\.\d+)?(?:e-?\d+)?$/iu.test(digits) && Math.abs(Number(value) - number) < 1e-9;
    if (this.isEmpty(cell)) {
      return this.refuse(cell, 'rubric-file/value-missing');
    }
    return isNumber && pointsSchema.safeParse(value).success ? value : this.refuse(cell, 'rubric-file/not-points');
  }

  decimal(cell: FileCell): string | undefined {
    const value = plain(textOfCell(cell.text) ?? '');
    if (value === '') {
      return this.refuse(cell, 'rubric-file/value-missing');
    }
    return decimalSchema.safeParse(value).success ? value : this.refuse(cell, 'rubric-file/not-number');
  }

  whole(cell: FileCell): number | undefined {
    const value = plain(textOfCell(cell.text) ?? '');
    return /^[1-9]\d{0,8}$/u.test(value) ? Number(value) : this.refuse(cell, 'rubric-file/not-whole');
  }

  /** One of a few words, in either language or by its code. */
  oneOf<Code extends string>(
    cell: FileCell,
    words: { readonly zh: Readonly<Record<Code, string>>; readonly en: Readonly<Record<Code, string>> },
    codes: readonly Code[],
  ): Code | undefined {
    const said = plain(cell.text).toLowerCase();
    const found = codes.find((code) => [code, words.zh[code], words.en[code]].some((word) => plain(word).toLowerCase() === said));
    if (said === '') {
      return this.refuse(cell, 'rubric-file/value-missing');
    }
    return found ?? this.refuse(cell, 'rubric-file/not-choice', { choices: codes.map((code) => words.zh[code]).join('、') });
  }
}
