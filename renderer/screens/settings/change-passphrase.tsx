import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';

const blank = { from: '', to: '', again: '' };

export function ChangePassphrase() {
  const { t } = useTranslation('settings');
  const { api } = useCore();
  const [form, setForm] = useState(blank);
  const change = useMutation(api.workspace.changePassphrase.mutationOptions({ onSuccess: () => setForm(blank) }));
  const differs = form.again !== '' && form.again !== form.to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ from: form.from, to: form.to });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Title order={2}>{t('passphrase')}</Title>
        <PasswordInput
          label={t('from')}
          autoComplete="current-password"
          value={form.from}
          onChange={(event) => setForm({ ...form, from: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('to')}
          autoComplete="new-password"
          value={form.to}
          onChange={(event) => setForm({ ...form, to: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('again')}
          autoComplete="new-password"
          value={form.again}
          error={differs ? t('differs') : null}
          onChange={(event) => setForm({ ...form, again: event.currentTarget.value })}
        />
        <RefusalNote error={change.error} />
        {change.isSuccess && <Text role="status">{t('changed')}</Text>}
        <div>
          <Button type="submit" variant="default" loading={change.isPending} disabled={form.to.length < 8 || form.again !== form.to}>
            {t('change')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
