import { useTranslation } from 'react-i18next';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Answer } from '#shared/domain/sheet.ts';
import { isBlank } from '#shared/scoring/score-answer.ts';
import styles from './answering.module.css';

/** What stands at an item: an empty box when blank, `0.00 / 4` for zero, – for 不适用: never the same for two of them. */
export function EntryValue({ item, answer }: { item: RubricItem; answer: Pick<Answer, 'value' | 'points' | 'verdict'> }) {
  const { t } = useTranslation('desk');
  const { t: term } = useTranslation('terms');
  const maximum = item.max.replace(/\.00$/, '');
  if (isBlank(item, answer)) {
    return (
      <span className="numbers">
        <span className={styles['blankBox']} role="img" aria-label={t('blank')} data-testid="blank" />
        {item.kind !== 'gate' && ` / ${maximum}`}
      </span>
    );
  }
  if (answer.verdict === 'not-applicable') {
    return (
      <span>
        – <span style={{ color: 'var(--quiet)' }}>{t('notApplicable')}</span>
      </span>
    );
  }
  if (item.kind === 'gate') {
    return <span>{answer.verdict === null ? '' : term(`verdict.${answer.verdict}`)}</span>;
  }
  return (
    <span className="numbers">
      <strong>{answer.points ?? '…'}</strong> / {maximum}
    </span>
  );
}
