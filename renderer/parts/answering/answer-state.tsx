import { useTranslation } from 'react-i18next';
import { isUnfinished } from '#shared/scoring/typing.ts';
import { StateMark } from '../state-mark.tsx';
import { EntrySaving } from './entry-saving.tsx';
import type { Line } from './sheet-model.ts';
import type { Answering } from './use-answering.ts';

/** Below an answer: whether it is only begun, and what became of it on its way to the disk. */
export function AnswerState({ line: { item, entry }, answering }: { line: Line; answering: Answering }) {
  const { t } = useTranslation('desk');
  const { answer, saving, retry, giveUp } = answering;
  return (
    <>
      {isUnfinished(item, answer) && <StateMark tone="warn" icon="draft" text={t('unfinished')} />}
      <EntrySaving state={saving} savedAt={entry?.recordedAt ?? null} onRetry={retry} onGiveUp={giveUp} />
    </>
  );
}
