import { Skeleton, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Board } from '#shared/api/merge.ts';
import type { IssuedReturn } from '#shared/api/returns.ts';
import { useCore } from '../../app/core.tsx';
import { describeAnswer } from '../../parts/describe-answer.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

type Props = { round: string; board: Board; returned: IssuedReturn; onClose: () => void };

/** Old and new side by side: the returned items, and whatever else the expert changed with them. */
export function ComparisonDialog({ round, board, returned, onClose }: Props) {
  const { t } = useTranslation('returns');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const comparison = useQuery(api.returns.comparison.queryOptions({ input: { round, return: returned.sha256 } }));
  const items = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.round.rubric.items ?? [];
  const { before, after, answers } = comparison.data ?? { before: returned.sequence, after: null, answers: [] };
  const expert = board.experts.find(({ id }) => id === returned.expert)?.name ?? returned.expert;
  const title = t('comparison', { expert, before, after: after ?? '–' });
  return (
    <Dialog opened onClose={onClose} title={title} size="xl">
      <RefusalNote error={comparison.error} />
      {comparison.data === undefined ? (
        <Skeleton h={160} />
      ) : (
        <WideTable label={title} minWidth={560}>
          <Table aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('colItem')}</Table.Th>
                <Table.Th>{t('colBefore', { sequence: before })}</Table.Th>
                <Table.Th>{t('colAfter', { sequence: after ?? '–' })}</Table.Th>
                <Table.Th>{t('colReason')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {answers.map((pair) => {
                const item = items.find(({ code }) => code === pair.item);
                const [old, now] = [pair.before, pair.after].map((answer) =>
                  item === undefined || answer === null ? t('blank') : describeAnswer(item, answer, term),
                );
                const applicant = board.applications.find(({ id }) => id === pair.application)?.applicant ?? '';
                const where = [pair.occupation, pair.levelGroup === null ? null : term(`levelGroup.${pair.levelGroup}`)];
                return (
                  <Table.Tr key={JSON.stringify([pair.application, pair.stage, pair.item, pair.occupation, pair.levelGroup])}>
                    <Table.Th scope="row">
                      {[pair.item, ...where].filter(Boolean).join(' · ')}
                      <Text size="sm" c="dimmed" fw={400}>
                        {applicant} · {term(`stage.${pair.stage}`)}
                      </Text>
                    </Table.Th>
                    <Table.Td>
                      {old}
                      <Text size="sm">{pair.before?.comment}</Text>
                    </Table.Td>
                    <Table.Td>
                      {now}
                      <Text size="sm">{pair.after?.comment}</Text>
                    </Table.Td>
                    <Table.Td>{pair.reason ?? t('same')}</Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Dialog>
  );
}
