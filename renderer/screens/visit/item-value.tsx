import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rule, RubricItem, SimpleRule } from '#shared/domain/rubric.ts';
import type { Answer } from '#shared/domain/sheet.ts';
import type { Declared } from '#shared/visit/comparisons.ts';
import { partValue, withSimpleValue } from '#shared/scoring/typing.ts';
import { isMeasured } from '#shared/scoring/fold.ts';
import { JudgedEditor } from '../../parts/answering/editors/judged-editor.tsx';
import { type How, SimpleEditor } from '../../parts/answering/editors/value-editor.tsx';
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
    return <JudgedEditor item={item} answer={answer} onChange={onChange} />;
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
    return <Measurements place={{ whole, rule, part }} {...{ code: item.code, declared, photos, answer, onChange }} />;
  }
  const value = partValue(answer, part);
  return rule.kind === 'checklist' ? (
    <Checklist
      rule={rule}
      label={label}
      value={value}
      onChange={(next) => onChange((before) => withSimpleValue(before, { whole, part }, next), 'chosen')}
    />
  ) : (
    <SimpleEditor {...{ whole, rule, part, answer, onChange }} label={t('measured')} />
  );
}
