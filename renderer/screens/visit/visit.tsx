import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ComponentProps, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import type { VisitView } from '#shared/api/visit.ts';
import type { Application } from '#shared/domain/application.ts';
import type { Comparison } from '#shared/domain/visit.ts';
import type { Rubric } from '#shared/domain/rubric.ts';
import { allComparisons, ownComparisons } from '#shared/visit/comparisons.ts';
import { opensWith } from '#shared/scoring/lock.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import { byPlace } from '#shared/visit/places.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { useResumeAt } from '../../parts/steps/use-resume-at.ts';
import { useSteps } from '../../parts/steps/use-steps.ts';
import { NotMyStage } from '../../parts/not-my-stage.tsx';
import { PendingSheet } from '../../parts/pending.tsx';
import { MissingPanel } from '../../parts/answering/missing-panel.tsx';
import { LockNotice } from '../../parts/answering/lock-notice.tsx';
import { isPlainSum, linesOf, pointsSoFar, slotOf, stageMaximum } from '../../parts/answering/sheet-model.ts';
import { useCompleting } from '../../parts/answering/use-completing.ts';
import { Comparisons } from './comparisons.tsx';
import { ItemCard } from './item-card.tsx';
import { AllPhotos } from './photos/all-photos.tsx';
import { useScreenCopies } from './photos/use-screen-copies.ts';
import { PlaceNavigation, placeAnchor } from './place-navigation.tsx';
import { RecordCard } from './record/record-card.tsx';
import { SigningCard } from './record/signing-card.tsx';
import { useRecord } from './use-record.ts';
import { useVisit, type VisitAddress } from './use-visit.ts';
import { visitKeys } from './visit-keys.ts';
import { VisitTop } from './visit-top.tsx';
import styles from './visit.module.css';

const route = getRouteApi('/rounds/$round/visit/$application');

/** The sheet of a site visit: place by place, in the order in which one walks. */
export function Visit() {
  const { round, application } = route.useParams();
  return <VisitOf key={`${round} ${application}`} />;
}

function VisitOf() {
  const { api } = useCore();
  const { round, application } = route.useParams();
  const answers = useAnswers();
  const address = useMemo(() => ({ round, application }), [round, application]);
  const roundQuery = useQuery(api.rounds.get.queryOptions({ input: { round } }));
  const applicationQuery = useQuery(api.applications.get.queryOptions({ input: address }));
  const sheetQuery = useQuery(api.sheets.get.queryOptions({ input: { ...address, stage: 'visit' } }));
  const visitQuery = useVisit(address);
  useEffect(() => () => void answers.flush(), [answers]);
  const rubric = roundQuery.data?.round.rubric;
  if (rubric === undefined || sheetQuery.data === undefined || visitQuery.data === undefined || applicationQuery.data === undefined) {
    return <PendingSheet error={roundQuery.error ?? applicationQuery.error ?? sheetQuery.error ?? visitQuery.error} top={88} />;
  }
  return (
    <VisitSheet
      address={address}
      rubric={rubric}
      application={applicationQuery.data.application}
      view={sheetQuery.data}
      visit={visitQuery.data}
    />
  );
}

type Props = {
  address: VisitAddress;
  rubric: Rubric;
  application: Application;
  view: SheetView;
  visit: VisitView;
};

