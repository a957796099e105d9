import { Button, Group, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../notice.tsx';

type Props = { code: string; returnReason: string | null; onReason: (reason: string) => void };

/** After sealing an answer opens only with a written reason; a returned one with the chair's, to which the expert may add. */
export function ReasonFirst({ code, returnReason, onReason }: Props) {
  const { t } = useTranslation('desk');
  const [text, setText] = useState('');
  const returned = returnReason !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReason(text.trim());
  };
  return (
    <Notice tone="warn" icon="locked" role="note" title={returned ? t('returnedMark') : t('sealedTitle')}>
      {returned ? t('returnedBody', { reason: returnReason }) : t('sealedBody')}
      <form onSubmit={submit}>
        <Group align="flex-end" mt="xs">
          <TextInput
            label={returned ? t('ownReason') : t('reason')}
            required={!returned}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            style={{ flex: 1 }}
          />
          <Button type="submit" variant="default" disabled={!returned && text.trim() === ''}>
            {t('unlock', { code })}
          </Button>
        </Group>
      </form>
    </Notice>
  );
}
