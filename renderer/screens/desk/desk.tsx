import { Button, Drawer, Skeleton, Stack } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFiles } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { verdictSchema } from '#shared/domain/values.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { SplitPane } from '../../parts/split-pane.tsx';
import { DeskTop } from './desk-top.tsx';
import styles from './desk.module.css';
import { EvidencePanes } from './evidence/evidence-panes.tsx';
import { useEvidence } from './evidence/use-evidence.ts';
import { KeyHelp } from './key-help.tsx';
import { SheetPane } from './sheet-pane.tsx';
import type { Line } from './sheet-model.ts';
import { isPlainSum, linesOf, pointsSoFar, stageMaximum } from './sheet-model.ts';
import { useDeskKeys } from './use-desk-keys.ts';

const route = getRouteApi('/rounds/$round/desk/$application/$stage');

/** The review desk: what I judge on the left, where I write on the right. */
export function Desk() {
  const { round, application, stage } = route.useParams();
  // Another sheet is another desk: nothing of the one before stays open.
  return <DeskOfSheet key={`${round} ${application} ${stage}`} />;
}

function DeskOfSheet() {
  const { t } = useTranslation('desk');
  const { t: p } = useTranslation('parts');
  const { api } = useCore();
  const { round, application, stage } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const answers = useAnswers();
  const queries = useQueryClient();
  const [helpOpen, help] = useDisclosure(false);
  const [drawerOpen, drawer] = useDisclosure(false);
  const narrow = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const roundQuery = useQuery(api.rounds.get.queryOptions({ input: { round } }));
  const applicationQuery = useQuery({ ...api.applications.get.queryOptions({ input: { round, application } }), staleTime: Infinity });
  const sheetQuery = useQuery({
    ...api.sheets.get.queryOptions({ input: { round, application, stage } }),
    staleTime: Infinity,
    refetchOnMount: 'always',
  });
  const submission = useQuery(api.submission.get.queryOptions({ input: { round } }));
  const { evidence, panes, setPanes } = useEvidence({
    attachments: applicationQuery.data?.attachments ?? [],
    files: { file: search.file, beside: search.beside },
    onFiles: (files) => void navigate({ search: (before) => ({ ...before, ...files }), replace: true }),
    onOpen: narrow ? drawer.open : () => {},
  });
  const rubric = roundQuery.data?.round.rubric;
  const view = sheetQuery.data;
  const lines = useMemo(() => (rubric === undefined || view === undefined ? [] : linesOf(rubric, view)), [rubric, view]);
  const [firstKey, setFirstKey] = useState<string | null>(null);
  const firstBlank = lines.find((line) => line.entry === null) ?? lines[0];
  // Decided once, so that answering an item does not move on by itself.
  if (firstKey === null && firstBlank !== undefined) {
    setFirstKey(firstBlank.key);
  }
  const current = lines.find((line) => line.key === (search.slot ?? firstKey)) ?? firstBlank;
  const reopen = useMutation(
    api.sheets.reopen.mutationOptions({
      onSuccess: (next) => queries.setQueryData(api.sheets.get.queryKey({ input: { round, application, stage } }), next),
    }),
  );
  useEffect(() => () => void answers.flush(), [answers]);

  const openLine = useCallback(
    (line: Line) => void navigate({ search: (before) => ({ ...before, slot: line.key }), replace: true }),
    [navigate],
  );
  const step = useCallback(
    (by: -1 | 1) => {
      const next = current === undefined ? undefined : lines[lines.indexOf(current) + by];
      if (next !== undefined) {
        openLine(next);
      }
    },
    [current, lines, openLine],
  );
  const giveVerdict = useCallback(
    (index: number) => {
      const verdict = verdictSchema.options[index];
      if (current?.item.kind === 'gate' && verdict !== undefined) {
        const open = document.querySelectorAll<HTMLButtonElement>(
          '[data-open] fieldset:not(:disabled) [role="group"] > button[aria-pressed]',
        );
        open[index]?.click();
      }
    },
    [current],
  );
  useDeskKeys({ onStep: step, onHelp: help.open, onVerdict: giveVerdict });

  const failed = roundQuery.error ?? applicationQuery.error ?? sheetQuery.error;
  if (rubric === undefined || view === undefined || applicationQuery.data === undefined) {
    return (
      <Stack p="md" h="100%">
        <RefusalNote error={failed} />
        <Skeleton h={40} />
        <Skeleton flex={1} />
      </Stack>
    );
  }
  const total = isPlainSum(lines) ? t('subtotal', { points: pointsSoFar(lines), max: stageMaximum(rubric, stage) }) : null;
  const pane = (
    <EvidencePanes
      application={applicationQuery.data.application}
      attachments={applicationQuery.data.attachments}
      panes={panes}
      onPanes={setPanes}
    />
  );
  const everSealed = submission.data !== undefined && submission.data.sequence !== null;
  const sheet = (
    <SheetPane
      {...{ round, application, stage, view, lines, current, evidence, everSealed }}
      onOpen={openLine}
      onStep={step}
      onReopen={() => reopen.mutateAsync({ round, application, stage })}
    />
  );
  return (
    <div className={styles['desk']}>
      <DeskTop
        {...{ round, application, stage, view, total }}
        applicant={applicationQuery.data.application.applicant.name}
        onHelp={help.open}
      />
      {narrow ? (
        <>
          <div className={styles['narrow']}>
            <Button variant="light" m="xs" h={44} leftSection={<IconFiles size={18} aria-hidden />} onClick={drawer.open}>
              {t('openEvidence')}
            </Button>
            {sheet}
          </div>
          <Drawer
            closeButtonProps={{ 'aria-label': p('close'), size: 44 }}
            opened={drawerOpen}
            onClose={drawer.close}
            title={t('evidence')}
            size="100%"
            styles={{ body: { height: 'calc(100dvh - 4rem)' } }}
          >
            {pane}
          </Drawer>
        </>
      ) : (
        <SplitPane label={t('splitter')} storageKey="linping.desk-split" left={pane} right={sheet} />
      )}
      <KeyHelp opened={helpOpen} onClose={help.close} />
    </div>
  );
}
