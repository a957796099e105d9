import type { SimpleRule } from '../../domain/rubric.ts';
import type { MeasuredValue } from '../../domain/sheet.ts';
import { ok, refused, type Result } from '../../result.ts';
import { formatPoints, parsePoints, sumOfPoints } from '../hundredths.ts';
import { wrongKind } from './measure.ts';

export type ChecklistRule = Extract<SimpleRule, { kind: 'checklist' }>;
/** 0.50 + 0.50 of 4 boxes → 1.00 */
export type ChecklistReason = {
  readonly kind: 'checklist';
  /** In the rubric's order. */
  readonly boxes: readonly { readonly code: string; readonly ticked: boolean; readonly points: string }[];
  readonly points: string;
};

/** The sum of the ticked boxes; none ticked is 0.00, not blank. */
export function explainChecklist(
  rule: ChecklistRule,
  value: MeasuredValue,
): Result<ChecklistReason, 'sheet/option-twice' | 'sheet/option-unknown' | 'sheet/value-kind'> {
  if (value.kind !== 'checklist') {
    return wrongKind('checklist', value);
  }
  const ticked = new Set<string>();
  for (const option of value.ticked) {
    if (!rule.boxes.some(({ code }) => code === option)) {
      return refused('sheet/option-unknown', { option });
    }
    if (ticked.has(option)) {
      return refused('sheet/option-twice', { option });
    }
    ticked.add(option);
  }
  const boxes = rule.boxes.map(({ code, points }) => ({ code, ticked: ticked.has(code), points }));
  const points = sumOfPoints(boxes.filter((box) => box.ticked).map((box) => parsePoints(box.points)));
  return ok({ kind: 'checklist', boxes, points: formatPoints(points) });
}
