import type { SheetView } from '#shared/api/sheets.ts';
import type { Rubric, RubricItem } from '#shared/domain/rubric.ts';
import type { Answer, Entry, OpenProposal, Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import { formatPoints, parsePoints } from '#shared/points/hundredths.ts';
import type { SavingState } from '../../app/answers/answer-queue.ts';
import { entriesBySlot } from '#shared/scoring/completeness.ts';
import { isBlank } from '#shared/scoring/score-answer.ts';
import { slotKey } from '#shared/scoring/slots.ts';

/** A slot with the item that asks it and what is on the sheet there. */
export type Line = {
  readonly key: string;
  readonly slot: SheetView['slots'][number];
  readonly item: RubricItem;
  readonly entry: Entry | null;
};

/** Where a line's answer belongs on the sheet. */
export function slotOf({ slot: { item, occupation, levelGroup } }: { readonly slot: Slot }): Slot {
  return { item, occupation, levelGroup };
}

export const blankAnswer: Answer = { value: null, points: null, verdict: null, comment: '', evidence: [] };

/** The lines of a sheet in the rubric's order. */
export function linesOf(rubric: Rubric, view: SheetView): Line[] {
  const items = new Map(rubric.items.map((item) => [item.code, item]));
  const entries = entriesBySlot(view.sheet);
  return view.slots.flatMap((slot) => {
    const item = items.get(slot.item);
    const key = slotKey(slot);
    return item === undefined ? [] : [{ key, slot, item, entry: entries.get(key) ?? null }];
  });
}

/** The lines under their categories, in order. */
export function byCategory(lines: readonly Line[]): { category: string; lines: Line[] }[] {
  const groups: { category: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.category === line.item.category) {
      last.lines.push(line);
    } else {
      groups.push({ category: line.item.category, lines: [line] });
    }
  }
  return groups;
}

/** What the entries of one occupation add up to so far. Several slots of one item (level groups) are not added here: see the ranking. */
export function pointsSoFar(lines: readonly Line[]): string {
  return formatPoints(
    lines.reduce((sum, { entry }) => sum + (entry === null || entry.points === null ? 0n : parsePoints(entry.points)), 0n),
  );
}

/** Whether the sum of the lines' points is the stage's total: true when no item has more than one slot. */
export function isPlainSum(lines: readonly Line[]): boolean {
  return new Set(lines.map((line) => line.item.code)).size === lines.length;
}

export function stageMaximum(rubric: Rubric, stage: Stage): string {
  return formatPoints(rubric.items.filter((item) => item.stage === stage).reduce((sum, item) => sum + parsePoints(item.max), 0n));
}

/** The answer that accepting a proposal gives; comment and evidence stay as they are, half of another value does not. */
export function acceptedAnswer(item: RubricItem, { verdict, value, points }: OpenProposal, { comment, evidence }: Answer): Answer {
  return { comment, evidence, value, points, verdict: item.kind === 'gate' ? verdict : null };
}

/** What is to be seen at an item: what is on its way to the disk, else the newer of what was kept from here and what was read. */
export function standingAnswer(saving: SavingState | null, entry: Entry | null): Answer {
  if (saving === null) {
    return answerOf(entry);
  }
  if (saving.kind !== 'saved') {
    return saving.answer;
  }
  return answerOf(entry !== null && entry.recordedAt > saving.entry.recordedAt ? entry : saving.entry);
}

/** The open and blank lines that the checks find met: what can be accepted in one step. */
export function linesToAccept(lines: readonly Line[]): Line[] {
  return lines.filter(
    ({ item, slot, entry }) => slot.lock.kind === 'open' && slot.proposed?.verdict === 'met' && (entry === null || isBlank(item, entry)),
  );
}

/** Whether a sheet is one to be marked complete: mine, changed since it was sealed last, and not complete. */
export function canComplete({ sheet, state }: Pick<SheetView, 'sheet' | 'state'>): boolean {
  return (state === 'draft' || state === 'empty' || state === 'returned') && (sheet === null || sheet.completedAt === null);
}

/** The next line with no answer, looking on from `current` and round to it again; null when all are answered. */
export function nextBlank(lines: readonly Line[], current: Line | undefined): Line | null {
  const from = current === undefined ? 0 : lines.indexOf(current) + 1;
  const inTurn = [...lines.slice(from), ...lines.slice(0, from)];
  return inTurn.find(({ item, entry }) => entry === null || isBlank(item, entry)) ?? null;
}

/** The parts of an entry that make its answer. */
export function answerOf(entry: Entry | null): Answer {
  if (entry === null) {
    return blankAnswer;
  }
  const { value, points, verdict, comment, evidence, measurements, partial, typed } = entry;
  return {
    value,
    points,
    verdict,
    comment,
    evidence,
    ...(measurements === undefined ? {} : { measurements }),
    ...(partial === undefined ? {} : { partial }),
    ...(typed === undefined ? {} : { typed }),
  };
}
