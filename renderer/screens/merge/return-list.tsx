import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '#shared/api/merge.ts';
import type { IssuedReturn } from '#shared/api/returns.ts';
import { useLanguage } from '../../app/language.ts';
import { dateAndTime } from '../../parts/format.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { ComparisonDialog } from './comparison-dialog.tsx';
import styles from './merge.module.css';

type Props = { round: string; board: Board; busy: boolean; onExport: (returned: IssuedReturn) => void };

/** What was returned to whom, whether the answer is here, and old beside new. */
export function ReturnList({ round, board, busy, onExport }: Props) {
  const { t } = useTranslation('returns');
  const language = useLanguage();
  const { t: term } = useTranslation('terms');
  const [compared, setCompared] = useState<IssuedReturn | null>(null);
  /** `示例学校：A11 · 养老护理员；A12`, by applicant. */
  const placesOf = ({ items }: IssuedReturn): string =>
    [...Map.groupBy(items, ({ application }) => application)]
      .map(([application, those]) => {
        const applicant = board.applications.find(({ id }) => id === application)?.applicant ?? '';
        const places = those.map(({ item, occupation, levelGroup }) =>
          [item, occupation, levelGroup === null ? null : term(`levelGroup.${levelGroup}`)].filter((part) => part !== null).join(' · '),
        );
        return `${applicant}：${places.join('；')}`;
      })
      .join('；');
  if (board.returns.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('list')}>
      <Title order={2}>{t('list')}</Title>
      <ul className={styles['queue']}>
        {board.returns.toReversed().map((returned) => {
          const expert = board.experts.find(({ id }) => id === returned.expert)?.name ?? returned.expert;
          const line = t('listLine', {
            expert,
            sequence: returned.sequence,
            count: returned.items.length,
            time: dateAndTime(returned.issuedAt, language),
          });
          const answered = returned.state === 'answered';
          return (
            <li key={returned.sha256}>
              <Group justify="space-between" align="flex-start">
                <div>
                  <StateMark tone={answered ? 'good' : 'warn'} icon={answered ? 'complete' : 'returned'} text={t(returned.state)} />
                  <Text className="numbers">{line}</Text>
                  <Text size="sm" c="dimmed">
                    {placesOf(returned)} · {returned.reason}
                  </Text>
                </div>
                {answered ? (
                  <Button variant="default" aria-label={`${t('compare')}：${line}`} onClick={() => setCompared(returned)}>
                    {t('compare')}
                  </Button>
                ) : (
                  <Button variant="default" disabled={busy} aria-label={`${t('exportAgain')}：${line}`} onClick={() => onExport(returned)}>
                    {t('exportAgain')}
                  </Button>
                )}
              </Group>
            </li>
          );
        })}
      </ul>
      {compared !== null && <ComparisonDialog round={round} board={board} returned={compared} onClose={() => setCompared(null)} />}
    </section>
  );
}
