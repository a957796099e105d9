import type { SimpleRule } from '../../domain/rubric.ts';
import type { MeasuredValue } from '../../domain/sheet.ts';
import { ok, refused, type Result } from '../../result.ts';
import { wrongKind } from './measure.ts';

export type ChoiceRule = Extract<SimpleRule, { kind: 'choice' }>;
export type ChoiceReason = { readonly kind: 'choice'; readonly choice: string; readonly points: string };

/** The points of the chosen option. */
export function explainChoice(rule: ChoiceRule, value: MeasuredValue): Result<ChoiceReason, 'sheet/option-unknown' | 'sheet/value-kind'> {
  if (value.kind !== 'choice') {
    return wrongKind('choice', value);
  }
  const option = rule.options.find(({ code }) => code === value.choice);
  return option === undefined
    ? refused('sheet/option-unknown', { option: value.choice })
    : ok({ kind: 'choice', choice: option.code, points: option.points });
}
