import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Board, Conflict } from '#shared/api/merge.ts';

type Candidate = Conflict['candidates'][number];
type Props = { board: Board; order: Candidate[]; onOrder: (order: Candidate[]) => void };

/** The candidates of a tie, put in order by the panel's vote. */
export function TieOrder({ board, order, onOrder }: Props) {
  const { t } = useTranslation('merge');
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
