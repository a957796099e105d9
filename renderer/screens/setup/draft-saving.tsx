import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { StateMark } from '../../parts/state-mark.tsx';

type Props = { change: { isPending: boolean; isSuccess: boolean; error: unknown } };

/** 保存中, 已保存, or why not. */
export function DraftSaving({ change }: Props) {
  const { t } = useTranslation('setup');
  return (
    <div role="status" style={{ minHeight: '1.9rem' }}>
      {change.isPending && <StateMark tone="quiet" icon="saving" text={t('saving')} />}
      {change.isSuccess && <StateMark tone="good" icon="saved" text={t('saved')} />}
      <RefusalNote error={change.error} />
    </div>
  );
}
