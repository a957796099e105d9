import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Board, Conflict } from '#shared/api/merge.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import { useCore } from '../../app/core.tsx';

type Candidate = Conflict['candidates'][number];
type Props = { round: string; board: Board; order: Candidate[]; onOrder: (order: Candidate[]) => void };

/** The candidates of a tie, put in order by the panel's vote. */
export function TieOrder({ round, board, order, onOrder }: Props) {
  const { t } = useTranslation('merge');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const ranked = useQuery(api.merge.ranking.queryOptions({ input: { round } })).data?.candidates ?? [];
  const pointsOf = ({ application, occupation }: Candidate) => {
    const found = ranked.find((one) => one.application === application && one.occupation === occupation);
    const stages = stagesInOrder.map((stage) => `${term(`stageShort.${stage}`)} ${found?.stages?.[stage] ?? '–'}`);
    return [t('points', { points: found?.total ?? '–' }), ...stages].join(' · ');
  };
  const nameOf = (candidate: Candidate) =>
    `${board.applications.find((one) => one.id === candidate.application)?.applicant ?? ''} · ${candidate.occupation}`;
  return (
    <ol>
      {order.map((candidate, index) => (
        <li key={nameOf(candidate)}>
          <Group gap="xs">
            <div>
              <Text>{nameOf(candidate)}</Text>
              <Text size="sm" c="dimmed" className="numbers">
                {pointsOf(candidate)}
              </Text>
            </div>
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
