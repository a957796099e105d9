import { Stack, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundChanges } from '#shared/api/round-changes.ts';
import { useCore } from '../../app/core.tsx';
import { useListed } from '../../parts/listed.ts';
import { DraftSaving } from './draft-saving.tsx';
import { useKeepDraft } from './use-draft.ts';

/** Whom the next issue leaves out once scores have come in: a written reason for each, which stands in the round and in the result. */
export function LeftOutReasons({ round, leftOut }: { round: string } & Pick<RoundChanges, 'leftOut'>) {
  const { t } = useTranslation('setup');
  const { api } = useCore();
  const title = useId();
  const keep = useKeepDraft();
  const save = useMutation(api.rounds.draft.update.mutationOptions({ onSuccess: keep }));
  const reasons = Object.fromEntries(leftOut.map(({ expert, reason }) => [expert, reason ?? '']));
  return (
    <Stack gap="xs" component="section" aria-labelledby={title}>
      <Title order={3} id={title}>
        {t('n_leftOutTitle')}
      </Title>
      {leftOut.map((left) => (
        <Reason
          key={left.expert}
          left={left}
          onWritten={(reason) => save.mutate({ round, leftOutReasons: { ...reasons, [left.expert]: reason } })}
        />
      ))}
      <DraftSaving change={save} />
    </Stack>
  );
}

type ReasonProps = { left: RoundChanges['leftOut'][number]; onWritten: (reason: string) => void };

function Reason({ left: { name, applications, reason }, onWritten }: ReasonProps) {
  const { t } = useTranslation('setup');
  const listed = useListed();
  const [text, setText] = useState(reason ?? '');
  return (
    <Textarea
      label={t('n_leftOutReason', { name })}
      description={t('n_leftOutOf', { names: listed(applications) })}
      required
      autosize
      minRows={2}
      maxLength={2000}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== (reason ?? '')) {
          onWritten(text);
        }
      }}
    />
  );
}
