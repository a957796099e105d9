import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/domain/values.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { describeAnswer } from '../../parts/describe-answer.ts';
import styles from './desk.module.css';
import type { Line } from '../../parts/answering/sheet-model.ts';
import { acceptedAnswer, blankAnswer, slotOf } from '../../parts/answering/sheet-model.ts';

type Props = {
  address: { round: string; application: string; stage: Stage };
  /** The blank lines that the checks find met. */
  lines: readonly Line[];
  opened: boolean;
  onClose: () => void;
  onAccepted: (count: number) => void;
};

/** 全部接受符合: names what it is about to accept and how many; never what is doubtful or not met. */
export function AcceptMet({ address, lines, opened, onClose, onAccepted }: Props) {
  const { t } = useTranslation('sheet');
  const { t: term } = useTranslation('terms');
  const { t: p } = useTranslation('parts');
  const { api } = useCore();
  const queries = useQueryClient();
  const answers = useAnswers();
  const accept = useMutation(
    api.sheets.acceptMet.mutationOptions({
      onSuccess: (view) => {
        queries.setQueryData(api.sheets.get.queryKey({ input: address }), view);
        onAccepted(lines.length);
        onClose();
      },
    }),
  );
  const slots = lines.map(slotOf);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('acceptMetTitle')} size="lg">
      <Text>{lines.length === 0 ? t('nothingToAccept') : t('acceptMetBody', { count: lines.length })}</Text>
      <ul className={styles['toAccept']}>
        {lines.map(({ key, item, slot }) => (
          <li key={key}>
            <strong>{item.code}</strong>
            {slot.occupation !== null && ` · ${slot.occupation}`}
            {slot.levelGroup !== null && ` · ${term(`levelGroup.${slot.levelGroup}`)}`}
            {slot.proposed !== null && ` · ${describeAnswer(item, acceptedAnswer(item, slot.proposed, blankAnswer), term)}`}
          </li>
        ))}
      </ul>
      <RefusalNote error={accept.error} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {p('cancel')}
        </Button>
        {lines.length > 0 && (
          <Button
            data-autofocus
            loading={accept.isPending}
            onClick={() => void answers.flush().then(() => accept.mutate({ ...address, slots }))}
          >
            {t('acceptMetConfirm', { count: lines.length })}
          </Button>
        )}
      </Group>
    </Dialog>
  );
}

/** The way to it above the items, with how many there are; after it, how many were accepted. */
export function AcceptMetLine({ count, accepted, onAsk }: { count: number; accepted: number | null; onAsk: () => void }) {
  const { t } = useTranslation('sheet');
  return count === 0 && accepted === null ? null : (
    <Group gap="sm" role="status">
      {accepted !== null && <StateMark tone="good" icon="complete" text={t('acceptMetDone', { count: accepted })} />}
      {count > 0 && (
        <Button size="compact-md" variant="light" aria-keyshortcuts="Shift+A" onClick={onAsk}>
          {t('acceptMet', { count })}
          <span className={styles['keyHint']}>(Shift+A)</span>
        </Button>
      )}
    </Group>
  );
}
