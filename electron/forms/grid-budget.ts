import type { FormCell } from '#shared/forms/grid.ts';
import { RefusedError } from '#shared/result.ts';
import { officeLimits } from './office-limits.ts';

/** What a grid may still hold; merged cells count at each of their places, for whoever takes the grid gets their text as often. */
export class GridBudget {
  readonly #name: string;
  #places: number = officeLimits.places;
  #characters: number = officeLimits.characters;

  constructor(file: { readonly name: string }) {
    this.#name = file.name;
  }

  /** The cell, once it is counted. Refuses (by throwing) `intake/form-too-many-cells`, `intake/form-too-much-text`. */
  counted(cell: FormCell): FormCell {
    this.#places--;
    this.#characters -= cell.text.length;
    if (this.#places < 0) {
      throw new RefusedError('intake/form-too-many-cells', { name: this.#name, limit: officeLimits.places });
    }
    if (this.#characters < 0) {
      throw new RefusedError('intake/form-too-much-text', { name: this.#name, limit: officeLimits.characters });
    }
    return cell;
  }
}
