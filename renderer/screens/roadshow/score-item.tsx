import { Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Entry } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import { scoreAnswer } from '#shared/scoring/score-answer.ts';
import { useRevision } from '../../app/answers/answers-context.tsx';
import { RecheckNotice } from '../../parts/rechecks/recheck-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { LockNotice } from '../../parts/answering/lock-notice.tsx';
import { useAnswering } from '../../parts/answering/use-answering.ts';
import { AnswerState } from '../../parts/answering/answer-state.tsx';
import { EntryValue } from '../../parts/answering/entry-value.tsx';
import { type Line, slotOf } from '../../parts/answering/sheet-model.ts';
import { AnchorButtons } from './anchor-buttons.tsx';
import { Earlier } from './earlier.tsx';
import styles from './roadshow.module.css';

type Props = {
  address: { round: string; application: string; stage: Stage };
  line: Line;
  isCurrent: boolean;
  /** A digit typed for this item and not confirmed yet. */
  pending: string | null;
  /** Whether the scores before the questions are fixed. */
  fixed: boolean;
  onOpen: () => void;
  handle: Ref<ScoreHandle>;
};

/** What the keys of the roadshow ask of the item they are at. */
export type ScoreHandle = {
  readonly locked: boolean;
  /** Gives it points; false where it does not take them, or is locked. */
  readonly score: (points: string) => boolean;
};

/** One item: its anchors to tap, what it was before the questions, what I gave the ones before, and a comment. */
export function ScoreItem({ address, line, isCurrent, pending, fixed, onOpen, handle }: Props) {
  const { t } = useTranslation('roadshow');
  const element = useRef<HTMLElement>(null);
  const { item, slot, entry } = line;
  const place = { ...address, slot: slotOf(line) };
  const revision = useRevision(place);
  const answering = useAnswering({ line, address: place });
  const { answer, scored, change, lock, locked, reason, unlock } = answering;
  const score = (points: string): boolean => {
    const takes = item.kind === 'judged' && scoreAnswer(item, { ...answer, points }).ok && !locked;
    if (takes) {
      change((before) => ({ ...before, points }), 'chosen');
    }
    return takes;
  };
  useImperativeHandle(handle, () => ({ locked, score }));
  useEffect(() => {
    // What was opened by touching it is in view; scrolling then would move its buttons from under the finger, and the tap would be lost.
    if (isCurrent && element.current?.contains(document.activeElement) === false) {
      element.current.scrollIntoView({ block: 'nearest' });
    }
  }, [isCurrent]);
  return (
    <article
      ref={element}
      className={styles['item']}
      data-current={isCurrent ? '' : undefined}
      data-slot={line.key}
      aria-label={[item.code, item.text, slot.occupation].filter((part) => part !== null).join(' ')}
      onFocusCapture={() => !isCurrent && onOpen()}
    >
      <ItemHead line={line} answer={answer} />
      {fixed && <BeforeQuestions before={entry?.before} points={answer.points} />}
      <RecheckNotice address={place} />
      <Earlier address={address} item={item} />
      {lock.kind !== 'complete' && lock.kind !== 'not-mine' && (
        <LockNotice lock={lock} reason={reason} name={item.code} onReason={unlock} />
      )}
      {item.kind === 'judged' ? (
        <AnchorButtons
          item={item}
          label={t('anchors', { code: item.code })}
          points={answer.points}
          disabled={locked}
          onPoints={(points) => {
            onOpen();
            score(points);
          }}
        />
      ) : (
        <Link
          to="/rounds/$round/desk/$application/$stage"
          params={{ round: address.round, application: address.application, stage: 'roadshow' }}
          search={{ slot: line.key }}
        >
          {t('notJudged')}
        </Link>
      )}
      {pending !== null && (
        <p role="status" className={styles['pending']}>
          {t('pending', { digit: pending })}
        </p>
      )}
      {item.kind === 'judged' && (
        <Comment
          key={revision}
          label={scored.ok && scored.value.commentMissing ? t('commentNeeded') : t('comment')}
          text={answer.comment}
          disabled={locked}
          onText={(comment) => change((before) => ({ ...before, comment }), 'typed')}
        />
      )}
      <div className={styles['itemFoot']} role="status">
        <AnswerState line={line} answering={answering} />
        {scored.ok && scored.value.commentMissing && <StateMark tone="warn" icon="problem" text={t('commentNeeded')} />}
      </div>
    </article>
  );
}

/** The item with what it came to. */
function ItemHead({ line: { item, slot }, answer }: { line: Line; answer: Answer }) {
  const { t } = useTranslation('terms');
  return (
    <div className={styles['itemHead']}>
      <span className={styles['code']}>{item.code}</span>
      <span className={styles['itemText']}>
        {item.text}
        {slot.occupation !== null && <span className={styles['tag']}>{slot.occupation}</span>}
        {slot.levelGroup !== null && <span className={styles['tag']}>{t(`levelGroup.${slot.levelGroup}`)}</span>}
      </span>
      <span className={styles['itemValue']}>
        <EntryValue item={item} answer={answer} />
      </span>
    </div>
  );
}

/** What was given before the questions, beside what stands now. */
function BeforeQuestions({ before, points }: { before: Entry['before']; points: string | null }) {
  const { t } = useTranslation('roadshow');
  return (
    <p className={styles['beforeLine']}>
      {before === undefined ? (
        t('beforeNone')
      ) : (
        <>
          {t('before')} <span className="numbers">{before.points ?? '–'}</span> → {t('now')}{' '}
          <span className="numbers">{points ?? '–'}</span>
        </>
      )}
    </p>
  );
}

type CommentProps = { label: string; text: string; disabled: boolean; onText: (text: string) => void };

/** The comment keeps its own text while one types; it starts anew when another answer stands there. */
function Comment({ label, text, disabled, onText }: CommentProps) {
  const [typed, setTyped] = useState(text);
  return (
    <Textarea
      label={
        <Text span size="sm">
          {label}
        </Text>
      }
      autosize
      minRows={1}
      maxRows={6}
      disabled={disabled}
      value={typed}
      styles={{ input: { minHeight: 44 } }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onText(event.currentTarget.value);
      }}
    />
  );
}
