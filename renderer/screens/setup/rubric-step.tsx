import { Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoundDraft } from '#shared/api/rounds.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import { formatPoints, parsePoints, sumOfPoints } from '#shared/points/hundredths.ts';
import { RubricFile } from './rubric-file.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

/** The rubric as it will be signed: every item, with the sums per stage. */
export function RubricStep({ draft }: { draft: RoundDraft }) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  const { rubric } = draft;
  const sum = (items: typeof rubric.items) => formatPoints(sumOfPoints(items.map((item) => parsePoints(item.max))));
  const gates = rubric.items.filter((item) => item.kind === 'gate');
  return (
    <Stack>
      <Title order={2}>{t('r_title', { title: rubric.title, version: rubric.version })}</Title>
      <Group gap="lg">
        <Text>{t('r_gates', { count: gates.length })}</Text>
        {stagesInOrder.map((stage) => {
          const items = rubric.items.filter((item) => item.stage === stage && item.kind !== 'gate');
          return (
            <Text key={stage} className="numbers">
              {t('r_sum', { stage: term(`stage.${stage}`), count: items.length, points: sum(items) })}
            </Text>
          );
        })}
        <Text fw={600} className="numbers">
          {t('r_total', { points: sum(rubric.items) })}
        </Text>
      </Group>
      <RubricFile draft={draft} />
      <WideTable label={t('step_rubric')} minWidth={720} maxHeight="60vh">
        <Table stickyHeader striped aria-label={t('step_rubric')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('r_code')}</Table.Th>
              <Table.Th>{t('r_text')}</Table.Th>
              <Table.Th>{t('r_kind')}</Table.Th>
              <Table.Th>{t('r_scope')}</Table.Th>
              <Table.Th className="numbers">{t('r_max')}</Table.Th>
              <Table.Th>{t('r_clause')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rubric.items.map((item) => (
              <Table.Tr key={item.code}>
                <Table.Td fw={600}>{item.code}</Table.Td>
                <Table.Td>{item.text}</Table.Td>
                <Table.Td>{term(`kind.${item.kind}`)}</Table.Td>
                <Table.Td>{term(`scope.${item.scope}`)}</Table.Td>
                <Table.Td className="numbers">{item.kind === 'gate' ? '–' : item.max}</Table.Td>
                <Table.Td>{item.clause}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {rubric.notes.length > 0 && (
        <section>
          <Title order={3}>{t('r_notes')}</Title>
          <List size="sm">
            {rubric.notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
        </section>
      )}
    </Stack>
  );
}
