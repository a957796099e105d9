import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../parts/dialog.tsx';
import { useCore } from '../../app/core.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';

/** A new round with me as its chair. */
export function NewRound() {
  const { t } = useTranslation('rounds');
  const { api } = useCore();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [opened, modal] = useDisclosure(false);
  const [title, setTitle] = useState('');
  const [practice, setPractice] = useState(false);
  const create = useMutation(
    api.rounds.draft.create.mutationOptions({
      onSuccess: async (draft) => {
        queries.setQueryData(api.rounds.draft.get.queryKey({ input: { round: draft.id } }), draft);
        await navigate({ to: '/setup/$round', params: { round: draft.id }, search: {} });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ title: title.trim(), practice });
  };
  return (
    <>
      <Button variant="default" onClick={modal.open}>
        {t('newRound')}
      </Button>
      <Dialog opened={opened} onClose={modal.close} title={t('newRound')}>
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              label={t('newRoundTitle')}
              required
              data-autofocus
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <Checkbox label={t('newRoundPractice')} checked={practice} onChange={(event) => setPractice(event.currentTarget.checked)} />
            <RefusalNote error={create.error} />
            <Button type="submit" disabled={title.trim() === ''} loading={create.isPending}>
              {t('createRound')}
            </Button>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
