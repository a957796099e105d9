import type { Rubric, RubricItem } from '../domain/rubric.ts';
import type { RoundApplication } from '../domain/round.ts';
import type { Slot } from '../domain/sheet.ts';
import { levelGroupsOf, type Stage } from '../domain/values.ts';

/**
 * The slots that a sheet of this stage has for the application, in the rubric's order: applicant scope once, candidate scope per
 * occupation, level scope per occupation and applied level group (design.md §6). An occupation is known by its name.
 */
export function slotsOf(rubric: Rubric, stage: Stage, application: Pick<RoundApplication, 'occupations'>): Slot[] {
  return rubric.items.filter((item) => item.stage === stage).flatMap((item) => slotsOfItem(item, application));
}

/** The slots of one item. */
export function slotsOfItem(item: RubricItem, { occupations }: Pick<RoundApplication, 'occupations'>): Slot[] {
  switch (item.scope) {
    case 'applicant':
      return [{ item: item.code, occupation: null, levelGroup: null }];
    case 'candidate':
      return occupations.map(({ name }) => ({ item: item.code, occupation: name, levelGroup: null }));
    case 'level':
      return occupations.flatMap(({ name, levels }) =>
        levelGroupsOf(levels).map((levelGroup) => ({ item: item.code, occupation: name, levelGroup })),
      );
  }
}

/** A slot as one string, for maps: equal for equal slots only. */
export function slotKey(slot: Slot): string {
  return JSON.stringify([slot.item, slot.occupation, slot.levelGroup]);
}
