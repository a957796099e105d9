import { Button } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '#shared/api/visit.ts';
import { useAnswers } from '../../../app/answers/answers-context.tsx';
import { useCore } from '../../../app/core.tsx';
import type { RecordEditing } from '../use-record.ts';
import type { VisitAddress } from '../use-visit.ts';
import styles from '../visit.module.css';
import { SignDialog } from './sign-dialog.tsx';
import { Signatures } from './signatures.tsx';

/** The signatures of both sides, and the way to one more. What still waits to be kept arrives first: what is shown is what is on disk. */
export function SigningCard({ address, visit, editing }: { address: VisitAddress; visit: VisitView; editing: RecordEditing }) {
  const { t } = useTranslation('visit');
  const { api } = useCore();
  const queries = useQueryClient();
  const answers = useAnswers();
  const [shown, setShown] = useState<VisitView | null>(null);
  const open = async () => {
    await Promise.all([answers.flush(), editing.flush()]);
    setShown(await queries.fetchQuery(api.visit.get.queryOptions({ input: address, staleTime: 0 })));
  };
  return (
    <section className={styles['card']} aria-labelledby="visit-signatures">
      <h2 id="visit-signatures">{t('signatures')}</h2>
      <Signatures signatures={visit.visit.signatures} changed={visit.changed} />
      <Button h={44} variant="default" mt="sm" leftSection={<IconSignature size={20} aria-hidden />} onClick={() => void open()}>
        {t('signTitle')}
      </Button>
      <SignDialog address={address} shown={shown} onClose={() => setShown(null)} />
    </section>
  );
}
