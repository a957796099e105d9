import { Button, Group, Text } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.tsx';
import { ExportedFile, useKeptExport } from '../../parts/export-file.tsx';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { FingerprintQr } from '../../parts/fingerprint-qr.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';

/** My name, organisation and fingerprint, and my identity card to hand over. */
export function MyCard() {
  const { t } = useTranslation('rounds');
  const { api } = useCore();
  const workspace = useQuery(api.workspace.state.queryOptions()).data;
  const kept = useKeptExport();
  const card = useMutation(api.workspace.exportCard.mutationOptions({ onSuccess: (file) => void kept.keep(file) }));
  if (workspace?.state !== 'open') {
    return null;
  }
  const { person } = workspace;
  return (
    <section aria-label={t('cardTitle')}>
      <Group justify="space-between" py="sm" style={{ borderTop: '1px solid var(--line)' }}>
        <Group gap="sm" wrap="nowrap">
          <IconId aria-hidden color="var(--accent)" />
          <div>
            <Text fw={600}>
              {person.name} · {person.organisation}
            </Text>
            <Group gap="xs">
              <Text size="sm">
                <Fingerprint groups={person.fingerprint} />
              </Text>
              <FingerprintQr groups={person.fingerprint} name={person.name} />
            </Group>
          </div>
        </Group>
        <Button variant="default" loading={card.isPending} onClick={() => card.mutate({})}>
          {t('card')}
        </Button>
      </Group>
      <RefusalNote error={card.error} />
      <ExportedFile kept={kept} />
    </section>
  );
}
