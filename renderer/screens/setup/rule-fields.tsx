import { ActionIcon, Button, Group, Select, SimpleGrid, Stack, TextInput, VisuallyHidden } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimpleRule } from '#shared/domain/rubric.ts';
import { newRule, rowsOf, rowTexts, ruleKinds, withoutRow, withRow, withRowText } from '#shared/rubric/new-rule.ts';
import { ruleNumbers, type RuleNumber } from '#shared/rubric/rule-numbers.ts';
import { numberName } from '../../parts/rubric-changes/number-name.ts';
import { RuleNumberInput } from './rule-number-input.tsx';

type Props = { rule: SimpleRule; max: string; onChange: (rule: SimpleRule) => void };

/** How the value of a new item becomes points: the kind of rule, what is measured, its numbers and its rows. */
export function RuleFields({ rule, max, onChange }: Props) {
  const { t } = useTranslation('setup');
  // The fields keep their own text; another kind, or another row, gives them a new one.
  const [generation, setGeneration] = useState(0);
  const rows = rowsOf(rule);
  const numbers = ruleNumbers(rule);
  const texts = rowTexts(rule);
  const restart = (next: SimpleRule) => {
    setGeneration(generation + 1);
    onChange(next);
  };
  const field = (number: RuleNumber, row: number | null) => (
    <RuleNumberInput
      key={`${generation} ${number.path.join('.')}`}
      label={
        row === null
          ? t(`r_number_${numberName(number.name)}`)
          : t('r_numberOfRow', { name: t(`r_number_${numberName(number.name)}`), row })
      }
      {...{ rule, number }}
      onChange={(next) => {
        if (next.kind !== 'parts') {
          onChange(next);
        }
      }}
    />
  );
  return (
    <Stack gap="sm" component="fieldset" p={0} m={0} bd="none">
      <legend>
        <VisuallyHidden>{t('r_field_rule')}</VisuallyHidden>
      </legend>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <RuleKind rule={rule} onKind={(kind) => restart(newRule(kind, max))} onChange={onChange} />
        {numbers.filter(({ path }) => path.length === 1).map((number) => field(number, null))}
      </SimpleGrid>
      {rows !== null &&
        Array.from({ length: rows.count }, (_, index) => (
          // A row is its place: rows are added at the end, and the fields start anew when one is taken out.
          <Group key={index} align="flex-end" gap="xs" role="group" aria-label={t('r_row', { row: index + 1 })}>
            {texts[index] !== undefined && (
              <TextInput
                label={t('r_rowText', { row: index + 1 })}
                flex="1 1 12rem"
                value={texts[index]}
                error={texts[index].trim() === '' ? t('r_rowTextHint') : null}
                onChange={(event) => onChange(withRowText(rule, index, event.currentTarget.value))}
              />
            )}
            {numbers
              .filter(({ path }) => path[0] === rows.key && path[1] === String(index))
              .map((number) => (
                <div key={number.name} style={{ flex: '1 1 7rem' }}>
                  {field(number, index + 1)}
                </div>
              ))}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={rows.count <= rows.fewest}
              aria-label={t('r_removeRow', { row: index + 1 })}
              onClick={() => restart(withoutRow(rule, index))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
      {rows !== null && (
        <div>
          <Button variant="default" onClick={() => onChange(withRow(rule))}>
            {t('r_addRow')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

type KindProps = { rule: SimpleRule; onKind: (kind: (typeof ruleKinds)[number]) => void; onChange: (rule: SimpleRule) => void };

/** The kind of rule, and what it measures. */
function RuleKind({ rule, onKind, onChange }: KindProps) {
  const { t } = useTranslation('setup');
  return (
    <>
      <Select
        label={t('r_field_rule')}
        description={t('r_ruleHint')}
        allowDeselect={false}
        data={ruleKinds.map((kind) => ({ value: kind, label: t(`r_rule_${kind}`) }))}
        value={rule.kind}
        onChange={(value) => onKind(ruleKinds.find((kind) => kind === value) ?? 'threshold')}
      />
      {'unit' in rule && (
        <TextInput
          label={t('r_unit')}
          description={t('r_unitHint')}
          value={rule.unit}
          onChange={(event) => onChange({ ...rule, unit: event.currentTarget.value })}
        />
      )}
      {'value' in rule && (
        <Select
          label={t('r_value')}
          allowDeselect={false}
          data={[
            { value: 'number', label: t('r_value_number') },
            { value: 'ratio', label: t('r_value_ratio') },
          ]}
          value={rule.value}
          onChange={(value) => onChange({ ...rule, value: value === 'ratio' ? 'ratio' : 'number' })}
        />
      )}
    </>
  );
}
