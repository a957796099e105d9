import type { SheetView } from '#shared/api/sheets.ts';
import type { Rubric, RubricItem } from '#shared/domain/rubric.ts';
import type { Answer, Entry, OpenProposal } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import { formatPoints, parsePoints } from '#shared/points/hundredths.ts';
import { entriesBySlot } from '#shared/scoring/completeness.ts';
import { slotKey } from '#shared/scoring/slots.ts';

/** A slot with the item that asks it and what is on the sheet there. */
export type Line = {
  readonly key: string;
  readonly slot: SheetView['slots'][number];
  readonly item: RubricItem;
  readonly entry: Entry | null;
};

export const blankAnswer: Answer = { value: null, points: null, verdict: null, comment: '', evidence: [] };

/** The lines of a sheet in the rubric's order. */
export function linesOf(rubric: Rubric, view: SheetView): Line[] {
  const items = new Map(rubric.items.map((item) => [item.code, item]));
  const entries = entriesBySlot(view.sheet);
  return view.slots.flatMap((slot) => {
    const item = items.get(slot.item);
    const key = slotKey({ item: slot.item, occupation: slot.occupation, levelGroup: slot.levelGroup });
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

/** The answer that accepting a proposal gives; comment and evidence stay as they are. */
export function acceptedAnswer(item: RubricItem, { verdict, value, points }: OpenProposal, before: Answer): Answer {
  return { ...before, value, points, verdict: item.kind === 'gate' ? verdict : null };
}

/** The parts of an entry that make its answer. */
export function answerOf(entry: Entry | null): Answer {
  if (entry === null) {
    return blankAnswer;
  }
  const { value, points, verdict, comment, evidence } = entry;
  return { value, points, verdict, comment, evidence };
}
