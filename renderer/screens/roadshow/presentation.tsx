import { Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoadshowView } from '#shared/api/roadshow.ts';
import type { Rubric } from '#shared/domain/rubric.ts';
import { isRunning, readClock } from '#shared/roadshow/clock.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';
import { KeyHelp, keySection } from '../../parts/keys/key-help.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { useResumeAt } from '../../parts/steps/use-resume-at.ts';
import { useSteps } from '../../parts/steps/use-steps.ts';
import type { Line } from '../../parts/answering/sheet-model.ts';
import { linesOf, nextBlank } from '../../parts/answering/sheet-model.ts';
import { useCompleting } from '../../parts/answering/use-completing.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import { ClockBar } from './clock-bar.tsx';
import { Connected } from './connected.tsx';
import { FixedBefore } from './fixed-before.tsx';
import { QuestionLog } from './question-log.tsx';
import styles from './roadshow.module.css';
import { roadshowKeys } from './roadshow-keys.ts';
import { type ScoreHandle, ScoreItem } from './score-item.tsx';
import { Top } from './top.tsx';
import type { Day } from './use-day.ts';
import { useNotes } from './use-notes.ts';

type Props = {
  round: string;
  rubric: Rubric;
  day: Day;
  view: RoadshowView;
  here: RoadshowView['applications'][number];
  slot: string | undefined;
  onSlot: (slot: string) => void;
  onGo: (application: string) => void;
  /** Opens the order of the day where it is not beside; null where it is. */
  onAgenda: (() => void) | null;
};

