import { useTranslation } from 'react-i18next';
import { clockTime } from '../parts/format.ts';
import { StateMark } from '../parts/state-mark.tsx';
import { useSaveStatus } from '../app/answers/answers-context.tsx';
import { useLanguage } from '../app/language.ts';

/** What became of what I typed, over all sheets: 保存中, 已保存 09:41, or how many wait for the host or answers are not saved. */
export function SaveStatus() {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const status = useSaveStatus();
  return (
    <span role="status" data-testid="save-status">
      {status.kind === 'saving' && <StateMark tone="quiet" icon="saving" text={t('saving')} />}
      {status.kind === 'held' && <StateMark tone="warn" icon="waiting" text={t('held', { count: status.count })} />}
      {status.kind === 'saved' && <StateMark tone="good" icon="saved" text={t('savedAt', { time: clockTime(status.at, language) })} />}
      {status.kind === 'failed' && <StateMark tone="bad" icon="problem" text={t('saveFailed', { count: status.count })} />}
    </span>
  );
}
