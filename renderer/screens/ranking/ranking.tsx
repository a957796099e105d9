import { EmptyState, Group, Skeleton, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.tsx';
import { ExportedFile, useKeptExport } from '../../parts/export-file.tsx';
import { useLongWork } from '../../parts/long-work.ts';
import { Page } from '../../parts/page.tsx';
import { Pending } from '../../parts/pending.tsx';
import { WorkProgress } from '../../parts/work-progress.tsx';
import { ExportResult } from './export-result.tsx';
import { PanelQualityView } from './panel-quality.tsx';
import { RankingTable } from './ranking-table.tsx';
import { SensitivityPanel } from './sensitivity.tsx';

const route = getRouteApi('/rounds/$round/ranking');

/** The ranking, every row able to explain itself, and the signed result. */
export function RankingScreen() {
  const { t } = useTranslation('ranking');
  const { api, client } = useCore();
  const { round } = route.useParams();
  const work = useLongWork();
  const kept = useKeptExport();
  const ranking = useQuery(api.merge.ranking.queryOptions({ input: { round } }));
  const issued = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.round;
  const entries = issued?.applications;
  if (ranking.data === undefined || entries === undefined) {
    return (
      <Page title={t('title')} wide="wide">
        <Pending error={ranking.error}>
          <Skeleton h={360} />
        </Pending>
      </Page>
    );
  }
  const { candidates } = ranking.data;
  const applicants = new Map(entries.map((entry) => [entry.id, entry.applicant.name]));
  const count = (outcome: string) => candidates.filter((candidate) => candidate.outcome === outcome).length;
  const exportResult = async () => {
    await kept.keep(await work.run((signal) => client.merge.export({ round }, { signal })));
  };
  return (
    <Page
      title={t('title')}
      wide="wide"
      lead={
        <span className="numbers">
          {t('lead', { count: candidates.length, recommended: count('recommended'), pending: count('pending') })}
        </span>
      }
      action={
        <Group>
          <Text size="sm" c="dimmed">
            {t('exportHint')}
          </Text>
          <ExportResult
            result={ranking.data}
            applicants={applicants}
            experts={new Map(issued?.panel.map(({ id, name }) => [id, name]))}
            disabled={work.running || candidates.length === 0}
            onExport={() => void exportResult()}
          />
        </Group>
      }
    >
      <WorkProgress work={work} />
      <ExportedFile kept={kept} />
      {candidates.length === 0 ? (
        <EmptyState title={t('emptyTitle')} description={t('emptyBody')} />
      ) : (
        <Tabs defaultValue="ranking" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="ranking">{t('title')}</Tabs.Tab>
            <Tabs.Tab value="sensitivity">{t('sensitivity')}</Tabs.Tab>
            <Tabs.Tab value="quality">{t('quality')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="ranking">
            <RankingTable round={round} candidates={candidates} applicants={applicants} />
          </Tabs.Panel>
          <Tabs.Panel value="sensitivity">
            <SensitivityPanel round={round} candidates={candidates} applicants={applicants} />
          </Tabs.Panel>
          <Tabs.Panel value="quality">
            <PanelQualityView round={round} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
}
