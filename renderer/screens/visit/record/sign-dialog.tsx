import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '#shared/api/visit.ts';
import { useCore } from '../../../app/core.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { RefusalNote } from '../../../parts/refusal-note.tsx';
import { useKeptVisit, type VisitAddress } from '../use-visit.ts';
import styles from '../visit.module.css';
import { Pad } from './pad.tsx';
import { StatementText } from './statement.tsx';

/** Reading what is to be signed, and signing it. `shown`: the view as it was when the dialog opened; null: closed. */
export function SignDialog({ address, shown, onClose }: { address: VisitAddress; shown: VisitView | null; onClose: () => void }) {
  const { t } = useTranslation('visit');
  return (
    <Dialog opened={shown !== null} onClose={onClose} title={t('signTitle')} size="xl" trapFocus>
      {shown !== null && <Signing address={address} shown={shown} onClose={onClose} />}
    </Dialog>
  );
}

function Signing({ address, shown, onClose }: { address: VisitAddress; shown: VisitView; onClose: () => void }) {
  const { t } = useTranslation('visit');
  const { api } = useCore();
  const kept = useKeptVisit(address);
  const [role, setRole] = useState<'expert' | 'applicant'>('expert');
  const [way, setWay] = useState<'drawn' | 'paper'>('drawn');
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [png, setPng] = useState<string | null>(null);
  const sign = useMutation(
    api.visit.sign.mutationOptions({
      onSuccess: (view) => {
        kept(view);
        onClose();
      },
    }),
  );
  const isReady = name.trim() !== '' && (way === 'paper' || png !== null);
  return (
    <Stack gap="sm">
      <Text>{t('signLead')}</Text>
      <StatementText statement={shown.statement} />
      <div className={styles['hash']}>{t('shownHash', { hash: shown.visit.statement })}</div>
      <SegmentedControl
        size="md"
        aria-label={t('role')}
        value={role}
        onChange={(value) => setRole(value === 'applicant' ? 'applicant' : 'expert')}
        data={[
          { value: 'expert', label: t('role_expert') },
          { value: 'applicant', label: t('role_applicant') },
        ]}
      />
      <TextInput label={t('name')} value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
      <SegmentedControl
        size="md"
        aria-label={t('sign')}
        value={way}
        onChange={(value) => setWay(value === 'paper' ? 'paper' : 'drawn')}
        data={[
          { value: 'drawn', label: t('way_drawn') },
          { value: 'paper', label: t('way_paper') },
        ]}
      />
      {way === 'drawn' && <Pad onChange={setPng} />}
      <TextInput label={t('note')} value={note} maxLength={400} onChange={(event) => setNote(event.currentTarget.value)} />
      <RefusalNote error={sign.error} />
      <Group justify="flex-end">
        <Button
          h={56}
          loading={sign.isPending}
          disabled={!isReady}
          onClick={() =>
            sign.mutate({
              ...address,
              role,
              name: name.trim(),
              way,
              note: note.trim(),
              shown: shown.visit.statement,
              png: way === 'drawn' ? png : null,
            })
          }
        >
          {t('confirmSign', { name: name.trim() === '' ? '…' : name.trim() })}
        </Button>
      </Group>
    </Stack>
  );
}
