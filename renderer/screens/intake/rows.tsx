import { ActionIcon, Button, Table, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldValue } from '#shared/intake/field-value.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { useEditing } from './editing.ts';
import { FieldInput } from './field-input.tsx';
import { columnLabel } from './field-label.ts';

type Props = {
  /** The list's path: `experts`, `venues.0.equipment`. */
  list: string;
  title: string;
  columns: readonly string[];
  /** Which list's words name the columns. */
  words: string;
  rows: readonly Readonly<Record<string, unknown>>[];
};

/** A list of the form as an editable table; rows can be added and removed. */
export function Rows({ list, title, columns, words, rows }: Props) {
  const { t } = useTranslation('intake');
  const { change, isLocked } = useEditing();
  return (
    <div>
      <WideTable label={title} minWidth={columns.length * 118 + 90} maxHeight="60vh">
        <Table stickyHeader withColumnBorders verticalSpacing={2} aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className="numbers">{t('number')}</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column} style={{ whiteSpace: 'nowrap' }}>
                  {columnLabel(t, words, column)}
                </Table.Th>
              ))}
              <Table.Th aria-label={t('discard')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, index) => (
              // The form's rows have no key of their own; their place is what is quoted (第 7 行).
              // oxlint-disable-next-line react/no-array-index-key
              <Table.Tr key={index}>
                <Table.Td className="numbers">{index + 1}</Table.Td>
                {columns.map((column) => (
                  <Table.Td key={column} p={2}>
                    <FieldInput
                      field={column === '' ? `${list}.${index}` : `${list}.${index}.${column}`}
                      label={`${t('row', { list: title, row: index + 1 })} ${columnLabel(t, words, column)}`}
                      value={fieldValue(row[column])}
                      layout="cell"
                    />
                  </Table.Td>
                ))}
                <Table.Td p={2}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    disabled={isLocked}
                    aria-label={t('removeRow', { row: t('row', { list: title, row: index + 1 }) })}
                    onClick={() => void change({ kind: 'remove-row', list, index })}
                  >
                    <IconTrash size={18} aria-hidden />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {rows.length === 0 && <Text c="dimmed">{t('blank')}</Text>}
      <Button
        mt="xs"
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={isLocked}
        onClick={() => void change({ kind: 'add-row', list })}
      >
        {t('addRow', { list: title })}
      </Button>
    </div>
  );
}

function fieldValue(value: unknown): FieldValue {
  return Array.isArray(value) ? value.map(String) : typeof value === 'number' || typeof value === 'string' ? value : null;
}
