import { Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule, SimpleRule } from '#shared/domain/rubric.ts';
import type { MeasuredValue, SimpleValue } from '#shared/domain/sheet.ts';
import { DecimalField } from './decimal-field.tsx';

/** `typed` waits for a pause; `chosen` is kept at once. */
export type How = 'typed' | 'chosen';

type Props = {
  rule: Rule;
  label: string;
  value: MeasuredValue | null;
  onChange: (value: MeasuredValue | null, how: How) => void;
  onIncomplete: (incomplete: boolean) => void;
};

/** What was measured, in the form that the item's rule reads; null while it is empty or incomplete. */
export function ValueEditor({ rule, label, value, onChange, onIncomplete }: Props) {
  const initial = value?.kind === 'parts' ? value.parts : {};
  const [parts, setParts] = useState<Record<string, SimpleValue | null>>(initial);
  if (rule.kind !== 'parts') {
    return <SimpleEditor rule={rule} label={label} value={value === null || value.kind === 'parts' ? null : value} onChange={onChange} />;
  }
  const change = (code: string, part: SimpleValue | null, how: How) => {
    const next = { ...parts, [code]: part };
    setParts(next);
    const filled = rule.parts.flatMap((one) => {
      const found = next[one.code];
      return found === undefined || found === null ? [] : [[one.code, found] as const];
    });
    const whole = filled.length === rule.parts.length;
    onIncomplete(!whole && filled.length > 0);
    onChange(whole ? { kind: 'parts', parts: Object.fromEntries(filled) } : null, how);
  };
  return (
    <Stack gap="sm">
      {rule.parts.map((part) => (
        <div key={part.code} role="group" aria-label={part.text}>
          <Text size="sm" fw={600}>
            {part.text}
          </Text>
          <SimpleEditor
            rule={part.rule}
            label={label}
            value={parts[part.code] ?? null}
            onChange={(next, how) => change(part.code, next, how)}
          />
        </div>
      ))}
    </Stack>
  );
}

type SimpleProps = { rule: SimpleRule; label: string; value: SimpleValue | null; onChange: (value: SimpleValue | null, how: How) => void };

function SimpleEditor({ rule, label, value, onChange }: SimpleProps) {
  switch (rule.kind) {
    case 'checklist':
      return (
        <Checkbox.Group
          value={value?.kind === 'checklist' ? value.ticked : []}
          onChange={(ticked) => onChange({ kind: 'checklist', ticked }, 'chosen')}
          aria-label={label}
        >
          <Stack gap={6}>
            {rule.boxes.map((box) => (
              <Checkbox key={box.code} value={box.code} label={<OptionText text={box.text} points={box.points} />} />
            ))}
            <NoneTicked shown={value === null} onNone={() => onChange({ kind: 'checklist', ticked: [] }, 'chosen')} />
          </Stack>
        </Checkbox.Group>
      );
    case 'choice':
      return (
        <Radio.Group
          value={value?.kind === 'choice' ? value.choice : null}
          onChange={(choice) => onChange({ kind: 'choice', choice }, 'chosen')}
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
      return <NumberEditor label={label} unit={rule.unit} value={value} onChange={onChange} />;
    case 'proportional':
    case 'linear':
    case 'bands':
      return rule.value === 'ratio' ? (
        <RatioEditor value={value} onChange={onChange} />
      ) : (
        <NumberEditor label={label} unit={rule.unit} value={value} onChange={onChange} />
      );
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

type FieldProps = { value: SimpleValue | null; onChange: (value: SimpleValue | null, how: How) => void };

function NumberEditor({ label, unit, value, onChange }: FieldProps & { label: string; unit: string }) {
  return (
    <DecimalField
      label={label}
      unit={unit}
      value={value?.kind === 'number' ? value.number : null}
      onChange={(number) => onChange(number === null ? null : { kind: 'number', number }, 'typed')}
    />
  );
}

function RatioEditor({ value, onChange }: FieldProps) {
  const { t } = useTranslation('desk');
  const [typed, setTyped] = useState<{ count: string | null; of: string | null }>({
    count: value?.kind === 'ratio' ? value.count : null,
    of: value?.kind === 'ratio' ? value.of : null,
  });
  const change = (next: { count: string | null; of: string | null }) => {
    setTyped(next);
    onChange(next.count === null || next.of === null ? null : { kind: 'ratio', count: next.count, of: next.of }, 'typed');
  };
  return (
    <Group gap="xs" align="flex-start">
      <DecimalField label={t('count')} value={typed.count} onChange={(count) => change({ ...typed, count })} />
      <DecimalField label={t('of')} value={typed.of} onChange={(of) => change({ ...typed, of })} />
    </Group>
  );
}
