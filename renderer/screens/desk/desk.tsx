import { useDisclosure } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MissingPanel } from '../../parts/answering/missing-panel.tsx';
import { isPlainSum, pointsSoFar, stageMaximum } from '../../parts/answering/sheet-model.ts';
import { NotMyStage } from '../../parts/not-my-stage.tsx';
import { PendingSheet } from '../../parts/pending.tsx';
import workPage from '../../parts/work-page.module.css';
import { AcceptMet, AcceptMetLine } from './accept-met.tsx';
import type { EntryHandle } from './answer/use-entry-keys.ts';
import { DeskHelp } from './desk-help.tsx';
import { DeskTop } from './desk-top.tsx';
import { EvidencePanes } from './evidence/evidence-panes.tsx';
import { marksOf } from './evidence/marks-of.ts';
import { usePaneFocus } from './evidence/use-pane-focus.ts';
import { SheetAndEvidence } from './sheet-and-evidence.tsx';
import { SheetPane } from './sheet-pane.tsx';
import { useAcceptingMet } from './use-accepting-met.ts';
import { useDeskEvidence } from './use-desk-evidence.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useDeskPlaces } from './use-desk-places.ts';
import { useDeskSheet } from './use-desk-sheet.ts';

const route = getRouteApi('/rounds/$round/desk/$application/$stage');

/** The review desk: what I judge on the left, where I write on the right. */
export function Desk() {
  const { round, application, stage } = route.useParams();
  // Another sheet is another desk: nothing of the one before stays open.
  return <DeskOfSheet key={`${round} ${application} ${stage}`} />;
}

function DeskOfSheet() {
  const { t } = useTranslation('desk');
  const address = route.useParams();
  const { round, application, stage } = address;
  const [helpOpen, help] = useDisclosure(false);
  const entry = useRef<EntryHandle>(null);
  const sheet = useDeskSheet({ round, application, stage });
  const { rubric, view, lines, completing, steps } = sheet;
  const places = useDeskPlaces(lines, view?.resumeAt ?? null);
  const { current, openSlot } = places;
  const evidence = useDeskEvidence({ attachments: sheet.application?.attachments ?? [], places, entry });
  const met = useAcceptingMet(lines);
  useDeskKeys({ sheet, places, evidence, entry, onAcceptMet: met.ask, onHelp: help.open });
  usePaneFocus();
  if (rubric === undefined || view === undefined || sheet.application === undefined) {
    return <PendingSheet error={sheet.error} top={40} />;
  }
  const pane = (
    <EvidencePanes
      round={round}
      application={sheet.application.application}
      attachments={sheet.application.attachments}
      marks={marksOf(view.sheet?.entries ?? [], current?.key ?? null)}
      panes={evidence.panes}
      onPanes={evidence.setPanes}
    />
  );
  const items = (
    <SheetPane
      {...{ round, application, stage, view, lines, current }}
      evidence={evidence.evidence}
      onOpen={(line) => openSlot(line.key)}
      onStep={places.step}
      total={isPlainSum(lines) ? t('subtotal', { points: pointsSoFar(lines), max: stageMaximum(rubric, stage) }) : null}
      onEvidence={evidence.narrow ? evidence.openDrawer : null}
      handle={entry}
      revision={met.revision}
    >
      {view.state === 'not-assigned' && <NotMyStage />}
      <AcceptMetLine count={met.acceptable.length} accepted={met.accepted} onAsk={met.ask} />
      {completing.listed > 0 && (
        <MissingPanel key={completing.listed} missing={completing.missing} onGo={openSlot} onClose={completing.close} />
      )}
    </SheetPane>
  );
  return (
    <div className={workPage['page']}>
      <DeskTop
        {...{ round, application, stage, view, completing, steps }}
        list={places.list}
        neighbours={places.neighbours}
        applicant={sheet.application.application.applicant.name}
        onOpen={places.openSheet}
        onHelp={help.open}
      />
      <SheetAndEvidence evidence={evidence} code={current?.item.code ?? null} pane={pane} sheet={items} />
      <AcceptMet address={{ round, application, stage }} lines={met.asked} opened={met.opened} onClose={met.close} onAccepted={met.done} />
      <DeskHelp opened={helpOpen} onClose={help.close} />
    </div>
  );
}
