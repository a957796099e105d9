import { Button, Group, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, Conflict } from '#shared/api/merge.ts';
import { KeyHelp, keySection } from '../../parts/keys/key-help.tsx';
import type { KeyTable } from '../../parts/keys/key-table.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { decisionOn } from '../../parts/resolving/decision.ts';
import { ResolveDialog } from '../../parts/resolving/resolve-dialog.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { conflictKey } from './conflict-key.ts';
import styles from './merge.module.css';
import type { ToReturn } from './return-dialog.tsx';
import { ReturnInstead } from './return-instead.tsx';
import { useListed } from '../../parts/listed.ts';

type Props = { round: string; me: string; board: Board; onReturn: (sheet: ToReturn) => void };

type Action = 'next' | 'previous' | 'help';
/** The queue without a mouse: to the next or the previous matter, Enter opens it as it does any button. */
const keys: KeyTable<Action> = [
  { action: 'next', keys: ['j'] },
  { action: 'previous', keys: ['k'] },
  { action: 'help', keys: ['?'] },
];

/** What the chair has to settle, one after the other. */
export function ConflictQueue({ round, me, board, onReturn }: Props) {
  const { t } = useTranslation('merge');
  const [open, setOpen] = useState<Conflict | null>(null);
  const [help, setHelp] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const move = (by: 1 | -1) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[at === -1 && by === -1 ? buttons.length - 1 : Math.min(Math.max(at + by, 0), buttons.length - 1)]?.focus();
  };
  useKeys(keys, { next: () => move(1), previous: () => move(-1), help: () => setHelp(true) });
  const settled = board.conflicts.filter((conflict) => conflict.resolved);
  const unresolved = board.conflicts.filter((conflict) => !conflict.resolved);
  return (
    <section aria-label={t('queue')}>
      <Title order={2}>{t('queue')}</Title>
      {unresolved.length === 0 ? (
        <Text>{board.ownFirst.withheld > 0 ? t('queueWithheld', { count: board.ownFirst.withheld }) : t('queueDone')}</Text>
      ) : (
        <ol ref={list} className={styles['queue']}>
          {unresolved.map((conflict) => (
            <OpenMatter key={conflictKey(conflict)} board={board} conflict={conflict} onOpen={() => setOpen(conflict)} />
          ))}
        </ol>
      )}
      {settled.length > 0 && (
        <details>
          <summary>{t('resolved', { count: settled.length })}</summary>
          <ul className={styles['queue']}>
            {settled.map((conflict) => (
              <SettledMatter key={conflictKey(conflict)} board={board} conflict={conflict} onOpen={() => setOpen(conflict)} />
            ))}
          </ul>
        </details>
      )}
      <KeyHelp opened={help} onClose={() => setHelp(false)} sections={[keySection(null, keys, (action) => t(`key_${action}`))]} />
      {open !== null && (
        <ResolveDialog
          key={conflictKey(open)}
          round={round}
          me={me}
          board={board}
          conflict={open}
          onClose={() => setOpen(null)}
          instead={
            <ReturnInstead
              round={round}
              board={board}
              conflict={open}
              onReturn={(sheet) => {
                setOpen(null);
                onReturn(sheet);
              }}
            />
          }
        />
      )}
    </section>
  );
}

type MatterProps = { board: Board; conflict: Conflict; onOpen: () => void };

/** What waits for a decision: of whom, of which item, between whom. */
function OpenMatter({ board, conflict, onOpen }: MatterProps) {
  const { t } = useTranslation('merge');
  const { t: term } = useTranslation('terms');
  const listed = useListed();
  const isTie = conflict.kind === 'tie';
  const experts = listed(conflict.experts.map((id) => board.experts.find((one) => one.id === id)?.name ?? id));
  const facts = [
    conflict.item,
    isTie ? null : conflict.occupation,
    conflict.levelGroup === null ? null : term(`levelGroup.${conflict.levelGroup}`),
    conflict.stage === null ? null : term(`stage.${conflict.stage}`),
    isTie ? null : experts,
  ];
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <StateMark tone={conflict.kind === 'equivocation' ? 'bad' : 'warn'} icon="problem" text={term(`conflict.${conflict.kind}`)} />
          <Text fw={600}>{applicantOf(board, conflict)}</Text>
          <Text size="sm" c="dimmed">
            {facts.filter((part) => part !== null && part !== '').join(' · ')}
          </Text>
        </div>
        <Button
          flex="none"
          variant="default"
          onClick={onOpen}
          aria-label={`${t('resolve')}：${term(`conflict.${conflict.kind}`)} ${applicantOf(board, conflict)} ${conflict.item ?? ''}`}
        >
          {t('resolve')}
        </Button>
      </Group>
    </li>
  );
}

/** What was decided, with the reason, and the way to decide anew. */
function SettledMatter({ board, conflict, onOpen }: MatterProps) {
  const { t } = useTranslation('merge');
  const { t: term } = useTranslation('terms');
  const applicant = applicantOf(board, conflict);
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text fw={600}>
            {term(`conflict.${conflict.kind}`)} · {applicant} {conflict.item}
          </Text>
          <Text size="sm">{decisionOn(conflict, board.resolutions)?.reason}</Text>
        </div>
        <Button
          flex="none"
          variant="subtle"
          onClick={onOpen}
          aria-label={`${t('decideAgain')}：${term(`conflict.${conflict.kind}`)} ${applicant} ${conflict.item ?? ''}`}
        >
          {t('decideAgain')}
        </Button>
      </Group>
    </li>
  );
}

/** Whom a matter is about: one applicant, or the candidates that are tied. */
function applicantOf(board: Board, { application, candidates }: Conflict): string {
  const nameOf = (id: string | null) => board.applications.find((one) => one.id === id)?.applicant ?? '';
  return application !== null || candidates.length === 0
    ? nameOf(application)
    : candidates.map((one) => `${nameOf(one.application)} · ${one.occupation}`).join('；');
}
