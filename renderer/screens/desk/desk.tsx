import { Skeleton, Stack } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/domain/values.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';
import { KeyHelp, keySection } from '../../parts/keys/key-help.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { useResumeAt } from '../../parts/steps/use-resume-at.ts';
import { useSteps } from '../../parts/steps/use-steps.ts';
import { NotMyStage } from '../../parts/not-my-stage.tsx';
import { Pending } from '../../parts/pending.tsx';
import { SplitPane } from '../../parts/split-pane.tsx';
import { AcceptMet, AcceptMetLine } from './accept-met.tsx';
import { deskKeys } from './desk-keys.ts';
import { DeskTop } from './desk-top.tsx';
import styles from './desk.module.css';
import type { CiteOutcome, EntryHandle } from './entry-editor.tsx';
import { EvidenceDrawer } from './evidence-drawer.tsx';
import { evidenceKeys } from './evidence/evidence-keys.ts';
import { EvidencePanes } from './evidence/evidence-panes.tsx';
import { marksOf } from './evidence/marks-of.ts';
import { useEvidence } from './evidence/use-evidence.ts';
import { focusEvidence, usePaneFocus } from './evidence/use-pane-focus.ts';
import { MissingPanel } from '../../parts/answering/missing-panel.tsx';
import { SheetPane } from './sheet-pane.tsx';
import type { Line } from '../../parts/answering/sheet-model.ts';
import { isPlainSum, linesOf, linesToAccept, nextBlank, pointsSoFar, stageMaximum } from '../../parts/answering/sheet-model.ts';
import { useCompleting } from '../../parts/answering/use-completing.ts';
import { useNeighbours } from './use-neighbours.ts';

const route = getRouteApi('/rounds/$round/desk/$application/$stage');

/** Where one comes from when the address does not say. */
const wholeList = {};

/** The review desk: what I judge on the left, where I write on the right. */
export function Desk() {
  const { round, application, stage } = route.useParams();
  // Another sheet is another desk: nothing of the one before stays open.
  return <DeskOfSheet key={`${round} ${application} ${stage}`} />;
}

