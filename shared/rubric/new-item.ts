import type { Rubric, RubricItem } from '../domain/rubric.ts';

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

/** The item as one of that kind: a gate has a verdict and no points, a judged item points and a step. */
export function itemOfKind(item: RubricItem, kind: 'judged' | 'gate'): RubricItem {
  const { step: _step, rule: _rule, gate: _gate, anchors: _anchors, ...rest } = item;
  return kind === 'gate' ? { ...rest, kind, max: '0.00', gate: { type: 'hard' } } : { ...rest, kind, max: '1.00', step: '0.50' };
}
