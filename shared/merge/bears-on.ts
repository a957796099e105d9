import type { Slot } from '../domain/sheet.ts';
import type { LevelGroup } from '../domain/values.ts';

/** A level group of an occupation that an application applies for. */
export type GroupRef = { readonly occupation: string; readonly group: LevelGroup };

/** Whether a slot counts for a level group: the applicant's and the candidate's for each of them, a group's own for that one alone. */
export function bearsOn(slot: Pick<Slot, 'occupation' | 'levelGroup'>, { occupation, group }: GroupRef): boolean {
  return (slot.occupation === null || slot.occupation === occupation) && (slot.levelGroup === null || slot.levelGroup === group);
}
