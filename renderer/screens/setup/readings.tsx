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
  const { t } = useTranslation('setup');
  const { api } = useCore();
  const readings = useQuery(api.intake.list.queryOptions({ input: { round } }));
  const waiting = (readings.data ?? []).filter(({ state }) => state === 'waiting');
  const confirmed = (readings.data ?? []).filter(({ state }) => state === 'confirmed');
  return (
    <>
      <RefusalNote error={readings.error} />
      {waiting.length > 0 && (
        <section aria-label={t('a_waitingTitle')}>
          <Title order={2}>{t('a_waitingTitle')}</Title>
          <Text c="dimmed">{t('a_waitingCount', { count: waiting.length })}</Text>
          <List title={t('a_waitingTitle')} readings={waiting} />
        </section>
      )}
      {confirmed.length > 0 && (
        <section aria-label={t('a_confirmedTitle')}>
          <Title order={2}>{t('a_confirmedTitle')}</Title>
          <List title={t('a_confirmedTitle')} readings={confirmed} />
        </section>
      )}
    </>
  );
}

function List({ title, readings }: { title: string; readings: readonly ReadingSummary[] }) {
  const { t } = useTranslation('setup');
  const { api } = useCore();
  const discard = useMutation(api.intake.discard.mutationOptions());
  return (
    <Stack gap={4}>
      <RefusalNote error={discard.error} />
      <WideTable label={title} minWidth={640}>
        <Table aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('a_applicant')}</Table.Th>
              <Table.Th>{t('a_toCheck')}</Table.Th>
              <Table.Th aria-label={t('a_check')} />
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
                      {doubts === 0 && problems === 0 && <StateMark tone="good" icon="complete" text={t('a_noDoubts')} />}
                      {doubts > 0 && <StateMark tone="warn" icon="problem" text={t('a_doubtsCount', { count: doubts })} />}
                      {problems > 0 && <StateMark tone="bad" icon="problem" text={t('a_problemsCount', { count: problems })} />}
                      {edits > 0 && <StateMark tone="accent" icon="draft" text={t('a_edits', { count: edits })} />}
                    </Group>
                  </Table.Td>
                  <Table.Td>
                    <Group gap="xs" justify="flex-end" wrap="nowrap">
                      {state === 'waiting' && (
                        <Button
                          variant="subtle"
                          color="gray"
                          aria-label={t('a_discardOf', { name })}
                          onClick={() => discard.mutate({ reading: id })}
                        >
                          {t('a_discard')}
                        </Button>
                      )}
                      <Button
                        variant={state === 'waiting' ? 'light' : 'default'}
                        renderRoot={(props) => <Link to="/setup/$round/intake/$reading" params={{ round, reading: id }} {...props} />}
                        aria-label={state === 'waiting' ? t('a_checkOf', { name }) : t('a_lookAt', { name })}
                      >
                        {state === 'waiting' ? t('a_check') : t('a_look')}
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
