import { Button, PasswordInput, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { Door } from './door.tsx';
import { useStrength } from './passphrase/use-strength.ts';

const colours = ['red', 'orange', 'yellow', 'teal'] as const;

/** The first screen of all: who I am and a passphrase, with what losing it means. */
export function CreateWorkspace({ folder }: { folder: string }) {
  const { t } = useTranslation('unlock');
  const { api } = useCore();
  const queries = useQueryClient();
  const [form, setForm] = useState({ name: '', organisation: '', passphrase: '', again: '' });
  const [tried, setTried] = useState(false);
  const create = useMutation(
    api.workspace.create.mutationOptions({ onSuccess: (state) => queries.setQueryData(api.workspace.state.queryKey(), state) }),
  );
  const strength = useStrength(form.passphrase, [form.name, form.organisation]);
  const nameError = tried && form.name.trim() === '' ? t('nameMissing') : null;
  const shortError = tried && strength === 0 ? t('strength_0') : null;
  const againError = tried && form.again !== form.passphrase ? t('differs') : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (form.name.trim() !== '' && strength !== 0 && form.again === form.passphrase) {
      create.mutate({ passphrase: form.passphrase, name: form.name.trim(), organisation: form.organisation.trim() });
    }
  };
  return (
    <Door
      title={t('createTitle')}
      lead={
        <>
          {t('createLead')}
          <Text size="sm">{t('folder', { folder })}</Text>
        </>
      }
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            required
            autoComplete="off"
            value={form.name}
            error={nameError}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          />
          <TextInput
            label={t('organisation')}
            autoComplete="off"
            value={form.organisation}
            onChange={(event) => setForm({ ...form, organisation: event.currentTarget.value })}
          />
          <PasswordInput
            label={t('passphrase')}
            description={t('passphraseHint')}
            required
            autoComplete="new-password"
            value={form.passphrase}
            error={shortError}
            onChange={(event) => setForm({ ...form, passphrase: event.currentTarget.value })}
          />
          {form.passphrase !== '' && strength !== null && <Strength strength={strength} />}
          <PasswordInput
            label={t('passphraseAgain')}
            required
            autoComplete="new-password"
            value={form.again}
            error={againError}
            onChange={(event) => setForm({ ...form, again: event.currentTarget.value })}
          />
          <Notice tone="warn" icon="info" role="note">
            {t('passphraseLoss')}
          </Notice>
          <RefusalNote error={create.error} />
          <Button type="submit" size="md" loading={create.isPending}>
            {t('create')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}

/** How well a passphrase withstands guessing, as a bar and in words. */
function Strength({ strength }: { strength: NonNullable<ReturnType<typeof useStrength>> }) {
  const { t } = useTranslation('unlock');
  return (
    <div>
      <Progress value={(strength + 1) * 25} color={colours[strength]} aria-label={t('strength')} />
      <Text size="sm" role="status">
        {t(`strength_${strength}`)}
      </Text>
    </div>
  );
}
