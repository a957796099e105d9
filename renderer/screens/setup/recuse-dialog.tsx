import { Button, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../parts/dialog.tsx';
import { wrapping } from '../../parts/wrapping.ts';

type Props = { asked: { expert: string; applicant: string } | null; onClose: () => void; onRecuse: (reason: string) => void };

/** Asks why an expert is recused from an applicant. */
export function RecuseDialog({ asked, onClose, onRecuse }: Props) {
  const { t } = useTranslation('setup');
  const [reason, setReason] = useState('');
  const recuse = (event: FormEvent) => {
    event.preventDefault();
    onRecuse(reason.trim());
    setReason('');
  };
  return (
    <Dialog opened={asked !== null} onClose={onClose} title={t('s_recused')}>
      <form onSubmit={recuse}>
        <Stack>
          <Textarea
            label={t('s_reason')}
            required
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" disabled={reason.trim() === ''} {...wrapping} mih={44}>
            {t('s_confirm', { expert: asked?.expert ?? '', applicant: asked?.applicant ?? '' })}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