function DeskOfSheet() {
  const { t } = useTranslation('desk');
  const { t: text } = useTranslation('sheet');
  const { t: e } = useTranslation('evidence');
  const { api } = useCore();
  const { round, application, stage } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const answers = useAnswers();
  const [helpOpen, help] = useDisclosure(false);
  const [drawerOpen, drawer] = useDisclosure(false);
  const [acceptOpen, accepting] = useDisclosure(false);
  const [toAccept, setToAccept] = useState<readonly Line[]>([]);
  const [accepted, setAccepted] = useState<number | null>(null);
  const [revision, setRevision] = useState(0);
  const [cited, setCited] = useState<CiteOutcome | null>(null);
  const entry = useRef<EntryHandle>(null);
  const narrow = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const roundQuery = useQuery(api.rounds.get.queryOptions({ input: { round } }));
  const applicationQuery = useQuery(api.applications.get.queryOptions({ input: { round, application } }));
  const sheetQuery = useQuery(api.sheets.get.queryOptions({ input: { round, application, stage } }));
  const openDrawer = () => {
    setCited(null);
    drawer.open();
  };
  const cite = () => setCited(entry.current?.cite() ?? null);
  const { evidence, panes, setPanes } = useEvidence({
    attachments: applicationQuery.data?.attachments ?? [],
    files: { file: search.file, beside: search.beside },
    onFiles: (files) => void navigate({ search: (before) => ({ ...before, ...files }), replace: true, resetScroll: false }),
    onOpen: () => narrow && openDrawer(),
  });
  const rubric = roundQuery.data?.round.rubric;
  const view = sheetQuery.data;
  const lines = useMemo(() => (rubric === undefined || view === undefined ? [] : linesOf(rubric, view)), [rubric, view]);
  const [firstKey, setFirstKey] = useState<string | null>(null);
  // Where I left off; else the first blank.
  const left =
    view === undefined || view.resumeAt === null ? undefined : lines.find((line) => line.key === slotKey(view.resumeAt ?? line.slot));
  const firstLine = left ?? nextBlank(lines, undefined) ?? lines[0];
  // Decided once, so that answering an item does not move on by itself.
  if (firstKey === null && firstLine !== undefined) {
    setFirstKey(firstLine.key);
  }
  const current = lines.find((line) => line.key === (search.slot ?? firstKey)) ?? firstLine;
  const list = search.list ?? wholeList;
  const neighbours = useNeighbours(round, application, list);
  const address = { round, application, stage };
  const completing = useCompleting({ address, rubric, view });
  const steps = useSteps(address);
  useResumeAt(address, current?.slot);
  useEffect(() => () => void answers.flush(), [answers]);

  const openSlot = (slot: string) => void navigate({ search: (before) => ({ ...before, slot }), replace: true, resetScroll: false });
  const step = (by: -1 | 1) => {
    const next = current === undefined ? undefined : lines[lines.indexOf(current) + by];
    if (next !== undefined) {
      openSlot(next.key);
    }
  };
  /** Another sheet, the same list. */
  const openSheet = (where: { application?: string; stage?: Stage }) =>
    void navigate({ params: { round, application, stage, ...where }, search: { list: search.list } });
  const openNeighbour = (id: string | null) => id !== null && openSheet({ application: id });
  const acceptable = linesToAccept(lines);
  const askToAccept = () => {
    setToAccept(acceptable);
    accepting.open();
  };
  useKeys(deskKeys, {
    nextItem: () => step(1),
    previousItem: () => step(-1),
    moveAnywhere: (index) => step(index === 0 ? 1 : -1),
    nextBlank: () => {
      const blank = nextBlank(lines, current);
      return blank === null ? false : openSlot(blank.key);
    },
    verdict: (index) => entry.current?.giveVerdict(index),
    accept: () => entry.current?.accept(),
    acceptMet: askToAccept,
    value: () => entry.current?.focusValue(),
    comment: () => entry.current?.focusComment(),
    cite,
    evidence: () => (narrow ? openDrawer() : focusEvidence()),
    item: () => document.querySelector<HTMLElement>('[data-open] > button')?.focus(),
    nextApplicant: () => openNeighbour(neighbours.next),
    previousApplicant: () => openNeighbour(neighbours.previous),
    complete: completing.complete,
    undo: steps.undo,
    redo: steps.redo,
    list: () => navigate({ to: '/rounds/$round/applications', params: { round }, search: list }),
    help: help.open,
  });
  usePaneFocus();

  const failed = roundQuery.error ?? applicationQuery.error ?? sheetQuery.error;
  if (rubric === undefined || view === undefined || applicationQuery.data === undefined) {
    return (
      <Stack p="md" h="100%">
        <Pending error={failed}>
          <Skeleton h={40} />
          <Skeleton flex={1} />
        </Pending>
      </Stack>
    );
  }
  const total = isPlainSum(lines) ? t('subtotal', { points: pointsSoFar(lines), max: stageMaximum(rubric, stage) }) : null;
  const pane = (
    <EvidencePanes
      round={round}
      application={applicationQuery.data.application}
      attachments={applicationQuery.data.attachments}
      marks={marksOf(view.sheet?.entries ?? [], current?.key ?? null)}
      panes={panes}
      onPanes={setPanes}
    />
  );
  const sheet = (
    <SheetPane
      {...{ round, application, stage, view, lines, current, evidence }}
      onOpen={(line) => openSlot(line.key)}
      onStep={step}
      total={total}
      onEvidence={narrow ? openDrawer : null}
      handle={entry}
      revision={revision}
    >
      {view.state === 'not-assigned' && <NotMyStage />}
      <AcceptMetLine count={acceptable.length} accepted={accepted} onAsk={askToAccept} />
      {completing.listed > 0 && (
        <MissingPanel key={completing.listed} missing={completing.missing} onGo={openSlot} onClose={completing.close} />
      )}
    </SheetPane>
  );
  return (
    <div className={styles['desk']}>
      <DeskTop
        {...{ round, application, stage, view, list, neighbours, completing, steps }}
        applicant={applicationQuery.data.application.applicant.name}
        onOpen={openSheet}
        onHelp={help.open}
      />
      {narrow ? (
        <>
          {sheet}
          <EvidenceDrawer
            opened={drawerOpen}
            onClose={drawer.close}
            code={current?.item.code ?? null}
            {...{ evidence, cited }}
            onCite={cite}
          >
            {pane}
          </EvidenceDrawer>
        </>
      ) : (
        <SplitPane label={t('splitter')} storageKey="linping.desk-split" left={pane} right={sheet} />
      )}
      <AcceptMet
        address={address}
        lines={toAccept}
        opened={acceptOpen}
        onClose={accepting.close}
        onAccepted={(count) => {
          setAccepted(count);
          setRevision(revision + 1);
        }}
      />
      <KeyHelp
        opened={helpOpen}
        onClose={help.close}
        sections={[
          keySection(t('sheet'), deskKeys, (action) => text(`key_${action}`)),
          keySection(text('keysOfEvidence'), evidenceKeys, (action) => e(`key_${action}`)),
        ]}
      />
    </div>
  );
}
