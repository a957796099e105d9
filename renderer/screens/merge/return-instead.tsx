import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Board, Conflict } from '#shared/api/merge.ts';
import { useCore } from '../../app/core.tsx';
import type { ToReturn } from './return-dialog.tsx';

type Props = { round: string; board: Board; conflict: Conflict; onReturn: (sheet: ToReturn) => void };

/** Instead of deciding a matter of one item, the chair may have an expert score it again. */
export function ReturnInstead({ round, board, conflict, onReturn }: Props) {
  const { t } = useTranslation('returns');
  const { api } = useCore();
  const { application, item, occupation, levelGroup } = conflict;
  const items = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.round.rubric.items ?? [];
  const stage = items.find(({ code }) => code === item)?.stage;
  if (application === null || item === null || stage === undefined) {
    return null;
  }
  return (
    <Group gap="xs">
      {board.experts
        .filter(({ id, sequence }) => sequence !== null && conflict.experts.includes(id))
        .map(({ id, name }) => (
          <Button
            key={id}
            size="compact-md"
            variant="subtle"
            onClick={() => onReturn({ expert: id, application, stage, slot: { item, occupation, levelGroup } })}
          >
            {t('fromConflict', { expert: name })}
          </Button>
        ))}
    </Group>
  );
}
