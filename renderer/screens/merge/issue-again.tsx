import { Button, Group, Text } from '@mantine/core';
import { IconFilePencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';

/** 再次签发: an added application, a replaced expert, a corrected rubric go out as the round's next version. */
export function IssueAgain({ round }: { round: string }) {
  const { t } = useTranslation('merge');
  const { api } = useCore();
  const navigate = useNavigate();
  const known = useQuery(api.rounds.list.queryOptions()).data?.find(({ id }) => id === round);
  const begin = useMutation(
    api.rounds.draft.reissue.mutationOptions({
      onSuccess: () => navigate({ to: '/setup/$round', params: { round }, search: {} }),
    }),
  );
  if (known?.state !== 'issued') {
    return null;
  }
  return (
    <>
      <Group>
        <Text className="numbers">{t('issue', { issue: known.issue })}</Text>
        <Button
          variant="default"
          leftSection={<IconFilePencil size={18} aria-hidden />}
          loading={begin.isPending}
          onClick={() => begin.mutate({ round })}
        >
          {t(known.reissuing ? 'goOnIssuing' : 'issueAgain', { issue: known.issue + 1 })}
        </Button>
      </Group>
      <RefusalNote error={begin.error} />
    </>
  );
}
