import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Board } from '#shared/api/merge.ts';
import type { IssuedReturn } from '#shared/api/returns.ts';
import { useCore } from '../../app/core.tsx';
import { AnswerPairs } from '../../parts/answer-pairs.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';

type Props = { round: string; board: Board; returned: IssuedReturn; onClose: () => void };

/** Old and new side by side: the returned items, and whatever else the expert changed with them. */
export function ComparisonDialog({ round, board, returned, onClose }: Props) {
  const { t } = useTranslation('returns');
  const { api } = useCore();
  const comparison = useQuery(api.returns.comparison.queryOptions({ input: { round, return: returned.sha256 } }));
  const items = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.round.rubric.items ?? [];
  const { before, after, answers } = comparison.data ?? { before: returned.sequence, after: null, answers: [] };
  const expert = board.experts.find(({ id }) => id === returned.expert)?.name ?? returned.expert;
  const title = t('comparison', { expert, before, after: after ?? '–' });
  const applicants = new Map(board.applications.map(({ id, applicant }) => [id, applicant]));
  return (
    <Dialog opened onClose={onClose} title={title} size="xl">
      <RefusalNote error={comparison.error} />
      {comparison.data === undefined ? (
        <Skeleton h={160} />
      ) : (
        <AnswerPairs label={title} before={before} after={after} answers={answers} items={items} applicants={applicants} />
      )}
    </Dialog>
  );
}
