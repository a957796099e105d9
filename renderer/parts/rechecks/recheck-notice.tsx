import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerAddress } from '../../app/answers/answer-queue.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { describeAnswer } from '../describe-answer.ts';
import { Notice } from '../notice.tsx';
import { RefusalNote } from '../refusal-note.tsx';
import { useConfirmRecheck, useRecheck } from './use-recheck.ts';
import { WhatChanged } from './what-changed.tsx';

/** Beside an item that changed after it was scored: what changed, what was said then, and that it still holds. Nothing beside any other. */
export function RecheckNotice({ address }: { address: AnswerAddress }) {
  const { t } = useTranslation('parts');
  const { t: term } = useTranslation('terms');
  const answers = useAnswers();
  const recheck = useRecheck(address);
  const confirm = useConfirmRecheck(address.round);
  if (recheck === null) {
    return null;
  }
  const { application, applicant, stage, item, occupation, levelGroup, before, answer } = recheck;
  const keep = async () => {
    // What is on its way to the disk answers the question by itself.
    await answers.flush();
    confirm.mutate({ round: address.round, application, stage, slot: { item, occupation, levelGroup } });
  };
  return (
    <Notice tone="warn" icon="problem" role="note" title={t('recheckMark')}>
      <WhatChanged recheck={recheck} />
      <Text size="sm">
        {t('recheckAnswer')} {describeAnswer(before, answer, term)}
      </Text>
      <RefusalNote error={confirm.error} />
      <Group mt="xs" gap="sm">
        <Button
          mih={44}
          variant="default"
          loading={confirm.isPending}
          onClick={() => void keep()}
          aria-label={t('recheckConfirmItem', { item, applicant })}
        >
          {t('recheckConfirm')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('recheckOr')}
        </Text>
      </Group>
    </Notice>
  );
}
