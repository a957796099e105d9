import type { Rule, RubricItem } from '../domain/rubric.ts';

/** Whether an item counts things or puts them in proportion: 20 people, or 1.5 times a threshold. */
export type Asked = 'number' | 'ratio';

/**
 * How much a rubric item asks for: what its gate fails below, else what its rule gives all its points for (a linear rule:
 * its first). null where the item has no such number of the asked kind; the notice's own then holds.
 */
export function requiredNumber(item: RubricItem | undefined, asked: Asked): number | null {
  if (item?.rule === undefined || kindOf(item.rule) !== asked) {
    return null;
  }
  const condition = item.gate?.failsWhen;
  return condition?.kind === 'below' ? Number(condition.value) : fullMeasure(item.rule);
}

function kindOf(rule: Rule): Asked | null {
  switch (rule.kind) {
    case 'threshold':
    case 'per-unit':
      return 'number';
    case 'proportional':
    case 'linear':
    case 'bands':
      return rule.value;
    case 'checklist':
    case 'choice':
    case 'parts':
      return null;
  }
}

function fullMeasure(rule: Rule): number | null {
  switch (rule.kind) {
    case 'threshold':
      return Number(rule.atLeast);
    case 'proportional':
      return Number(rule.full);
    case 'per-unit':
      return Number(rule.each) === 0 ? null : Math.ceil(Number(rule.cap) / Number(rule.each));
    case 'linear':
      return Number(rule.knots[0]?.at);
    case 'bands':
      return Number(rule.bands[0]?.from);
    case 'checklist':
    case 'choice':
    case 'parts':
      return null;
  }
}
