import type { Rubric, RubricItem } from '../domain/rubric.ts';
import { newRule } from './new-rule.ts';

/** A judged item with a code of its own, of the stage and category of the rubric's last item; its words are still to be written. */
export function newItem({ items }: Pick<Rubric, 'items'>): RubricItem {
  const last = items.at(-1);
  const letter = last?.code.charAt(0) ?? 'A';
  const numbers = items.filter(({ code }) => code.startsWith(letter)).map(({ code }) => Number(code.slice(1)));
  const base: RubricItem = {
    code: `${letter}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`,
    stage: last?.stage ?? 'document',
    category: last?.category ?? '',
    scope: 'applicant',
    kind: 'judged',
    text: '',
    max: '1.00',
    step: '0.50',
    comment: 'optional',
    clause: '',
  };
  return base;
}

/** The item as one of that kind: a gate has a verdict and no points, a judged item points and a step, a measured one points and a rule. */
export function itemOfKind(item: RubricItem, kind: RubricItem['kind']): RubricItem {
  const { step: _step, rule: _rule, gate: _gate, anchors: _anchors, ...rest } = item;
  switch (kind) {
    case 'gate':
      return { ...rest, kind, max: '0.00', gate: { type: 'hard' } };
    case 'judged':
      return { ...rest, kind, max: '1.00', step: '0.50' };
    case 'measured':
      return { ...rest, kind, max: '1.00', rule: newRule('threshold', '1.00') };
  }
}
