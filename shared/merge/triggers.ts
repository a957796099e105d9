import type { Rubric } from '../domain/rubric.ts';
import type { Slot } from '../domain/sheet.ts';
import { triggeredGate } from '../scoring/index.ts';
import { expectedExperts, type ExpertOnApplication } from './experts-on-application.ts';

/**
 * Which gates some expert's standing value brings up for the panel: for the same occupation and level group, or for all of them where
 * either side has none.
 */
export function triggeredSlots(rubric: Rubric, experts: readonly ExpertOnApplication[]): (slot: Slot) => boolean {
  const triggers = new Map(rubric.items.flatMap((item) => (item.triggers === undefined ? [] : [[item.code, item] as const])));
  const brought = expectedExperts(experts).flatMap(({ statements }) =>
    [...statements.values()].flatMap(({ slot, answer: { value } }) => {
      const item = triggers.get(slot.item);
      const target = item === undefined || value === null ? null : triggeredGate(item, value);
      return target === null ? [] : [{ target, from: slot }];
    }),
  );
  return (slot) => brought.some(({ target, from }) => target === slot.item && meet(from, slot));
}

function meet(one: Slot, other: Slot): boolean {
  const same = (left: string | null, right: string | null) => left === null || right === null || left === right;
  return same(one.occupation, other.occupation) && same(one.levelGroup, other.levelGroup);
}
