import { Button, Code, EmptyState, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileExport, IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wrapping } from '../../parts/wrapping.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/language.ts';
import { ExportedFile, useKeptExport } from '../../parts/export-file.tsx';
import { dateAndTime } from '../../parts/format.ts';
import { useLongWork } from '../../parts/long-work.ts';
import { Page } from '../../parts/page.tsx';
import { Pending } from '../../parts/pending.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { WorkProgress } from '../../parts/work-progress.tsx';
import { HandOverByFrames } from './frames/hand-over-by-frames.tsx';
import { MissingList } from './missing-list.tsx';
import { Rechecks } from './rechecks.tsx';
import { SealCodes } from './seal-codes.tsx';
import { SheetList } from './sheet-list.tsx';
import { VoteFirst } from './vote-first.tsx';

const route = getRouteApi('/rounds/$round/submission');

/** 封存导出: fill the gaps, seal, export and hand over. */
export function SubmissionScreen() {
  const { t } = useTranslation('submission');
  const { api, client } = useCore();
  const { round } = route.useParams();
  const language = useLanguage();
  const answers = useAnswers();
  const queries = useQueryClient();
  const [flushed, setFlushed] = useState(false);
  const [asking, partial] = useDisclosure(false);
  const exporting = useLongWork();
  const kept = useKeptExport();
  const submission = useQuery({ ...api.submission.get.queryOptions({ input: { round } }), enabled: flushed });
  const missing = useQuery({ ...api.submission.missing.queryOptions({ input: { round } }), enabled: flushed });
  const rechecks = useQuery({ ...api.submission.rechecks.queryOptions({ input: { round } }), enabled: flushed });
  const seal = useMutation(
    api.submission.seal.mutationOptions({
      onSuccess: (next) => {
        partial.close();
        queries.setQueryData(api.submission.get.queryKey({ input: { round } }), next);
      },
    }),
  );
  // What is still on its way to the disk belongs into the list of what is missing.
  useEffect(() => {
    void answers.flush().then(() => setFlushed(true));
  }, [answers]);
  if (submission.data === undefined || missing.data === undefined || rechecks.data === undefined) {
    return (
      <Page title={t('title')}>
        <Pending error={submission.error ?? missing.error ?? rechecks.error}>
          <Skeleton h={320} />
        </Pending>
      </Page>
    );
  }
  const { sequence, sealedAt, exportedAt, changedSinceSealing, sheets } = submission.data;
  if (sheets.length === 0) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('emptyTitle')} description={t('emptyBody')} />
      </Page>
    );
  }
  const toCheck = rechecks.data.length;
  const complete = missing.data.length === 0;
  const finished = sheets.filter((sheet) => sheet.filled === sheet.total).length;
  const sealedAndCurrent = sequence !== null && !changedSinceSealing;
  const exportNow = async () => {
    await kept.keep(await exporting.run((signal) => client.submission.export({ round }, { signal })));
  };
  const lead =
    sequence === null || sealedAt === null
      ? t('leadNone', { done: finished, count: sheets.length })
      : t('leadSealed', { sequence, time: dateAndTime(sealedAt, language) });
  return (
    <Page title={t('title')} lead={<span className="numbers">{lead}</span>}>
      <section>
        <Title order={2}>{t('step1')}</Title>
        <Rechecks round={round} rechecks={rechecks.data} />
        <VoteFirst round={round} />
        {complete ? <Text>{t('missingNone')}</Text> : <MissingList round={round} missing={missing.data} submission={submission.data} />}
      </section>
      <section>
        <Title order={2}>{t('step2')}</Title>
        {sequence !== null && <Text>{changedSinceSealing ? t('changed', { sequence }) : t('unchanged', { sequence })}</Text>}
        <SealCodes round={round} codes={submission.data.codes} />
        <RefusalNote error={seal.error} />
        {!sealedAndCurrent && (
          <Group mt="xs">
            {complete ? (
              <Button
                leftSection={<IconLock size={18} aria-hidden />}
                loading={seal.isPending}
                disabled={toCheck > 0}
                onClick={() => seal.mutate({ round, partial: false })}
              >
                {sequence === null ? t('seal', { count: sheets.length }) : t('sealAgain', { count: sheets.length })}
              </Button>
            ) : (
              <Button variant="default" {...wrapping} mih={36} onClick={partial.open} disabled={finished === 0 || toCheck > 0}>
                {t('sealPartial', { count: finished })}
              </Button>
            )}
            <Text c="dimmed">{t('consequence')}</Text>
          </Group>
        )}
      </section>
      <section>
        <Title order={2}>{t('step3')}</Title>
        <Text c="dimmed">{t('exportHint')}</Text>
        <Stack gap="xs" mt="xs">
          <Group>
            <Button
              leftSection={<IconFileExport size={18} aria-hidden />}
              variant={sealedAndCurrent ? 'filled' : 'default'}
              disabled={!sealedAndCurrent || exporting.running}
              onClick={() => void exportNow()}
            >
              {t('export')}
            </Button>
            {exportedAt !== null && <Text c="dimmed">{t('exportedAt', { time: dateAndTime(exportedAt, language) })}</Text>}
          </Group>
          <WorkProgress work={exporting} />
          <ExportedFile kept={kept} />
          <HandOverByFrames round={round} disabled={!sealedAndCurrent || exporting.running} />
          {submission.data.sha256 !== null && (
            <Text size="sm" c="dimmed">
              {t('sha256')} <Code>{submission.data.sha256}</Code>
            </Text>
          )}
        </Stack>
      </section>
      <section>
        <Title order={2}>{t('sheets')}</Title>
        <WideTable label={t('sheets')} minWidth={480}>
          <SheetList round={round} sheets={sheets} />
        </WideTable>
      </section>
      <Dialog opened={asking} onClose={partial.close} title={t('partialTitle')}>
        <Stack>
          <Text>{t('partialConsequence')}</Text>
          <Text>{t('consequence')}</Text>
          <RefusalNote error={seal.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={partial.close}>
              {t('back')}
            </Button>
            <Button loading={seal.isPending} onClick={() => seal.mutate({ round, partial: true })}>
              {t('seal', { count: finished })}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Page>
  );
}
