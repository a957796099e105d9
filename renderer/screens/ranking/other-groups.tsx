import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CandidateResult } from '#shared/domain/result.ts';
import { type Experts, Reasons } from './reasons.tsx';

/** What the level groups come to that do not lead: they change nothing in the total above. */
export function OtherGroups({ candidate, experts }: { candidate: CandidateResult; experts: Experts }) {
  const { t } = useTranslation('ranking');
  const { t: term } = useTranslation('terms');
  return candidate.groups
    .filter(({ group }) => group !== candidate.group)
    .map(({ group, total, outcome, reasons }) => (
      <Stack key={group} gap="xs">
        <Title order={2} size="h3">
          {term(`levelGroup.${group}`)}
        </Title>
        <Text className="numbers">
          {total === null
            ? t('otherGroupOpen', { outcome: term(`outcome.${outcome}`) })
            : t('otherGroup', { outcome: term(`outcome.${outcome}`), total })}
        </Text>
        <Reasons reasons={reasons} experts={experts} />
      </Stack>
    ));
}
