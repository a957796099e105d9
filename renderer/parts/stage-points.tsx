import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CandidateResult } from '#shared/domain/result.ts';

type Props = {
  /** null where the stage is not the expert's, or nothing is there. */
  points: string | null;
  /** What became of them, where the rule drops stage by stage. */
  counted: NonNullable<CandidateResult['perExpert'][number]['stagesCounted']>['document'] | undefined;
};

/** What an expert gave in a stage; struck where it was dropped, with the word for how. */
export function StagePoints({ points, counted }: Props) {
  const { t: term } = useTranslation('terms');
  return points === null || counted === undefined || counted === 'kept' ? (
    (points ?? '–')
  ) : (
    <>
      <s style={{ color: 'var(--quiet)' }}>{points}</s>
      <Text size="xs" c="dimmed">
        {term(`counted.${counted}`)}
      </Text>
    </>
  );
}
