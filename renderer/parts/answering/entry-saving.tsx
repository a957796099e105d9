import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SavingState } from '../../app/answers/answer-queue.ts';
import { refusalOf } from '../../app/refusal.ts';
import { useLanguage } from '../../app/language.ts';
import { clockTime } from '../format.ts';
import { RefusalAlert } from '../refusal-note.tsx';
import { StateMark } from '../state-mark.tsx';

type Props = {
  state: SavingState | null;
  savedAt: string | null;
  onRetry: () => void;
  /** Shows what another window saved in place of what could not be saved here. */
  onGiveUp: () => void;
};

/** 保存中, 等待保存, 已保存 09:41, or why it is not saved; stands at the entry until it is. */
export function EntrySaving({ state, savedAt, onRetry, onGiveUp }: Props) {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const at = state?.kind === 'saved' ? state.at : savedAt;
  if (state?.kind === 'failed') {
    const refusal = refusalOf(state.error);
    return refusal === null ? (
      <Group gap="xs" role="alert">
        <StateMark tone="bad" icon="problem" text={t('notSaved')} />
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      </Group>
    ) : (
      <div>
        <StateMark tone="bad" icon="problem" text={t('refusedSave')} />
        <RefusalAlert refusal={refusal} />
        {refusal.code === 'review/changed-elsewhere' && (
          <Button mt={6} variant="default" onClick={onGiveUp}>
            {t('showStanding')}
          </Button>
        )}
      </div>
    );
  }
  if (state?.kind === 'held') {
    return <StateMark tone="warn" icon="waiting" text={t('held')} />;
  }
  if (state !== null && state.kind !== 'saved') {
    return <StateMark tone="quiet" icon="saving" text={t('saving')} />;
  }
  return at === null ? null : <StateMark tone="good" icon="saved" text={t('savedAt', { time: clockTime(at, language) })} />;
}
