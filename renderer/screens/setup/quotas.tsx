import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoundDraft } from '#shared/api/rounds.ts';
import type { Rules } from '#shared/domain/round.ts';
import { WholeNumberField } from '../../parts/number-field.tsx';

type Props = { draft: RoundDraft; onChange: (quotas: NonNullable<Rules['quotas']>) => void };

/** How many candidates of each occupation may be recommended; an empty field is no bound. */
export function Quotas({ draft, onChange }: Props) {
  const { t } = useTranslation('setup');
  const quotas = draft.rules.quotas ?? [];
  const applied = draft.applications.flatMap(({ occupations }) => occupations.map(({ name }) => name));
  const occupations = [...new Set([...applied, ...quotas.map(({ occupation }) => occupation)])];
  const change = (occupation: string, most: number | null) => {
    const others = quotas.filter((quota) => quota.occupation !== occupation);
    onChange(most === null ? others : [...others, { occupation, most }]);
  };
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('u_quotas')}</Text>
      <Text c="dimmed">{occupations.length === 0 ? t('u_quotasLater') : t('u_quotasHint')}</Text>
      {occupations.map((occupation) => {
        const most = quotas.find((quota) => quota.occupation === occupation)?.most;
        return (
          <WholeNumberField
            key={occupation}
            label={t('u_quotaOf', { occupation, count: applied.filter((each) => each === occupation).length })}
            placeholder={t('u_noQuota')}
            width={320}
            range={{ least: 1, most: 999 }}
            value={most ?? null}
            onChange={(value) => change(occupation, value)}
          />
        );
      })}
    </Stack>
  );
}
