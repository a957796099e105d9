import { Button, Group, PasswordInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { Notice } from '../parts/notice.tsx';
import { RefusalAlert } from '../parts/refusal-note.tsx';
import { useSaveStatus } from '../app/answers/answers-context.tsx';
import { useCore } from '../app/core.tsx';

/** Says that the host does not answer, or is back and wants the passphrase, and how much waits for it. The page stays as it is. */
export function ConnectionBand() {
  const { t } = useTranslation('shell');
  const { connection } = useCore();
  const state = useSyncExternalStore(connection.subscribe, () => connection.state());
  const saving = useSaveStatus();
  if (state === 'there') {
    return null;
  }
  return (
    <Notice tone="warn" icon="problem" role="alert">
      {t(state === 'gone' ? 'connectionGone' : 'connectionBack')}
      {saving.kind === 'held' && ` ${t('connectionHeld', { count: saving.count })}`}
      {state === 'back' && <PassphraseForm />}
    </Notice>
  );
}

function PassphraseForm() {
  const { t } = useTranslation('shell');
  const { connection } = useCore();
  const [passphrase, setPassphrase] = useState('');
  const [entering, setEntering] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEntering(true);
    setRefusal(null);
    void connection
      .enter(passphrase)
      .then(setRefusal)
      .finally(() => setEntering(false));
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs" mt="xs">
        <PasswordInput
          label={t('passphrase')}
          autoComplete="current-password"
          w={280}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button type="submit" loading={entering} disabled={passphrase === ''}>
          {t('connectionEnter')}
        </Button>
      </Group>
      {refusal !== null && <RefusalAlert refusal={refusal} />}
    </form>
  );
}
