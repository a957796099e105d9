import { Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rule, SimpleRule } from '#shared/domain/rubric.ts';
import type { Answer, SimpleValue } from '#shared/domain/sheet.ts';
import { partValue, withSimpleValue } from '#shared/scoring/typing.ts';
import { takesRatio } from '#shared/scoring/fold.ts';
import { TypedNumber } from './typed-number.tsx';

/** `typed` waits for a pause; `chosen` is kept at once. */
export type How = 'typed' | 'chosen';

type Props = {
  rule: Rule;
  label: string;
  answer: Answer;
  onChange: (next: (before: Answer) => Answer, how: How) => void;
};

/** What was measured, in the form that the item's rule reads. What makes no value yet is kept as it was typed. */
export function ValueEditor({ rule, label, answer, onChange }: Props) {
  if (rule.kind !== 'parts') {
    return <SimpleEditor {...{ label, answer, onChange, rule }} whole={rule} part={null} />;
  }
  return (
    <Stack gap="sm">
      {rule.parts.map((part) => (
        <div key={part.code} role="group" aria-label={part.text}>
          <Text size="sm" fw={600}>
            {part.text}
          </Text>
          <SimpleEditor {...{ label, answer, onChange }} whole={rule} rule={part.rule} part={part.code} />
        </div>
      ))}
    </Stack>
  );
}

type SimpleProps = Omit<Props, 'rule'> & { whole: Rule; rule: SimpleRule; part: string | null };

/** One value of an item: the whole of it, or one of its parts. */
export function SimpleEditor({ whole, rule, part, label, answer, onChange }: SimpleProps) {
  const { t } = useTranslation('desk');
  const value = partValue(answer, part);
  const keep = (next: SimpleValue) => onChange((before) => withSimpleValue(before, { whole, part }, next), 'chosen');
  switch (rule.kind) {
    case 'checklist':
      return (
        <Checkbox.Group
          value={value?.kind === 'checklist' ? value.ticked : []}
          onChange={(ticked) => keep({ kind: 'checklist', ticked })}
          aria-label={label}
        >
          <Stack gap={6}>
            {rule.boxes.map((box) => (
              <Checkbox key={box.code} value={box.code} label={<OptionText text={box.text} points={box.points} />} />
            ))}
            <NoneTicked shown={value === null} onNone={() => keep({ kind: 'checklist', ticked: [] })} />
          </Stack>
        </Checkbox.Group>
      );
    case 'choice':
      return (
        <Radio.Group
          value={value?.kind === 'choice' ? value.choice : null}
          onChange={(choice) => keep({ kind: 'choice', choice })}
          aria-label={label}
        >
          <Stack gap={6}>
            {rule.options.map((option) => (
              <Radio key={option.code} value={option.code} label={<OptionText text={option.text} points={option.points} />} />
            ))}
          </Stack>
        </Radio.Group>
      );
    case 'threshold':
    case 'per-unit':
    case 'proportional':
    case 'linear':
    case 'bands': {
      const field = { place: { whole, rule, part }, answer, onChange };
      return takesRatio(rule) ? (
        <Group gap="xs" align="flex-start">
          <TypedNumber {...field} field="count" label={t('count')} />
          <TypedNumber {...field} field="of" label={t('of')} />
        </Group>
      ) : (
        <TypedNumber {...field} field="number" label={`${label}（${rule.unit}）`} />
      );
    }
  }
}

function OptionText({ text, points }: { text: string; points: string }) {
  return (
    <>
      {text} <span className="numbers" style={{ color: 'var(--quiet)' }}>{`+${points}`}</span>
    </>
  );
}

/** An empty checklist is blank until someone says that nothing applies: zero is an answer. */
function NoneTicked({ shown, onNone }: { shown: boolean; onNone: () => void }) {
  const { i18n } = useTranslation();
  return shown ? (
    <Checkbox checked={false} onChange={onNone} label={i18n.language === 'en' ? 'None of these (0.00)' : '以上均不具备（0.00）'} />
  ) : null;
}
