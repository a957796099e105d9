import { Button, Code, EmptyState, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileExport, IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Submission } from '#shared/api/sheets.ts';
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
  const { api } = useCore();
  const { round } = route.useParams();
  const language = useLanguage();
  const queries = useQueryClient();
  const [asking, partial] = useDisclosure(false);
  const { submission, missing, rechecks } = useSubmission(round);
  const seal = useMutation(
    api.submission.seal.mutationOptions({
      onSuccess: (next) => {
        partial.close();
        queries.setQueryData(api.submission.get.queryKey({ input: { round } }), next);
      },
    }),
  );
  if (submission.data === undefined || missing.data === undefined || rechecks.data === undefined) {
    return (
      <Page title={t('title')}>
        <Pending error={submission.error ?? missing.error ?? rechecks.error}>
          <Skeleton h={320} />
        </Pending>
      </Page>
    );
  }
  const { sequence, sealedAt, changedSinceSealing, sheets } = submission.data;
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
        {!isSealedAndCurrent(submission.data) && (
          <SealSheets
            {...{ sequence, finished }}
            count={sheets.length}
            canSeal={toCheck === 0}
            isComplete={complete}
            isPending={seal.isPending}
            onSeal={() => seal.mutate({ round, partial: false })}
            onPartial={partial.open}
          />
        )}
      </section>
      <ExportAndHandOver round={round} submission={submission.data} />
      <section>
        <Title order={2}>{t('sheets')}</Title>
        <WideTable label={t('sheets')} minWidth={480}>
          <SheetList round={round} sheets={sheets} />
        </WideTable>
      </section>
      <SealPartial {...{ asking, seal }} count={finished} onClose={partial.close} onSeal={() => seal.mutate({ round, partial: true })} />
    </Page>
  );
}

/** How far the sheets are, what is missing on them and what is to be looked at again, read once nothing is on its way to the disk any more. */
function useSubmission(round: string) {
  const { api } = useCore();
  const answers = useAnswers();
  const [flushed, setFlushed] = useState(false);
  // What is still on its way to the disk belongs into the list of what is missing.
  useEffect(() => {
    void answers.flush().then(() => setFlushed(true));
  }, [answers]);
  const submission = useQuery({ ...api.submission.get.queryOptions({ input: { round } }), enabled: flushed });
  const missing = useQuery({ ...api.submission.missing.queryOptions({ input: { round } }), enabled: flushed });
  const rechecks = useQuery({ ...api.submission.rechecks.queryOptions({ input: { round } }), enabled: flushed });
  return { submission, missing, rechecks };
}

/** Whether what was sealed last is what stands on the sheets. */
function isSealedAndCurrent({ sequence, changedSinceSealing }: Submission): boolean {
  return sequence !== null && !changedSinceSealing;
}

type SealProps = {
  /** The number of the last sealing; null before the first. */
  sequence: number | null;
  count: number;
  finished: number;
  /** Whether nothing has to be looked at again first. */
  canSeal: boolean;
  isComplete: boolean;
  isPending: boolean;
  onSeal: () => void;
  onPartial: () => void;
};

/** Sealing all sheets, or those that are finished, with what it means. */
function SealSheets({ sequence, count, finished, canSeal, isComplete, isPending, onSeal, onPartial }: SealProps) {
  const { t } = useTranslation('submission');
  return (
    <Group mt="xs">
      {isComplete ? (
        <Button leftSection={<IconLock size={18} aria-hidden />} loading={isPending} disabled={!canSeal} onClick={onSeal}>
          {sequence === null ? t('seal', { count: count }) : t('sealAgain', { count: count })}
        </Button>
      ) : (
        <Button variant="default" {...wrapping} mih={36} onClick={onPartial} disabled={finished === 0 || !canSeal}>
          {t('sealPartial', { count: finished })}
        </Button>
      )}
      <Text c="dimmed">{t('consequence')}</Text>
    </Group>
  );
}

/** What was sealed as a file, as pictures, and by its hash. */
function ExportAndHandOver({ round, submission }: { round: string; submission: Submission }) {
  const { t } = useTranslation('submission');
  const { client } = useCore();
  const language = useLanguage();
  const exporting = useLongWork();
  const kept = useKeptExport();
  const { exportedAt, sha256 } = submission;
  const isCurrent = isSealedAndCurrent(submission);
  const exportNow = async () => {
    await kept.keep(await exporting.run((signal) => client.submission.export({ round }, { signal })));
  };
  return (
    <section>
      <Title order={2}>{t('step3')}</Title>
      <Text c="dimmed">{t('exportHint')}</Text>
      <Stack gap="xs" mt="xs">
        <Group>
          <Button
            leftSection={<IconFileExport size={18} aria-hidden />}
            variant={isCurrent ? 'filled' : 'default'}
            disabled={!isCurrent || exporting.running}
            onClick={() => void exportNow()}
          >
            {t('export')}
          </Button>
          {exportedAt !== null && <Text c="dimmed">{t('exportedAt', { time: dateAndTime(exportedAt, language) })}</Text>}
        </Group>
        <WorkProgress work={exporting} />
        <ExportedFile kept={kept} />
        <HandOverByFrames round={round} disabled={!isCurrent || exporting.running} />
        {sha256 !== null && (
          <Text size="sm" c="dimmed">
            {t('sha256')} <Code>{sha256}</Code>
          </Text>
        )}
      </Stack>
    </section>
  );
}

type PartialProps = {
  asking: boolean;
  seal: { readonly isPending: boolean; readonly error: unknown };
  count: number;
  onClose: () => void;
  onSeal: () => void;
};

/** Asks before some of the sheets are sealed without the others. */
function SealPartial({ asking, seal, count, onClose, onSeal }: PartialProps) {
  const { t } = useTranslation('submission');
  return (
    <Dialog opened={asking} onClose={onClose} title={t('partialTitle')}>
      <Stack>
        <Text>{t('partialConsequence')}</Text>
        <Text>{t('consequence')}</Text>
        <RefusalNote error={seal.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('back')}
          </Button>
          <Button loading={seal.isPending} onClick={onSeal}>
            {t('seal', { count })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
