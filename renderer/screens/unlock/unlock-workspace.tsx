import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveStatus } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { Door } from './door.tsx';

/** Opens the workspace with its passphrase. */
export function UnlockWorkspace({ folder }: { folder: string }) {
  const { t } = useTranslation('unlock');
  const { api } = useCore();
  const queries = useQueryClient();
  const saving = useSaveStatus();
  const [passphrase, setPassphrase] = useState('');
  const unlock = useMutation(
    api.workspace.unlock.mutationOptions({ onSuccess: (state) => queries.setQueryData(api.workspace.state.queryKey(), state) }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    unlock.mutate({ passphrase });
  };
  return (
    <Door title={t('unlockTitle')} lead={t('folder', { folder })}>
      <form onSubmit={submit}>
        <Stack>
          <PasswordInput
            label={t('passphrase')}
            autoComplete="current-password"
            data-autofocus
            ref={focusOnce}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          {saving.kind === 'held' && (
            <Notice tone="warn" icon="info" role="status">
              {t('held', { count: saving.count })}
            </Notice>
          )}
          <RefusalNote error={unlock.error} />
          <Button type="submit" size="md" loading={unlock.isPending} disabled={passphrase === ''}>
            {t('unlock')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}

/** The only thing to do on this screen is to type. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
