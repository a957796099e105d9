import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/domain/sheet.ts';
import { decisionOn } from '#shared/scoring/decision.ts';
import { isBlank } from '#shared/scoring/score-answer.ts';
import { isUnfinished } from '#shared/scoring/typing.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { VerdictMark } from './findings/verdict-mark.tsx';
import type { Line } from '../../parts/answering/sheet-model.ts';

/** What is to be known of a closed line: that it was returned, what is proposed while it is blank, what became of a proposal. */
export function LineMarks({ line: { item, slot }, answer }: { line: Line; answer: Answer }) {
  const { t } = useTranslation('desk');
  const { t: sheet } = useTranslation('sheet');
  const { t: term } = useTranslation('terms');
  const { proposed } = slot;
  const changed = proposed !== null && decisionOn(item, proposed, answer) === 'changed';
  return (
    <>
      {slot.lock.kind === 'returned' && <StateMark tone="warn" icon="returned" text={t('returnedMark')} />}
      {isUnfinished(item, answer) && <StateMark tone="warn" icon="draft" text={t('unfinishedShort')} />}
      {proposed !== null && isBlank(item, answer) && (
        <VerdictMark verdict={proposed.verdict} text={sheet('suggests', { verdict: term(`verdict.${proposed.verdict}`) })} />
      )}
      {changed && (
        <StateMark
          tone={answer.comment.trim() === '' ? 'warn' : 'quiet'}
          icon="draft"
          text={answer.comment.trim() === '' ? sheet('reasonMissing') : sheet('changed')}
        />
      )}
    </>
  );
}
