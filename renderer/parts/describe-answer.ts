import type { TFunction } from 'i18next';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Answer, MeasuredValue, SimpleValue } from '#shared/domain/sheet.ts';

/** An answer in a few words, as proposals and the history show it: `不符合`, `17 / 20`, `4.25 分`. */
export function describeAnswer(item: RubricItem, answer: Pick<Answer, 'value' | 'points' | 'verdict'>, term: TFunction<'terms'>): string {
  const parts = [
    answer.verdict === null ? null : term(`verdict.${answer.verdict}`),
    answer.value === null ? null : describeValue(item, answer.value),
    answer.points === null ? null : `${answer.points} / ${item.max}`,
  ];
  const described = parts.filter((part) => part !== null);
  return described.length === 0 ? '–' : described.join(' · ');
}

function describeValue(item: RubricItem, value: MeasuredValue): string {
  if (value.kind === 'parts') {
    const parts = item.rule?.kind === 'parts' ? item.rule.parts : [];
    return Object.entries(value.parts)
      .map(([code, part]) => `${parts.find((one) => one.code === code)?.text ?? code} ${describeSimple(part)}`)
      .join('；');
  }
  const { rule } = item;
  if (value.kind === 'choice' && rule?.kind === 'choice') {
    return rule.options.find((option) => option.code === value.choice)?.text ?? value.choice;
  }
  return describeSimple(value);
}

function describeSimple(value: SimpleValue): string {
  switch (value.kind) {
    case 'number':
      return value.number;
    case 'ratio':
      return `${value.count}/${value.of}`;
    case 'checklist':
      return `✓ ${value.ticked.length}`;
    case 'choice':
      return value.choice;
  }
}
