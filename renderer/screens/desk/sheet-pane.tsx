import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFiles } from '@tabler/icons-react';
import type { ComponentProps, ReactNode, Ref } from 'react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import type { Stage } from '#shared/domain/values.ts';
import type { AnswerAddress } from '../../app/answers/answer-queue.ts';
import { useRevision, useSavingState } from '../../app/answers/answers-context.tsx';
import { useRecheck } from '../../parts/rechecks/use-recheck.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import styles from './desk.module.css';
import type { EntryHandle } from './answer/use-entry-keys.ts';
import { EntryEditor } from './entry-editor.tsx';
import { EntryValue } from '../../parts/answering/entry-value.tsx';
import { GeneralFindings } from './findings/general-findings.tsx';
import { generalFindings } from './findings/place-findings.ts';
import { showOpened } from './show-opened.ts';
import { LineMarks } from './line-marks.tsx';
import type { OpenEvidence } from './open-evidence.ts';
import type { Line } from '../../parts/answering/sheet-model.ts';
import { byCategory, slotOf, standingAnswer } from '../../parts/answering/sheet-model.ts';

type Props = {
  round: string;
  application: string;
  stage: Stage;
  view: SheetView;
  lines: readonly Line[];
  current: Line | undefined;
  evidence: OpenEvidence;
  /** The points so far, where they simply add up. */
  total: string | null;
  /** Opens the evidence where it isn't beside the sheet. */
  onEvidence: (() => void) | null;
  onOpen: (line: Line) => void;
  onStep: (by: -1 | 1) => void;
  /** The open item, for the keys. */
  handle: Ref<EntryHandle>;
  /** Changes when answers came from elsewhere than the fields: these start anew. */
  revision: number;
  /** What stands above the items. */
  children: ReactNode;
};

/** The sheet: every item a row under its category, the current one open for answering. */
export function SheetPane(props: Props) {
  const { round, application, stage, view, lines, current, evidence, total, onEvidence, onOpen, onStep, handle, revision } = props;
  const { t } = useTranslation('desk');
  const general = useMemo(() => generalFindings(view.findings, view.slots), [view]);
  const at = current === undefined ? -1 : lines.indexOf(current);
  const addressOf = (line: Line): AnswerAddress => ({ round, application, stage, slot: slotOf(line) });
  return (
    <section className={styles['sheet']} aria-label={t('sheet')} data-sheet-items>
      <div className={styles['above']}>
        <GeneralFindings findings={general} evidence={evidence} />
        {props.children}
      </div>
      <div className={styles['items']} data-sheet-frame="">
        {byCategory(lines).map((group) => (
          <section key={group.category} aria-label={group.category}>
            <h2 className={styles['category']}>{group.category}</h2>
            <ul className={styles['list']}>
              {group.lines.map((line) => (
                <SheetLine key={line.key} line={line} open={line === current} address={addressOf(line)} onOpen={() => onOpen(line)}>
                  <FreshEditor
                    line={line}
                    address={addressOf(line)}
                    view={view}
                    evidence={evidence}
                    handle={line === current ? handle : null}
                    revision={revision}
                  />
                </SheetLine>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <SheetFoot {...{ at, total, onEvidence, onStep }} count={lines.length} />
    </section>
  );
}

type FootProps = Pick<Props, 'total' | 'onEvidence' | 'onStep'> & {
  /** Which of the items is open; -1 while there is none. */
  at: number;
  count: number;
};

/** To the item before and behind, where one is, the points so far, and the way to the evidence. */
function SheetFoot({ at, count, total, onEvidence, onStep }: FootProps) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles['foot']}>
      <Button
        variant="default"
        h={44}
        px="sm"
        disabled={at <= 0}
        aria-label={t('prevItem')}
        aria-keyshortcuts="k"
        onClick={() => onStep(-1)}
      >
        <IconChevronLeft size={18} aria-hidden />
        <span className={styles['stepText']}>{t('prevItem')} (K)</span>
      </Button>
      <span className={styles['position']}>
        {at >= 0 && (
          <span>
            {at + 1} / {count}
          </span>
        )}
        {total !== null && <strong>{total}</strong>}
      </span>
      {onEvidence !== null && (
        <Button variant="light" h={44} px="sm" leftSection={<IconFiles size={18} aria-hidden />} aria-keyshortcuts="e" onClick={onEvidence}>
          {t('openEvidence')}
        </Button>
      )}
      <Button
        variant="default"
        h={44}
        px="sm"
        disabled={at >= count - 1}
        aria-label={t('nextItem')}
        aria-keyshortcuts="j"
        onClick={() => onStep(1)}
      >
        <span className={styles['stepText']}>{t('nextItem')} (J)</span>
        <IconChevronRight size={18} aria-hidden />
      </Button>
    </div>
  );
}

/** The fields of an item; they start anew when another answer than theirs stands there. */
function FreshEditor({ revision, ...props }: ComponentProps<typeof EntryEditor> & { revision: number }) {
  const adopted = useRevision(props.address);
  return <EntryEditor key={`${revision} ${adopted}`} {...props} />;
}

type LineProps = { line: Line; open: boolean; address: AnswerAddress; onOpen: () => void; children: React.ReactNode };

function SheetLine({ line, open, address, onOpen, children }: LineProps) {
  const { t } = useTranslation('desk');
  const { t: p } = useTranslation('parts');
  const { t: term } = useTranslation('terms');
  const element = useRef<HTMLLIElement>(null);
  const saving = useSavingState(address);
  const recheck = useRecheck(address);
  const answer = standingAnswer(saving, line.entry);
  /** Where the row was on screen when it was clicked. */
  const clickedAt = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (open) {
      showOpened(element.current, clickedAt.current);
      // The keyboard goes on from the item that was opened, unless it is at work elsewhere (in the evidence, in a dialog).
      const { activeElement } = document;
      if (activeElement === document.body || activeElement?.closest('[data-sheet-items]') !== null) {
        element.current?.querySelector('button')?.focus({ preventScroll: true });
      }
    }
  }, [open]);
  const click = (event: React.MouseEvent) => {
    clickedAt.current = event.currentTarget.getBoundingClientRect().top;
    onOpen();
  };
  const { item, slot } = line;
  return (
    <li ref={element} className={styles['item']} data-open={open ? '' : undefined} data-slot={line.key}>
      <button type="button" className={styles['row']} aria-expanded={open} aria-current={open ? 'true' : undefined} onClick={click}>
        <span className={styles['code']}>{item.code}</span>
        <span className={styles['text']}>
          <span className={styles['words']}>{item.text}</span>
          {slot.occupation !== null && <span className={styles['tag']}>{slot.occupation}</span>}
          {slot.levelGroup !== null && <span className={styles['tag']}>{term(`levelGroup.${slot.levelGroup}`)}</span>}
        </span>
        <span className={styles['marks']}>
          {saving?.kind === 'failed' && <StateMark tone="bad" icon="problem" text={t('refusedSave')} />}
          {!open && recheck !== null && <StateMark tone="warn" icon="problem" text={p('recheckMark')} />}
          {!open && <LineMarks line={line} answer={answer} />}
        </span>
        <span className={styles['value']}>
          <EntryValue item={item} answer={answer} />
        </span>
      </button>
      {open && children}
    </li>
  );
}
