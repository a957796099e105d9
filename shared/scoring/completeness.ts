import type { Rubric } from '../domain/rubric.ts';
import type { Entry, Sheet, Slot } from '../domain/sheet.ts';
import { type Hundredths, parsePoints } from '../points/hundredths.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { isBlank, scoreAnswer } from './score-answer.ts';
import { slotKey } from './slots.ts';
import { isUnfinished } from './typing.ts';

/** A slot that keeps a sheet from being complete, and why, as a refusal with its sentence. */
export type Missing = { readonly slot: Slot; readonly refusal: Refusal };

type WhatIsOnTheSheet = Pick<Sheet, 'entries'> | null;

/**
 * Everything that is in the way of completing a sheet, in the order of `slots`: blank slots (`sheet/blank`), half-given answers (`sheet/unfinished`), a wanted comment
 * (`sheet/comment-missing`), and answers that no longer hold (the refusals of `scoreAnswer`). Empty = complete.
 */
export function completeness(rubric: Rubric, sheet: WhatIsOnTheSheet, slots: readonly Slot[]): Missing[] {
  const items = new Map(rubric.items.map((item) => [item.code, item]));
  const entries = entriesBySlot(sheet);
  return slots.flatMap((slot): Missing[] => {
    const item = items.get(slot.item);
    if (item === undefined) {
      return [{ slot, refusal: { code: 'sheet/slot-unknown', details: { item: slot.item } } }];
    }
    const entry = entries.get(slotKey(slot));
    if (entry === undefined) {
      return [{ slot, refusal: { code: 'sheet/blank', details: { item: item.code } } }];
    }
    const scored = scoreAnswer(item, entry);
    if (isUnfinished(item, entry)) {
      return [{ slot, refusal: { code: 'sheet/unfinished', details: { item: item.code } } }];
    }
    if (!scored.ok) {
      return [{ slot, refusal: scored.refusal }];
    }
    return scored.value.commentMissing ? [{ slot, refusal: { code: 'sheet/comment-missing', details: { item: item.code } } }] : [];
  });
}

/** How many of the slots have an answer. Zero, 不符合 and 不适用 are answers; a blank slot and a comment alone are not. */
export function progress(
  rubric: Rubric,
  sheet: WhatIsOnTheSheet,
  slots: readonly Slot[],
): { filled: number; blank: number; total: number } {
  const items = new Map(rubric.items.map((item) => [item.code, item]));
  const entries = entriesBySlot(sheet);
  const filled = slots.filter((slot) => {
    const [item, entry] = [items.get(slot.item), entries.get(slotKey(slot))];
    return item !== undefined && entry !== undefined && !isBlank(item, entry);
  }).length;
  return { filled, blank: slots.length - filled, total: slots.length };
}

/** The points of an entry in hundredths; null where it is blank or a gate: blank is not zero. */
export function entryPoints(entry: Pick<Entry, 'points'>): Hundredths | null {
  return entry.points === null ? null : parsePoints(entry.points);
}

/** The entries of a sheet by `slotKey`. */
export function entriesBySlot(sheet: WhatIsOnTheSheet): Map<string, Entry> {
  return new Map(sheet?.entries.map((entry) => [slotKey(entry), entry]));
}
