import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Answer, OpenProposal } from '#shared/domain/sheet.ts';
import { decisionOn } from '#shared/scoring/decision.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { describeAnswer } from '../../parts/describe-answer.ts';
import { acceptedAnswer, blankAnswer } from '../../parts/answering/sheet-model.ts';
import { VerdictMark } from './findings/verdict-mark.tsx';

type Props = { item: RubricItem; proposal: OpenProposal; answer: Answer; locked: boolean; onAccept: () => void };

/** What the machine proposes, and what I have made of it. */
export function ProposalLine({ item, proposal, answer, locked, onAccept }: Props) {
  const { t } = useTranslation('sheet');
  const { t: term } = useTranslation('terms');
  const decision = decisionOn(item, proposal, answer);
  return (
    <Group gap="xs">
      <VerdictMark
        verdict={proposal.verdict}
        text={t('proposes', { answer: describeAnswer(item, acceptedAnswer(item, proposal, blankAnswer), term) })}
      />
      {!locked && decision !== 'accepted' && (
        <Button size="compact-sm" variant="light" aria-keyshortcuts="a" onClick={onAccept}>
          {t('accept')} (A)
        </Button>
      )}
      {decision === 'accepted' && <StateMark tone="good" icon="complete" text={t('accepted')} />}
      {decision === 'changed' && (
        <StateMark
          tone={answer.comment.trim() === '' ? 'warn' : 'quiet'}
          icon="draft"
          text={answer.comment.trim() === '' ? `${t('changed')} · ${t('reasonMissing')}` : t('changed')}
        />
      )}
    </Group>
  );
}
