import { List, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rubric, Rule } from '#shared/domain/rubric.ts';
import type { RubricChange, RubricChanges } from '#shared/rubric/changes.ts';
import { ruleNumbers } from '#shared/rubric/rule-numbers.ts';
import { WideTable } from '../wide-table.tsx';
import { numberName } from './number-name.ts';

type Props = { readonly changes: RubricChanges; readonly before: Rubric; readonly after: Rubric };

/** What one rubric changes of another, item by item: old → new in words wherever there are words for it. */
export function RubricChangeTable({ changes, before, after }: Props) {
  const { t } = useTranslation('rubricFile');
  return (
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
                      <FieldChange field={field} before={before[field]} after={after[field]} />
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
  );
}

const codeOf = (change: RubricChange): string => (change.kind === 'changed' ? change.after.code : change.item.code);

function ItemChange({ change }: { change: RubricChange }) {
  const { t } = useTranslation('rubricFile');
  return (
    <Table.Tr>
      <Table.Td fw={600}>{codeOf(change)}</Table.Td>
      <Table.Td>{change.kind === 'changed' ? <ItemChanges {...change} /> : t(change.kind, { text: change.item.text })}</Table.Td>
    </Table.Tr>
  );
}

/** What of one item is another now. */
export function ItemChanges({ before, after, fields }: Pick<Extract<RubricChange, { kind: 'changed' }>, 'before' | 'after' | 'fields'>) {
  return (
    <List size="sm">
      {fields.map((field) => (
        <List.Item key={field}>
          {field === 'rule' && before.rule !== undefined && after.rule !== undefined ? (
            <RuleChange before={before.rule} after={after.rule} />
          ) : (
            <FieldChange field={field} before={before[field]} after={after[field]} />
          )}
        </List.Item>
      ))}
    </List>
  );
}

/** The numbers that changed, when nothing else of the rule did. */
function RuleChange({ before, after }: { before: Rule; after: Rule }) {
  const { t } = useTranslation('rubricFile');
  const { t: setup } = useTranslation('setup');
  const now = new Map(ruleNumbers(after).map((number) => [number.path.join('.'), number]));
  const old = ruleNumbers(before);
  const changed = old.filter(({ path, value }) => now.get(path.join('.'))?.value !== value);
  const sameShape = old.length === now.size && old.every(({ path }) => now.has(path.join('.')));
  if (!sameShape || changed.length === 0) {
    return t('field', { field: t('f_rule') });
  }
  const named = changed.map(({ path, name, of, value }) => {
    const field = setup(`r_number_${numberName(name)}`);
    return t('from', {
      field: of === null ? field : setup('r_numberOf', { name: field, of }),
      before: value,
      after: now.get(path.join('.'))?.value ?? '',
    });
  });
  return named.join('; ');
}

type Field = RubricChanges['about'][number] | Extract<RubricChange, { kind: 'changed' }>['fields'][number];

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
