import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '#shared/api/merge.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import { ExpertDot } from '../../parts/expert-dot.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

/** Item by item what each expert entered, under the stages. */
export function ItemPoints({ round, experts }: { round: string; experts: Explanation['experts'] }) {
  const { t } = useTranslation('ranking');
  const { t: term } = useTranslation('terms');
  const scoring = experts.filter((expert) => expert.items.length > 0);
  const rows = new Map(
    scoring.flatMap(({ items }) => items.map((item) => [JSON.stringify([item.stage, item.item, item.levelGroup]), item] as const)),
  );
  const inOrder = [...rows].toSorted(
    ([, one], [, other]) => stagesInOrder.indexOf(one.stage) - stagesInOrder.indexOf(other.stage) || one.item.localeCompare(other.item),
  );
  return (
    <details>
      <summary>{t('items')}</summary>
      <WideTable label={t('items')} minWidth={200 + scoring.length * 90} maxHeight="50vh">
        <Table stickyHeader aria-label={t('items')} bg="var(--mantine-color-body)">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('colItem')}</Table.Th>
              {scoring.map((expert) => (
                <Table.Th key={expert.expert} className="numbers">
                  <ExpertDot round={round} expert={expert.expert} />
                  {expert.name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {inOrder.map(([key, row]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row">
                  {row.item} {row.levelGroup !== null && term(`levelGroup.${row.levelGroup}`)}
                </Table.Th>
                {scoring.map((expert) => (
                  <Table.Td key={expert.expert} className="numbers">
                    {expert.items.find((one) => one.item === row.item && one.levelGroup === row.levelGroup && one.stage === row.stage)
                      ?.points ?? '–'}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </details>
  );
}
