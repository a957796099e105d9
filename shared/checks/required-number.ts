import type { Rule, RubricItem } from '../domain/rubric.ts';

/** Whether an item counts things or puts them in proportion: 20 people, or 1.5 times a threshold. */
export type Asked = 'number' | 'ratio';

/**
 * How much a rubric item asks for: what its gate fails below, else what its rule gives all its points for (a linear rule:
 * its first). null where the item has no such number of the asked kind; the notice's own then holds.
 */
export function requiredNumber(item: RubricItem | undefined, asked: Asked): number | null {
  const measure = item?.rule === undefined ? null : measureOf(item.rule);
  if (measure === null || measure.asked !== asked) {
    return null;
  }
  const condition = item?.gate?.failsWhen;
  return condition?.kind === 'below' ? Number(condition.value) : measure.full;
}

/** What a rule counts, and where it gives all its points; null where it counts nothing. */
function measureOf(rule: Rule): { readonly asked: Asked; readonly full: number | null } | null {
  switch (rule.kind) {
    case 'threshold':
      return { asked: 'number', full: Number(rule.atLeast) };
    case 'per-unit':
      return { asked: 'number', full: Number(rule.each) === 0 ? null : Math.ceil(Number(rule.cap) / Number(rule.each)) };
    case 'proportional':
      return { asked: rule.value, full: Number(rule.full) };
    case 'linear':
      return { asked: rule.value, full: Number(rule.knots[0]?.at) };
    case 'bands':
      return { asked: rule.value, full: Number(rule.bands[0]?.from) };
    case 'checklist':
    case 'choice':
    case 'parts':
      return null;
  }
}
