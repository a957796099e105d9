import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReadingSummary } from '#shared/api/intake.ts';
import { useCore } from '../../app/core.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

/** Folders that were read: first those that wait to be checked, then those that are in the round. */
export function Readings({ round }: { round: string }) {
  const { t } = useTranslation('intake');
  const { api } = useCore();
  const readings = useQuery(api.intake.list.queryOptions({ input: { round } }));
  const waiting = (readings.data ?? []).filter(({ state }) => state === 'waiting');
  const confirmed = (readings.data ?? []).filter(({ state }) => state === 'confirmed');
  return (
    <>
      <RefusalNote error={readings.error} />
      {waiting.length > 0 && (
        <section aria-label={t('waitingTitle')}>
          <Title order={2}>{t('waitingTitle')}</Title>
          <Text c="dimmed">{t('waitingCount', { count: waiting.length })}</Text>
          <List title={t('waitingTitle')} readings={waiting} />
        </section>
      )}
      {confirmed.length > 0 && (
        <section aria-label={t('confirmedTitle')}>
          <Title order={2}>{t('confirmedTitle')}</Title>
          <List title={t('confirmedTitle')} readings={confirmed} />
        </section>
      )}
    </>
  );
}

function List({ title, readings }: { title: string; readings: readonly ReadingSummary[] }) {
  const { t } = useTranslation('intake');
  const { api } = useCore();
  const discard = useMutation(api.intake.discard.mutationOptions());
  return (
    <Stack gap={4}>
      <RefusalNote error={discard.error} />
      <WideTable label={title} minWidth={640}>
        <Table aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('applicant')}</Table.Th>
              <Table.Th>{t('toCheck')}</Table.Th>
              <Table.Th aria-label={t('check')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {readings.map((reading) => {
              const { id, round, folder, applicant, doubts, problems, edits, state } = reading;
              const name = applicant === '' ? folder : applicant;
              return (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Text fw={600}>{name}</Text>
                    <Text size="sm" c="dimmed">
                      {folder}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Group gap={4}>
                      {doubts === 0 && problems === 0 && <StateMark tone="good" icon="complete" text={t('noDoubts')} />}
                      {doubts > 0 && <StateMark tone="warn" icon="problem" text={t('doubtsCount', { count: doubts })} />}
                      {problems > 0 && <StateMark tone="bad" icon="problem" text={t('problemsCount', { count: problems })} />}
                      {edits > 0 && <StateMark tone="accent" icon="draft" text={t('edits', { count: edits })} />}
                    </Group>
                  </Table.Td>
                  <Table.Td>
                    <Group gap="xs" justify="flex-end" wrap="nowrap">
                      {state === 'waiting' && (
                        <Button
                          variant="subtle"
                          color="gray"
                          aria-label={t('discardOf', { name })}
                          onClick={() => discard.mutate({ reading: id })}
                        >
                          {t('discard')}
                        </Button>
                      )}
                      <Button
                        variant={state === 'waiting' ? 'light' : 'default'}
                        renderRoot={(props) => <Link to="/setup/$round/intake/$reading" params={{ round, reading: id }} {...props} />}
                        aria-label={state === 'waiting' ? t('checkOf', { name }) : t('lookAt', { name })}
                      >
                        {state === 'waiting' ? t('check') : t('look')}
                      </Button>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Stack>
  );
}
