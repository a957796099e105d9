import { Button, EmptyState, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.tsx';
import { useArrivals } from '../../app/opened-files.ts';
import { DropArea } from '../../parts/drop-area.tsx';
import { ImportOutcomes } from '../../parts/import-outcomes.tsx';
import { useLongWork } from '../../parts/long-work.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { useImporting } from '../../parts/use-importing.ts';
import { WorkProgress } from '../../parts/work-progress.tsx';
import { MyCard } from './my-card.tsx';
import { NewRound } from './new-round.tsx';
import { RoundTable } from './round-table.tsx';

/** My rounds: what I have to do in each, and how new ones get here. */
export function Rounds() {
  const { t } = useTranslation('rounds');
  const { api, client, files } = useCore();
  const navigate = useNavigate();
  const rounds = useQuery(api.rounds.list.queryOptions());
  const workspace = useQuery(api.workspace.state.queryOptions());
  const mended = workspace.data?.state === 'open' ? workspace.data.mended : null;
  const practice = useLongWork();
  const importing = useImporting();

  const openPractice = async () => {
    const existing = rounds.data?.find((round) => round.practice && round.state !== 'draft');
    const opened = existing?.id ?? (await practice.run((signal) => client.rounds.startPractice({}, { signal })))?.round;
    if (opened !== undefined) {
      await navigate({ to: '/rounds/$round/applications', params: { round: opened } });
    }
  };
  const arrivals = useArrivals();
  useEffect(() => {
    void files.takeOpened().then((opened) => {
      if (opened.length > 0) {
        return importing.take(opened.map((file) => file.id));
      }
      return undefined;
    });
    // Taken once on entering and whenever new ones arrive.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [arrivals]);
  return (
    <Page
      title={t('title')}
      lead={rounds.data === undefined ? null : t('lead', { count: rounds.data.length })}
      action={
        <Group>
          <NewRound />
          <Button onClick={() => void openPractice()} loading={practice.running} title={t('practiceHint')}>
            {t('practice')}
          </Button>
        </Group>
      }
    >
      {mended !== null && (
        <Notice tone="warn" icon="problem" role="status">
          {t('keysMended', { file: mended })}
        </Notice>
      )}
      <WorkProgress work={practice} />
      <DropArea
        label={t('importLabel')}
        hint={t('importHint')}
        filter="package"
        disabled={importing.work.running}
        onFiles={(files) => void importing.take(files.map((file) => file.id))}
      />
      <WorkProgress work={importing.work} />
      <ImportOutcomes outcomes={importing.outcomes} onTrust={importing.trust} />
      <RefusalNote error={rounds.error} />
      {rounds.data === undefined && <Skeleton h={160} />}
      {rounds.data?.length === 0 && <EmptyState title={t('emptyTitle')} description={t('emptyBody')} />}
      {rounds.data !== undefined && rounds.data.length > 0 && <RoundTable rounds={rounds.data} />}
      <Stack gap={4} mt="md">
        <MyCard />
        <Text size="sm" c="dimmed">
          {t('cardHint')}
        </Text>
      </Stack>
    </Page>
  );
}
