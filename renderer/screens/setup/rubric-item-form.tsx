import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RubricItem, rubricItemSchema, type Rule, type SimpleRule } from '#shared/domain/rubric.ts';
import { pointsSchema } from '#shared/domain/values.ts';
import { readTypedPoints } from '#shared/numbers/typed-number.ts';
import { refused } from '#shared/result.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { inOrder, rowsOf, rowTexts } from '#shared/rubric/new-rule.ts';
import { ruleNumbers } from '#shared/rubric/rule-numbers.ts';
import type { RubricProblem } from '#shared/rubric/problems.ts';
import { useLanguage } from '../../app/language.ts';
import { numberName } from '../../parts/rubric-changes/number-name.ts';
import { NewItemFields } from './new-item-fields.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RuleFields } from './rule-fields.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { RuleNumberInput } from './rule-number-input.tsx';
import { RuleTrial } from './rule-trial.tsx';

type Props = {
  item: RubricItem;
  /** Not in the rubric yet: its code and what kind it is can still be chosen. */
  isNew: boolean;
  /** What would be wrong with the rubric if the item were so. */
  problemsWith: (item: RubricItem) => readonly RubricProblem[];
  onSave: (item: RubricItem) => void;
  onRemove: () => void;
};

/** One item of the rubric: its words, its points and the numbers of its rule. What does not fit together is said as it is typed. */
export function RubricItemForm({ item, isNew, problemsWith, onSave, onRemove }: Props) {
  const { t } = useTranslation('setup');
  const language = useLanguage();
  const [draft, setDraft] = useState(item);
  const set = (change: Partial<RubricItem>) => setDraft({ ...draft, ...change });
  /** The rule of a new measured item, which is written here whole. */
  const simple = isNew && draft.rule !== undefined && draft.rule.kind !== 'parts' ? draft.rule : null;
  const isNamed = simple === null || rowTexts(simple).every((text) => text.trim() !== '');
  const holds = rubricItemSchema.safeParse(draft).success && draft.text.trim() !== '' && isNamed;
  const problems = holds ? problemsWith(draft) : [];
  return (
    <Stack>
      {isNew && <NewItemFields item={draft} onChange={setDraft} />}
      <Textarea
        label={t('r_field_text')}
        autosize
        minRows={2}
        value={draft.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('r_field_category')}
          value={draft.category}
          onChange={(event) => set({ category: event.currentTarget.value })}
        />
        <TextInput label={t('r_field_clause')} value={draft.clause} onChange={(event) => set({ clause: event.currentTarget.value })} />
        {draft.kind !== 'gate' && <PointsInput label={t('r_field_max')} value={draft.max} onChange={(max) => set({ max })} />}
        {draft.kind === 'judged' && <PointsInput label={t('r_field_step')} value={draft.step ?? ''} onChange={(step) => set({ step })} />}
        {!isNew && draft.rule !== undefined && <RuleNumbers rule={draft.rule} onChange={(rule) => set({ rule })} />}
      </SimpleGrid>
      {simple !== null && (
        <>
          <RuleFields
            rule={simple}
            max={pointsSchema.safeParse(draft.max).success ? draft.max : '1.00'}
            onChange={(rule) => set({ rule })}
          />
          <RuleTrial key={shapeOf(simple)} item={draft} rule={simple} />
        </>
      )}
      <Textarea
        label={t('r_field_evidence')}
        autosize
        value={draft.evidence ?? ''}
        onChange={(event) => {
          const { evidence: _before, ...rest } = draft;
          const evidence = event.currentTarget.value;
          setDraft(evidence === '' ? rest : { ...rest, evidence });
        }}
      />
      {problems.map(({ item: code, refusal }) => (
        <Notice key={`${code} ${refusal.code}`} tone="warn" icon="problem" role="status">
          {refusalSentence(refusal, language)}
        </Notice>
      ))}
      <Group justify="space-between">
        {isNew ? (
          <span />
        ) : (
          <Button variant="default" onClick={onRemove}>
            {t('r_removeItem', { item: item.code })}
          </Button>
        )}
        <Button
          disabled={!holds || (isNew && problems.length > 0)}
          onClick={() => onSave(simple === null ? draft : { ...draft, rule: inOrder(simple) })}
        >
          {t(isNew ? 'r_addSave' : 'r_saveItem', { item: draft.code })}
        </Button>
      </Group>
    </Stack>
  );
}

/** The numbers of a rule that stands, each a field. */
function RuleNumbers({ rule, onChange }: { rule: Rule; onChange: (rule: Rule) => void }) {
  const { t } = useTranslation('setup');
  return ruleNumbers(rule).map((number) => {
    const name = t(`r_number_${numberName(number.name)}`);
    return (
      <RuleNumberInput
        key={number.path.join('.')}
        label={number.of === null ? name : t('r_numberOf', { name, of: number.of })}
        {...{ rule, number, onChange }}
      />
    );
  });
}

function PointsInput({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const read = (text: string) => {
    const points = readTypedPoints(text);
    return points.ok && points.value === null ? refused('number/empty') : points;
  };
  return (
    <NumberField
      label={label}
      initial={value}
      refusalOf={(text) => {
        const points = read(text);
        return points.ok ? null : points.refusal;
      }}
      recordedAs={(text) => {
        const points = read(text);
        return points.ok ? points.value : null;
      }}
      // What are no points keeps the item from being saved.
      onText={(text) => {
        const points = read(text);
        onChange(points.ok && points.value !== null ? points.value : text);
      }}
    />
  );
}

/** What the example's fields depend on: when it changes they start anew. */
function shapeOf(rule: SimpleRule): string {
  return JSON.stringify([rule.kind, 'value' in rule ? rule.value : null, rowsOf(rule)?.count]);
}
