import { Button, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RubricImport } from '#shared/api/rubrics.ts';
import type { Rubric } from '#shared/domain/rubric.ts';
import type { RubricChange } from '#shared/rubric/changes.ts';
import { WideTable } from '../../parts/wide-table.tsx';

type Found = NonNullable<RubricImport['found']>;
type Props = {
  readonly found: Found;
  readonly before: Rubric;
  readonly taking: boolean;
  readonly onTake: (rubric: Rubric) => void;
  readonly onDrop: () => void;
  readonly children?: ReactNode;
};

/** What an imported rubric would change of the draft's, item by item, with the decision below it. */
export function RubricFileChanges({ found: { rubric, changes }, before, taking, onTake, onDrop, children }: Props) {
  const { t } = useTranslation('rubricFile');
  const isSame = changes.about.length === 0 && changes.items.length === 0 && !changes.reordered;
  if (isSame) {
    return (
      <Group>
        <Text role="status">{t('sameTitle')}</Text>
        <Button variant="subtle" onClick={onDrop}>
          {t('drop')}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="xs" component="section" aria-label={t('previewTitle', { title: rubric.title })}>
      <Title order={3}>{t('previewTitle', { title: rubric.title })}</Title>
      <WideTable label={t('change')} minWidth={480} maxHeight="50vh">
        <Table striped aria-label={t('change')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="6rem">{t('code')}</Table.Th>
              <Table.Th>{t('change')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(changes.about.length > 0 || changes.reordered) && (
              <Table.Tr>
                <Table.Td fw={600}>{t('whole')}</Table.Td>
                <Table.Td>
                  <List size="sm">
                    {changes.about.map((field) => (
                      <List.Item key={field}>
                        <FieldChange field={field} before={before[field]} after={rubric[field]} />
                      </List.Item>
                    ))}
                    {changes.reordered && <List.Item>{t('reordered')}</List.Item>}
                  </List>
                </Table.Td>
              </Table.Tr>
            )}
            {changes.items.map((change) => (
              <ItemChange key={`${change.kind} ${codeOf(change)}`} change={change} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {children}
      <Group>
        <Button loading={taking} onClick={() => onTake(rubric)}>
          {t('take')}
        </Button>
        <Button variant="default" disabled={taking} onClick={onDrop}>
          {t('drop')}
        </Button>
      </Group>
    </Stack>
  );
}

const codeOf = (change: RubricChange): string => (change.kind === 'changed' ? change.after.code : change.item.code);

function ItemChange({ change }: { change: RubricChange }) {
  const { t } = useTranslation('rubricFile');
  return (
    <Table.Tr>
      <Table.Td fw={600}>{codeOf(change)}</Table.Td>
      <Table.Td>
        {change.kind === 'changed' ? (
          <List size="sm">
            {change.fields.map((field) => (
              <List.Item key={field}>
                <FieldChange field={field} before={change.before[field]} after={change.after[field]} />
              </List.Item>
            ))}
          </List>
        ) : (
          t(change.kind, { text: change.item.text })
        )}
      </Table.Td>
    </Table.Tr>
  );
}

type Field = Found['changes']['about'][number] | Extract<RubricChange, { kind: 'changed' }>['fields'][number];

/** Old and new where both are a word, a number or a sentence; of a rule or a gate only that it changed. */
function FieldChange({ field, before, after }: { field: Field; before: unknown; after: unknown }) {
  const { t } = useTranslation('rubricFile');
  const { t: term } = useTranslation('terms');
  const shown = (value: unknown): string | null => {
    if (field === 'stage' || field === 'scope' || field === 'kind') {
      const known = [
        'stage.document',
        'stage.visit',
        'stage.roadshow',
        'scope.applicant',
        'scope.candidate',
        'scope.level',
        'kind.gate',
        'kind.measured',
        'kind.judged',
      ] as const;
      const key = known.find((one) => one === `${field}.${String(value)}`);
      return key === undefined ? null : term(key);
    }
    return value === undefined || value === '' ? t('empty') : typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const [old, now] = [shown(before), shown(after)];
  const name = t(`f_${field}`);
  return field === 'comment' || field === 'photos' || field === 'declared' || old === null || now === null
    ? t('field', { field: name })
    : t('from', { field: name, before: old, after: now });
}
