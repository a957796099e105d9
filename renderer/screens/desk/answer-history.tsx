import { useTranslation } from 'react-i18next';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Entry } from '#shared/domain/sheet.ts';
import { useLanguage } from '../../app/language.ts';
import { dateAndTime } from '../../parts/format.ts';
import { describeAnswer } from '../../parts/describe-answer.ts';

/** What stood here before, newest first. */
export function AnswerHistory({ item, entry }: { item: RubricItem; entry: Entry }) {
  const { t } = useTranslation('desk');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  return (
    <details>
      <summary>{t('history', { count: entry.history.length })}</summary>
      <ul style={{ margin: 0, paddingInlineStart: '1.2rem' }}>
        {entry.history.toReversed().map((old) => (
          <li key={old.recordedAt}>
            {t('historyLine', { time: dateAndTime(old.recordedAt, language), answer: describeAnswer(item, old, term) })}
            {old.reason !== null && ` · ${t('historyReason', { reason: old.reason })}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
