import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, Conflict } from '#shared/api/merge.ts';
import { useCore } from '../../app/core.tsx';

type Candidate = { application: string; occupation: string };
type Props = { round: string; board: Board; conflict: Conflict; order: Candidate[]; onOrder: (order: Candidate[]) => void };

/** The candidates that are tied with the one in question, put in order by the panel's vote. */
export function TieOrder({ round, board, conflict, order, onOrder }: Props) {
  const { t } = useTranslation('merge');
  const { api } = useCore();
  const ranking = useQuery(api.merge.ranking.queryOptions({ input: { round } })).data;
  const tied = useMemo(() => {
    const one = ranking?.candidates.find(
      (candidate) => candidate.application === conflict.application && candidate.occupation === conflict.occupation,
    );
    return one === undefined || one.total === null
      ? []
      : (ranking?.candidates ?? [])
          .filter((candidate) => candidate.total === one.total && candidate.rank === one.rank)
          .map(({ application, occupation }) => ({ application, occupation }));
  }, [ranking, conflict]);
  useEffect(() => {
    if (order.length === 0 && tied.length > 0) {
      onOrder(tied);
    }
  }, [order, tied, onOrder]);
  const nameOf = (candidate: Candidate) =>
    `${board.applications.find((one) => one.id === candidate.application)?.applicant ?? ''} · ${candidate.occupation}`;
  return (
    <ol>
      {order.map((candidate, index) => (
        <li key={nameOf(candidate)}>
          <Group gap="xs">
            <Text>{nameOf(candidate)}</Text>
            <ActionIcon
              variant="subtle"
              size="lg"
              disabled={index === 0}
              aria-label={t('moveUp', { name: nameOf(candidate) })}
              onClick={() => onOrder(order.toSpliced(index, 1).toSpliced(index - 1, 0, candidate))}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
          </Group>
        </li>
      ))}
    </ol>
  );
}
