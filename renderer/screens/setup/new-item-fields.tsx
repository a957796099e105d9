import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RubricItem } from '#shared/domain/rubric.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import { itemOfKind } from '#shared/rubric/new-item.ts';

const scopes = ['applicant', 'candidate', 'level'] as const;
const kinds = ['judged', 'measured', 'gate'] as const;

/** What is decided once, as an item is added: its code, stage, scope and kind. */
export function NewItemFields({ item, onChange }: { item: RubricItem; onChange: (item: RubricItem) => void }) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  const stages = stagesInOrder.map((value) => ({ value, label: term(`stage.${value}`) }));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput
        label={t('r_code')}
        value={item.code}
        error={/^[A-Z][0-9]{2,3}$/.test(item.code) ? null : t('r_codeHint')}
        onChange={(event) => onChange({ ...item, code: event.currentTarget.value.toUpperCase() })}
      />
      <Select
        label={t('r_field_stage')}
        allowDeselect={false}
        data={stages}
        value={item.stage}
        onChange={(value) => onChange({ ...item, stage: stagesInOrder.find((stage) => stage === value) ?? item.stage })}
      />
      <Select
        label={t('r_field_scope')}
        allowDeselect={false}
        data={scopes.map((value) => ({ value, label: term(`scope.${value}`) }))}
        value={item.scope}
        onChange={(value) => onChange({ ...item, scope: scopes.find((scope) => scope === value) ?? item.scope })}
      />
      <Select
        label={t('r_field_kind')}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: term(`kind.${value}`) }))}
        value={item.kind}
        onChange={(value) => onChange(itemOfKind(item, kinds.find((kind) => kind === value) ?? 'judged'))}
      />
    </SimpleGrid>
  );
}
