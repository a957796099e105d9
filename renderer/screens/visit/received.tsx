import { Button, EmptyState, Skeleton, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceivedVisit } from '#shared/api/visit.ts';
import { statementOf } from '#shared/visit/statement.ts';
import { useCore } from '../../app/core.tsx';
import { Pending } from '../../parts/pending.tsx';
import { PhotoDialog } from './photos/photo-dialog.tsx';
import { Thumbnail } from './photos/thumbnail.tsx';
import { Signatures } from './record/signatures.tsx';
import { StatementText } from './record/statement.tsx';
import type { VisitAddress } from './use-visit.ts';
import styles from './visit.module.css';

const route = getRouteApi('/rounds/$round/visits/$application');

/** For the chair: the visits of one applicant as the experts handed them in, to be read only. */
export function ReceivedVisits() {
  const { t } = useTranslation('visit');
  const { api } = useCore();
  const address = route.useParams();
  const roundQuery = useQuery(api.rounds.get.queryOptions({ input: { round: address.round } }));
  const received = useQuery(api.visit.received.queryOptions({ input: address }));
  const name = roundQuery.data?.round.applications.find(({ id }) => id === address.application)?.applicant.name ?? '';
  if (received.data === undefined) {
    return (
      <Stack p="md">
        <Pending error={received.error}>
          <Skeleton h={200} />
        </Pending>
      </Stack>
    );
  }
  return (
    <div className={styles['body']}>
      <Button
        variant="subtle"
        h={44}
        leftSection={<IconArrowLeft size={18} aria-hidden />}
        renderRoot={(link) => <Link to="/rounds/$round/merge" params={{ round: address.round }} {...link} />}
      >
        {t('backToMerge')}
      </Button>
      <h1 className={styles['title']}>
        {t('received')} · {name}
      </h1>
      {received.data.length === 0 && <EmptyState title={t('received')} description={t('receivedNone')} />}
      {received.data.map((visit) => (
        <OneVisit key={visit.expert} address={address} received={visit} />
      ))}
    </div>
  );
}

function OneVisit({ address, received }: { address: VisitAddress; received: ReceivedVisit }) {
  const { t } = useTranslation('visit');
  const [open, setOpen] = useState<string | null>(null);
  const { sheet, flags, changed, name, expert } = received;
  const photos = sheet.visit?.photos ?? [];
  return (
    <section className={styles['card']} aria-labelledby={`visit-of-${expert}`}>
      <h2 id={`visit-of-${expert}`}>{name}</h2>
      <StatementText statement={JSON.stringify(statementOf(sheet))} />
      {photos.length > 0 && (
        <div className={styles['album']}>
          {photos.map((photo) => (
            <Thumbnail key={photo.sha256} photo={photo} flags={flags[photo.sha256]} onOpen={() => setOpen(photo.sha256)} />
          ))}
        </div>
      )}
      <Text fw={600} mt="md">
        {t('signatures')}
      </Text>
      <Signatures signatures={sheet.visit?.signatures ?? []} changed={changed} />
      <PhotoDialog
        address={address}
        visit={{ flags, visit: { photos } }}
        sha256={open}
        reason={null}
        locked
        action={null}
        onClose={() => setOpen(null)}
      />
    </section>
  );
}
