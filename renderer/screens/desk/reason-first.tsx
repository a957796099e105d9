import { Button, Group, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../parts/notice.tsx';

/** After sealing an answer opens only with a written reason. */
export function ReasonFirst({ code, returned, onReason }: { code: string; returned: boolean; onReason: (reason: string) => void }) {
  const { t } = useTranslation('desk');
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReason(text.trim());
  };
  return (
    <Notice tone="warn" icon="locked" role="note" title={returned ? t('returnedMark') : t('sealedTitle')}>
      {returned ? t('returnedBody') : t('sealedBody')}
      <form onSubmit={submit}>
        <Group align="flex-end" mt="xs">
          <TextInput
            label={t('reason')}
            required
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            style={{ flex: 1 }}
          />
          <Button type="submit" variant="default" disabled={text.trim() === ''}>
            {t('unlock', { code })}
          </Button>
        </Group>
      </form>
    </Notice>
  );
}
