import type { TFunction } from 'i18next';
import type { RubricItem, Rule } from '#shared/domain/rubric.ts';
import type { Answer, MeasuredValue, SimpleValue } from '#shared/domain/sheet.ts';

/** An answer in a few words, as proposals and the history show it: `不符合`, `17/20`, `4.25 / 5.00`. */
export function describeAnswer(item: RubricItem, answer: Pick<Answer, 'value' | 'points' | 'verdict'>, term: TFunction<'terms'>): string {
  const parts = [
    answer.verdict === null ? null : term(`verdict.${answer.verdict}`),
    answer.value === null ? null : describeValue(item, answer.value),
    answer.points === null ? null : `${answer.points} / ${item.max}`,
  ];
  const described = parts.filter((part) => part !== null);
  return described.length === 0 ? '–' : described.join(' · ');
}

/** What was measured, in the rubric's own words and with its unit: `62.4 ㎡`, `17/20`, what was ticked, what was chosen; never a code of the rubric. */
export function describeValue(item: Pick<RubricItem, 'rule'> | undefined, value: MeasuredValue): string {
  const rule = item?.rule;
  if (value.kind !== 'parts') {
    return describeSimple(rule, value);
  }
  const parts = rule?.kind === 'parts' ? rule.parts : [];
  return Object.entries(value.parts)
    .map(([code, part]) => {
      const known = parts.find((one) => one.code === code);
      return `${known?.text ?? code} ${describeSimple(known?.rule, part)}`;
    })
    .join('；');
}

function describeSimple(rule: Rule | undefined, value: SimpleValue): string {
  switch (value.kind) {
    case 'number':
      return rule !== undefined && 'unit' in rule ? `${value.number} ${rule.unit}` : value.number;
    case 'ratio':
      return `${value.count}/${value.of}`;
    case 'checklist': {
      const boxes = rule?.kind === 'checklist' ? rule.boxes : [];
      return value.ticked.map((code) => boxes.find((box) => box.code === code)?.text ?? code).join('、') || '–';
    }
    case 'choice': {
      const options = rule?.kind === 'choice' ? rule.options : [];
      return options.find((option) => option.code === value.choice)?.text ?? value.choice;
    }
  }
}