/** One applicant's roadshow: clock, scores, questions. */
export function Presentation({ round, rubric, day, view, here, slot, onSlot, onGo, onAgenda }: Props) {
  const { t } = useTranslation('roadshow');
  const { api } = useCore();
  const answers = useAnswers();
  const [helpOpen, help] = useDisclosure(false);
  const [pending, setPending] = useState<string | null>(null);
  const address = useMemo(() => ({ round, application: here.id, stage: 'roadshow' as const }), [round, here.id]);
  const sheetQuery = useQuery({ ...api.sheets.get.queryOptions({ input: address }), enabled: here.mine });
  const sheet = sheetQuery.data;
  const lines = useMemo(() => (sheet === undefined ? [] : linesOf(rubric, sheet)), [rubric, sheet]);
  const [firstKey, setFirstKey] = useState<string | null>(null);
  const left = sheet?.resumeAt ?? null;
  const first = (left === null ? undefined : lines.find(({ key }) => key === slotKey(left))) ?? nextBlank(lines, undefined) ?? lines[0];
  // Decided once, so that answering an item does not move on by itself.
  if (firstKey === null && first !== undefined) {
    setFirstKey(first.key);
  }
  const current = lines.find(({ key }) => key === (slot ?? firstKey)) ?? first;
  useResumeAt(address, here.mine ? current?.slot : undefined);
  useEffect(() => () => void answers.flush(), [answers]);
  const steps = useSteps(address);
  const completing = useCompleting({ address, rubric, view: sheet });
  const notes = useNotes(address);
  const currentItem = useRef<ScoreHandle>(null);

  const mine = view.applications.filter((one) => one.mine);
  const at = mine.findIndex(({ id }) => id === here.id);
  const neighbour = (by: -1 | 1) => mine[at + by]?.id;
  const lock = sheet?.lock ?? null;
  /** Clock, note on the video link and scores before the questions are final once the sheet was sealed. */
  const locked = lock !== null && lock.kind !== 'open';
  const fixedAt = sheet?.sheet?.roadshow?.fixedAt ?? null;
  const open = (line: Line | null | undefined) => line !== null && line !== undefined && onSlot(line.key);
  const go = (application: string | undefined) => (application === undefined ? false : onGo(application));
  const confirm = () => {
    const points = pending === null ? null : `${pending}.00`;
    setPending(null);
    if (points === null || current === undefined || currentItem.current?.score(points) !== true) {
      return;
    }
    // The answer is on its way; what is blank is told from what was there before it.
    open(nextBlank(lines, current));
  };
  const pressClock = () => {
    const { phase, talk, questions } = readClock(here.clock, view.limits, 0);
    const { state } = phase === 'talk' ? talk : questions;
    const next = { ready: 'start', running: 'pause', paused: 'resume', ended: null } as const;
    const action = next[state];
    if (!locked && action !== null) {
      day.press(here.id, { phase, action });
    }
  };
  useKeys(roadshowKeys, {
    digit: (index) => (currentItem.current === null || currentItem.current.locked ? false : setPending(String(index))),
    confirm: () => (pending === null ? false : confirm()),
    cancel: () => (pending === null ? false : setPending(null)),
    nextItem: () => open(current === undefined ? null : lines[lines.indexOf(current) + 1]),
    previousItem: () => open(current === undefined ? null : lines[lines.indexOf(current) - 1]),
    fix: () => (locked || !here.mine || fixedAt !== null ? false : void answers.flush().then(notes.fix)),
    clock: pressClock,
    question: () => document.querySelector<HTMLElement>('[data-question-text]')?.focus(),
    undo: steps.undo,
    redo: steps.redo,
    nextApplicant: () => go(neighbour(1)),
    previousApplicant: () => go(neighbour(-1)),
    help: help.open,
  });
  const other = view.applications.find((one) => one.id !== here.id && isRunning(one.clock));
  return (
    <div className={styles['presentation']}>
      <Top
        {...{ round, view, here, sheet, steps, completing, onAgenda }}
        previous={neighbour(-1)}
        next={neighbour(1)}
        onGo={onGo}
        onHelp={help.open}
      />
      <div className={styles['scroll']}>
        <RefusalNote error={day.error ?? sheetQuery.error ?? completing.error ?? steps.error ?? notes.error} />
        {other !== undefined && (
          <Notice tone="warn" icon="problem" role="status">
            {t('otherClock', { name: other.applicant, here: here.applicant })}{' '}
            <Link to="/rounds/$round/roadshow" params={{ round }} search={{ applicant: other.id }}>
              {t('goThere', { name: other.applicant })}
            </Link>
          </Notice>
        )}
        {(lock?.kind === 'reason' || lock?.kind === 'returned') && (
          <Notice tone="quiet" icon="locked" role="note">
            {t('sealed')}
          </Notice>
        )}
        {lock?.kind === 'complete' && (
          <Notice tone="quiet" icon="locked" role="note">
            {t('completeBody')}
          </Notice>
        )}
        <ClockBar
          round={round}
          events={here.clock}
          limits={view.limits}
          locked={locked}
          onPress={(event) => {
            // What was just scored is to be among the scores before the questions.
            void answers.flush().then(() => day.press(here.id, event));
          }}
          onLimits={day.setLimits}
        />
        {!here.mine && <p>{t('notYours')}</p>}
        {here.mine && sheet === undefined && <Skeleton h={400} />}
        {here.mine && sheet !== undefined && (
          <div className={styles['columns']}>
            <section aria-label={t('items')} className={styles['itemList']}>
              <FixedBefore fixedAt={fixedAt} locked={locked} sheet={sheet} notes={notes} />
              {lines.map((line) => (
                <ScoreItem
                  key={line.key}
                  address={address}
                  line={line}
                  isCurrent={line === current}
                  pending={line === current ? pending : null}
                  fixed={fixedAt !== null}
                  onOpen={() => onSlot(line.key)}
                  handle={line === current ? currentItem : null}
                />
              ))}
            </section>
            <div className={styles['log']}>
              <QuestionLog lines={lines} sheet={sheet} notes={notes} />
              <Connected sheet={sheet} locked={locked} notes={notes} />
            </div>
          </div>
        )}
      </div>
      <KeyHelp opened={helpOpen} onClose={help.close} sections={[keySection(null, roadshowKeys, (action) => t(`key_${action}`))]} />
    </div>
  );
}
