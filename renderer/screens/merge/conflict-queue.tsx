import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, Conflict } from '#shared/api/merge.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { conflictKey } from './conflict-key.ts';
import styles from './merge.module.css';
import type { ToReturn } from './return-dialog.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';

type Props = { round: string; me: string; board: Board; onReturn: (sheet: ToReturn) => void };

/** What the chair has to settle, one after the other. */
export function ConflictQueue({ round, me, board, onReturn }: Props) {
  const { t } = useTranslation('merge');
  const { t: term } = useTranslation('terms');
  const [open, setOpen] = useState<Conflict | null>(null);
  const unresolved = board.conflicts.filter((conflict) => !conflict.resolved);
  const nameOf = (application: string | null) => board.applications.find((one) => one.id === application)?.applicant ?? '';
  const applicantOf = ({ application, candidates }: Conflict) =>
    application !== null || candidates.length === 0
      ? nameOf(application)
      : candidates.map((one) => `${nameOf(one.application)} · ${one.occupation}`).join('；');
  const expertsOf = (conflict: Conflict) => conflict.experts.map((id) => board.experts.find((one) => one.id === id)?.name ?? id).join('、');
  return (
    <section aria-label={t('queue')}>
      <Title order={2}>{t('queue')}</Title>
      {unresolved.length === 0 ? (
        <Text>{t('queueDone')}</Text>
      ) : (
        <ol className={styles['queue']}>
          {unresolved.map((conflict) => (
            <li key={conflictKey(conflict)}>
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <div>
                  <StateMark
                    tone={conflict.kind === 'equivocation' ? 'bad' : 'warn'}
                    icon="problem"
                    text={term(`conflict.${conflict.kind}`)}
                  />
                  <Text fw={600}>{applicantOf(conflict)}</Text>
                  <Text size="sm" c="dimmed">
                    {[
                      conflict.item,
                      conflict.kind === 'tie' ? null : conflict.occupation,
                      conflict.levelGroup === null ? null : term(`levelGroup.${conflict.levelGroup}`),
                      conflict.stage === null ? null : term(`stage.${conflict.stage}`),
                      conflict.kind === 'tie' ? null : expertsOf(conflict),
                    ]
                      .filter((part) => part !== null && part !== '')
                      .join(' · ')}
                  </Text>
                </div>
                <Button
                  flex="none"
                  variant="default"
                  onClick={() => setOpen(conflict)}
                  aria-label={`${t('resolve')}：${term(`conflict.${conflict.kind}`)} ${applicantOf(conflict)} ${conflict.item ?? ''}`}
                >
                  {t('resolve')}
                </Button>
              </Group>
            </li>
          ))}
        </ol>
      )}
      {unresolved.length < board.conflicts.length && (
        <Text c="dimmed" mt="xs">
          {t('resolved', { count: board.conflicts.length - unresolved.length })}
        </Text>
      )}
      {open !== null && (
        <ResolveDialog
          key={conflictKey(open)}
          round={round}
          me={me}
          board={board}
          conflict={open}
          onClose={() => setOpen(null)}
          onReturn={(sheet) => {
            setOpen(null);
            onReturn(sheet);
          }}
        />
      )}
    </section>
  );
}