function VisitSheet({ address, rubric, application, view, visit }: Props) {
  const { t: desk } = useTranslation('desk');
  const search = route.useSearch();
  const [reason, setReason] = useState<string | null>(null);
  const lines = useMemo(() => linesOf(rubric, view), [rubric, view]);
  const groups = useMemo(() => byPlace(rubric, lines), [rubric, lines]);
  const sheet = useMemo(() => ({ ...address, stage: 'visit' as const }), [address]);
  const completing = useCompleting({ address: sheet, rubric, view });
  const steps = useSteps(sheet);
  const [current, setCurrent] = useState(view.resumeAt);
  useResumeAt(sheet, current ?? undefined);
  useKeys(visitKeys, { undo: steps.undo, redo: steps.redo });
  const editing = useRecord(address, visit, reason);
  const locked = !opensWith(view.lock, reason);
  useScreenCopies(address, visit.visit.photos, view.lock.kind !== 'complete');
  const comparisons = allComparisons(ownComparisons(rubric.items, view.sheet?.entries ?? [], application), editing.record.comparisons);
  useArriving(search.slot, view.resumeAt);
  const total = isPlainSum(lines) ? desk('subtotal', { points: pointsSoFar(lines), max: stageMaximum(rubric, 'visit') }) : null;
  const top = (
    <VisitTop
      address={address}
      applicant={application.applicant.name}
      view={view}
      list={search.list}
      total={total}
      completing={completing}
      steps={steps}
    />
  );
  if (view.state === 'not-assigned') {
    return (
      <div className={styles['visit']}>
        {top}
        <div className={styles['body']}>
          <NotMyStage />
        </div>
      </div>
    );
  }
  return (
    <div className={styles['visit']}>
      {top}
      <PlaceNavigation groups={groups} />
      <div className={styles['body']}>
        <LockNotice lock={view.lock} reason={reason} name={desk('sheet')} onReason={setReason} />
        {completing.listed > 0 && (
          <MissingPanel key={completing.listed} missing={completing.missing} onGo={go} onClose={completing.close} />
        )}
        {groups.map((group, index) => (
          <section key={`${group.place} ${group.occupation ?? ''}`} className={styles['card']} aria-labelledby={placeAnchor(index)}>
            <h2 id={placeAnchor(index)}>
              {group.place}
              {group.occupation !== null && <span className={styles['occupation']}> · {group.occupation}</span>}
            </h2>
            {group.lines.map((line) => (
              <ItemWithComparisons
                key={line.key}
                {...{ address, line, visit, application, reason, comparisons, locked }}
                onComparisons={(next) => editing.change({ comparisons: next })}
                onFocus={() => setCurrent(slotOf(line))}
              />
            ))}
          </section>
        ))}
        <AllPhotos address={address} visit={visit} lines={lines} reason={reason} locked={locked} />
        <RecordCard {...{ address, view, editing, reason, locked }} />
        <SigningCard address={address} visit={visit} editing={editing} />
      </div>
    </div>
  );
}

type ItemProps = Omit<ComponentProps<typeof ItemCard>, 'onAdopt' | 'besideLocked' | 'comparisons'> & {
  comparisons: Comparison[];
  locked: boolean;
  onComparisons: (comparisons: Comparison[]) => void;
};

/** An item and, where it asks for them, the comparisons that its value is made of. */
function ItemWithComparisons({ comparisons, locked, onComparisons, ...item }: ItemProps) {
  const { comparisons: asked } = item.line.item;
  return (
    <div>
      <ItemCard {...item} comparisons={comparisons} besideLocked={locked} onAdopt={() => onComparisons(comparisons)} />
      {asked !== undefined && <Comparisons fewest={asked.fewest} {...{ comparisons, locked }} onChange={onComparisons} />}
    </div>
  );
}

/** Goes to the item that the address asks for, else to where the sheet was left. */
function useArriving(asked: string | undefined, resumeAt: SheetView['resumeAt']): void {
  useEffect(() => {
    if (asked !== undefined) {
      go(asked);
    }
  }, [asked]);
  const [left] = useState(() => (asked === undefined && resumeAt !== null ? slotKey(resumeAt) : null));
  useEffect(() => {
    // Where one was when the sheet was left or the battery ended; no focus, which would bring up a keyboard.
    if (left !== null) {
      document.getElementById(`slot-${left}`)?.scrollIntoView({ block: 'start' });
    }
  }, [left]);
}

/** Brings an item into view, with the focus on its first field. */
function go(key: string): void {
  const item = document.getElementById(`slot-${key}`);
  item?.scrollIntoView({ block: 'start' });
  item?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
}
