import type { Answer, Entry, Slot } from '../domain/sheet.ts';
import type { Stage } from '../domain/values.ts';
import type { ScoreDocument } from '../packages/documents.ts';
import { slotKey } from '../scoring/index.ts';

/** A place in a score document. */
export type SheetSlot = Slot & { readonly application: string; readonly stage: Stage };

/** One answer in an older and a newer version of an expert's score; null where there is none. */
export type AnswerPair = SheetSlot & {
  readonly before: Answer | null;
  readonly after: Answer | null;
  /** Why the older one gave way, as its history says; null when it did not. */
  readonly reason: string | null;
};

/**
 * Old and new side by side: every answer that differs between two versions, and those `asked` for whether they differ or not, in the
 * order of the older document and then of the newer.
 */
export function changedAnswers(before: ScoreDocument, after: ScoreDocument, asked: readonly SheetSlot[]): AnswerPair[] {
  const [older, newer] = [entriesOf(before), entriesOf(after)];
  const places = new Map([...asked.map((slot) => [placeOf(slot), slot] as const), ...slotsIn(older), ...slotsIn(newer)]);
  const wanted = new Set(asked.map(placeOf));
  return [...places].flatMap(([place, { application, stage, item, occupation, levelGroup }]): AnswerPair[] => {
    const [was, is] = [older.get(place)?.entry ?? null, newer.get(place)?.entry ?? null];
    const [old, now] = [answerOf(was), answerOf(is)];
    const differs = JSON.stringify(old) !== JSON.stringify(now);
    return differs || wanted.has(place)
      ? [
          {
            application,
            stage,
            item,
            occupation,
            levelGroup,
            before: old,
            after: now,
            reason: differs ? (is?.history.at(-1)?.reason ?? null) : null,
          },
        ]
      : [];
  });
}

type Placed = { readonly slot: SheetSlot; readonly entry: Entry };

function placeOf(slot: SheetSlot): string {
  return JSON.stringify([slot.application, slot.stage, slotKey(slot)]);
}

function entriesOf({ sheets }: ScoreDocument): Map<string, Placed> {
  return new Map(
    sheets.flatMap(({ application, stage, entries }) =>
      entries.map((entry) => {
        const slot = { application, stage, item: entry.item, occupation: entry.occupation, levelGroup: entry.levelGroup };
        return [placeOf(slot), { slot, entry }] as const;
      }),
    ),
  );
}

function slotsIn(entries: ReadonlyMap<string, Placed>): (readonly [string, SheetSlot])[] {
  return [...entries].map(([place, { slot }]) => [place, slot]);
}

/** The answer in one order of its keys, so that equal answers have equal JSON. */
function answerOf(entry: Entry | null): Answer | null {
  if (entry === null) {
    return null;
  }
  const { value, points, verdict, comment, evidence } = entry;
  return { value, points, verdict, comment, evidence };
}
