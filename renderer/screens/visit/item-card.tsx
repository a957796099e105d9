import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '#shared/api/visit.ts';
import type { Application } from '#shared/domain/application.ts';
import type { Comparison } from '#shared/domain/visit.ts';
import { declaredFor } from '#shared/visit/comparisons.ts';
import { useRevision } from '../../app/answers/answers-context.tsx';
import { AnswerState } from '../../parts/answering/answer-state.tsx';
import { EntryValue } from '../../parts/answering/entry-value.tsx';
import { type Line, slotOf } from '../../parts/answering/sheet-model.ts';
import { type Answering, useAnswering } from '../../parts/answering/use-answering.ts';
import { RecheckNotice } from '../../parts/rechecks/recheck-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { ItemAnswer } from './item-answer.tsx';
import { DeclaredMark } from './measurements.tsx';
import type { VisitAddress } from './use-visit.ts';
import styles from './visit.module.css';

type Props = {
  address: VisitAddress;
  line: Line;
  visit: VisitView;
  application: Application;
  /** The one given for the whole sheet, where it asks for one. */
  reason: string | null;
  /** Whether what lies beside the answers is locked: photos, comparisons. */
  besideLocked: boolean;
  comparisons: readonly Comparison[];
  /** Keeps the comparisons as they stand, beside the value that they make. */
  onAdopt: () => void;
  onFocus: () => void;
};

/** One item of the visit. Its fields start anew when another answer is there than the one given in them: taken back, or of another window. */
export function ItemCard(props: Props) {
  const revision = useRevision({ ...props.address, stage: 'visit', slot: slotOf(props.line) });
  return <Fields key={revision} {...props} />;
}

/** What is asked, what was declared, what was found, its points with the reason, its photos. */
function Fields({ address, line, visit, application, reason, besideLocked, comparisons, onAdopt, onFocus }: Props) {
  const { t: desk } = useTranslation('desk');
  const { item, slot } = line;
  const place = { ...address, stage: 'visit' as const, slot: slotOf(line) };
  const answering = useAnswering({ line, address: place, reason });
  const { answer, lock } = answering;
  const declared = declaredFor(item, slot.occupation, application);
  const whole = declared.find(({ label }) => label === '');
  const measured = answer.value?.kind === 'number' ? answer.value.number : null;
  return (
    <article className={styles['item']} data-slot={line.key} data-open="" id={`slot-${line.key}`} onFocusCapture={onFocus}>
      <ItemHead line={line} answering={answering} />
      <RecheckNotice address={place} />
      {lock.kind === 'returned' && <Text size="sm">{desk('returnedBody', { reason: lock.reason })}</Text>}
      {lock.kind === 'held' && <StateMark tone="quiet" icon="sealed" text={desk('heldMark')} />}
      {whole !== undefined && <DeclaredMark declared={whole} found={measured} />}
      <ItemAnswer {...{ address, line, answering, visit, declared, reason, besideLocked, comparisons, onAdopt }} />
      <div role="status" className={styles['saving']}>
        <AnswerState line={line} answering={answering} />
      </div>
    </article>
  );
}

/** The item with what it came to. */
function ItemHead({ line: { item }, answering: { answer, scored, lock } }: { line: Line; answering: Answering }) {
  const { t } = useTranslation('desk');
  return (
    <>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div>
          <span className={styles['code']}>{item.code}</span> <span className={styles['text']}>{item.text}</span>
          {lock.kind === 'returned' && <StateMark tone="warn" icon="returned" text={t('returnedMark')} />}
        </div>
        <Text component="div" size="xl" className={styles['points'] ?? ''}>
          <EntryValue item={item} answer={scored.ok ? scored.value.answer : answer} />
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {[item.quantity, t('clause', { clause: item.clause }), item.note].filter((part) => part !== undefined).join(' · ')}
      </Text>
    </>
  );
}
