import { Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ComponentProps, type Ref, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoadshowView } from '#shared/api/roadshow.ts';
import type { SheetView } from '#shared/api/sheets.ts';
import type { Rubric } from '#shared/domain/rubric.ts';
import type { Lock } from '#shared/scoring/lock.ts';
import { isRunning } from '#shared/roadshow/clock.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';
import { KeyHelp, keySection } from '../../parts/keys/key-help.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { useResumeAt } from '../../parts/steps/use-resume-at.ts';
import { useSteps } from '../../parts/steps/use-steps.ts';
import type { Line } from '../../parts/answering/sheet-model.ts';
import { linesOf } from '../../parts/answering/sheet-model.ts';
import { useOpenLine } from '../../parts/answering/use-open-line.ts';
import { useCompleting } from '../../parts/answering/use-completing.ts';
import { ClockBar } from './clock-bar.tsx';
import { Connected } from './connected.tsx';
import { FixedBefore } from './fixed-before.tsx';
import { QuestionLog } from './question-log.tsx';
import styles from './roadshow.module.css';
import { roadshowKeys } from './roadshow-keys.ts';
import { type ScoreHandle, ScoreItem } from './score-item.tsx';
import { Top } from './top.tsx';
import type { Day } from './use-day.ts';
import { useEnteredDigit } from './use-entered-digit.ts';
import { type Notes, useNotes } from './use-notes.ts';
import { useRoadshowKeys } from './use-roadshow-keys.ts';

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
  const address = useMemo(() => ({ round, application: here.id, stage: 'roadshow' as const }), [round, here.id]);
  const sheetQuery = useQuery({ ...api.sheets.get.queryOptions({ input: address }), enabled: here.mine });
  const sheet = sheetQuery.data;
  const lines = useMemo(() => (sheet === undefined ? [] : linesOf(rubric, sheet)), [rubric, sheet]);
  const current = useOpenLine({ lines, asked: slot, resumeAt: sheet?.resumeAt ?? null });
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
  const open = (line: Line | null) => line !== null && onSlot(line.key);
  const go = (by: -1 | 1) => {
    const application = neighbour(by);
    return application === undefined ? false : onGo(application);
  };
  const digit = useEnteredDigit({ lines, current, item: currentItem, onOpen: open });
  const canFix = !locked && here.mine && fixedAt === null;
  useRoadshowKeys({ lines, current, digit, day, view, here, locked, canFix, notes, steps, onOpen: open, onGo: go, onHelp: help.open });
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
        <OtherClock round={round} here={here} applications={view.applications} />
        <SheetLock lock={lock} />
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
          <ScoresAndLog
            {...{ address, sheet, lines, current, fixedAt, locked, notes, onSlot }}
            pending={digit.pending}
            handle={currentItem}
          />
        )}
      </div>
      <KeyHelp opened={helpOpen} onClose={help.close} sections={[keySection(null, roadshowKeys, (action) => t(`key_${action}`))]} />
    </div>
  );
}

type OtherProps = { round: string; here: RoadshowView['applications'][number]; applications: RoadshowView['applications'] };

/** Says that another applicant's clock is running, and leads there. */
function OtherClock({ round, here, applications }: OtherProps) {
  const { t } = useTranslation('roadshow');
  const other = applications.find((one) => one.id !== here.id && isRunning(one.clock));
  return other === undefined ? null : (
    <Notice tone="warn" icon="problem" role="status">
      {t('otherClock', { name: other.applicant, here: here.applicant })}{' '}
      <Link to="/rounds/$round/roadshow" params={{ round }} search={{ applicant: other.id }}>
        {t('goThere', { name: other.applicant })}
      </Link>
    </Notice>
  );
}

/** Why the sheet is not open, where it is not. */
function SheetLock({ lock }: { lock: Lock | null }) {
  const { t } = useTranslation('roadshow');
  return (
    <>
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
    </>
  );
}

type ScoresProps = {
  address: ComponentProps<typeof ScoreItem>['address'];
  sheet: SheetView;
  lines: readonly Line[];
  current: Line | undefined;
  /** A digit typed and not confirmed yet. */
  pending: string | null;
  fixedAt: string | null;
  locked: boolean;
  notes: Notes;
  onSlot: (slot: string) => void;
  handle: Ref<ScoreHandle>;
};

/** The items to score, and beside them the log of questions and who took part by video. */
function ScoresAndLog({ address, sheet, lines, current, pending, fixedAt, locked, notes, onSlot, handle }: ScoresProps) {
  const { t } = useTranslation('roadshow');
  return (
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
            handle={line === current ? handle : null}
          />
        ))}
      </section>
      <div className={styles['log']}>
        <QuestionLog lines={lines} sheet={sheet} notes={notes} />
        <Connected sheet={sheet} locked={locked} notes={notes} />
      </div>
    </div>
  );
}
