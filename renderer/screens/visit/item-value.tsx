import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rule, RubricItem, SimpleRule } from '#shared/domain/rubric.ts';
import type { Answer, SimpleValue } from '#shared/domain/sheet.ts';
import type { Declared } from '#shared/visit/comparisons.ts';
import { foldedValue, isMeasured } from '#shared/visit/fold.ts';
import { JudgedEditor } from '../../parts/answering/editors/judged-editor.tsx';
import { type How, ValueEditor } from '../../parts/answering/editors/value-editor.tsx';
import { VerdictButtons } from '../../parts/answering/editors/verdict-buttons.tsx';
import { verdictSchema } from '#shared/domain/values.ts';
import { Checklist } from './checklist.tsx';
import { Measurements } from './measurements.tsx';

type Props = {
  item: RubricItem;
  answer: Answer;
  declared: readonly Declared[];
  photos: readonly string[];
  onChange: (next: (before: Answer) => Answer, how: How) => void;
};

/** Where an item of a visit is answered: measured, ticked off, judged or decided. */
export function ItemValue({ item, answer, declared, photos, onChange }: Props) {
  const { t } = useTranslation('desk');
  if (item.kind === 'gate') {
    return (
      <VerdictButtons
        label={t('verdict')}
        verdicts={verdictSchema.options}
        value={answer.verdict}
        onChange={(verdict) => onChange((before) => ({ ...before, verdict }), 'chosen')}
      />
    );
  }
  if (item.kind === 'judged' || item.rule === undefined) {
    return (
      <JudgedEditor item={item} points={answer.points} onChange={(points, how) => onChange((before) => ({ ...before, points }), how)} />
    );
  }
  const { rule } = item;
  if (rule.kind !== 'parts') {
    return <SimplePart {...{ rule, item, answer, declared, photos, onChange, whole: rule }} part={null} label={item.text} />;
  }
  return (
    <Stack gap="md">
      {rule.parts.map((part) => (
        <div key={part.code} role="group" aria-label={part.text}>
          <Text fw={600}>{part.text}</Text>
          <SimplePart
            {...{ item, answer, photos, onChange, whole: rule }}
            rule={part.rule}
            part={part.code}
            label={part.text}
            declared={isMeasured(part.rule) ? declared : []}
          />
        </div>
      ))}
    </Stack>
  );
}

function SimplePart({
  rule,
  whole,
  part,
  label,
  item,
  answer,
  declared,
  photos,
  onChange,
}: Props & { rule: SimpleRule; whole: Rule; part: string | null; label: string }) {
  const { t } = useTranslation('desk');
  if (isMeasured(rule) && item.comparisons === undefined) {
    const ofOthers = (before: Answer) => (before.measurements ?? []).filter((one) => one.part !== part);
    return (
      <Measurements
        rule={rule}
        part={part}
        code={item.code}
        declared={declared}
        photos={photos}
        measurements={(answer.measurements ?? []).filter((one) => one.part === part)}
        onChange={(measurements, how) =>
          onChange((before) => withValue(whole, { ...before, measurements: [...ofOthers(before), ...measurements] }), how)
        }
      />
    );
  }
  const keep = (value: SimpleValue | null, how: How) =>
    onChange((before) => {
      if (part === null) {
        return { ...before, value };
      }
      const { [part]: _former, ...others } = before.partial ?? {};
      return withValue(whole, { ...before, partial: value === null ? others : { ...others, [part]: value } });
    }, how);
  const value = part === null ? (answer.value?.kind === 'parts' ? null : answer.value) : (answer.partial?.[part] ?? null);
  return rule.kind === 'checklist' ? (
    <Checklist rule={rule} label={label} value={value} onChange={(next) => keep(next, 'chosen')} />
  ) : (
    <ValueEditor
      rule={rule}
      label={t('measured')}
      value={value}
      onChange={(next, how) => keep(next === null || next.kind === 'parts' ? null : next, how)}
      onIncomplete={() => {}}
    />
  );
}

/** The answer with the value that its measurements and ticks make. */
function withValue(rule: Rule, answer: Answer): Answer {
  return { ...answer, value: foldedValue(rule, answer) };
}
