import { ActionIcon, Checkbox, EmptyState, Group, Stack, Switch, Table, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportOutcome, RoundDraft } from '#shared/api/rounds.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { useCore } from '../../app/core.tsx';
import { DropArea } from '../../parts/drop-area.tsx';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { FingerprintQr } from '../../parts/fingerprint-qr.tsx';
import { ImportOutcomes } from '../../parts/import-outcomes.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { useKeepDraft } from './use-draft.ts';

/** Who reviews: cards taken in, fingerprints compared in person. */
export function PanelStep({ draft }: { draft: RoundDraft }) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const keep = useKeepDraft();
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[]>([]);
  const add = useMutation(
    api.rounds.draft.addCards.mutationOptions({
      onSuccess: (result) => {
        keep(result.draft);
        setOutcomes(result.outcomes);
      },
    }),
  );
  const chairScores = useMutation(api.rounds.draft.setChairScores.mutationOptions({ onSuccess: keep }));
  const election = useMutation(api.rounds.draft.setElection.mutationOptions({ onSuccess: keep }));
  const confirm = useMutation(api.rounds.draft.confirmFingerprint.mutationOptions({ onSuccess: keep }));
  const remove = useMutation(api.rounds.draft.removeMember.mutationOptions({ onSuccess: keep }));
  const round = draft.id;
  const others = draft.panel.filter((member) => member.role !== 'chair');
  return (
    <Stack>
      <DropArea
        label={t('p_drop')}
        hint={t('p_hint')}
        filter="card"
        onFiles={(files) => add.mutate({ round, files: files.map((file) => file.id) })}
      />
      <RefusalNote error={add.error} />
      <ImportOutcomes outcomes={outcomes} />
      <Switch
        label={t('p_chairScores')}
        checked={chairScores.isPending ? chairScores.variables.scores : draft.chairScores}
        onChange={(event) => chairScores.mutate({ round, scores: event.currentTarget.checked })}
      />
      <Switch
        label={t('p_election')}
        description={t('p_electionHint')}
        checked={election.variables?.asks ?? draft.election !== undefined}
        onChange={(event) => election.mutate({ round, asks: event.currentTarget.checked })}
      />
      <RefusalNote error={chairScores.error ?? election.error ?? confirm.error ?? remove.error} />
      {others.length === 0 && <EmptyState title={t('p_emptyTitle')} description={t('p_emptyBody')} />}
      {others.length > 0 && <Text>{t('p_explain')}</Text>}
      {draft.panel.length > 0 && (
        <WideTable label={t('step_panel')} minWidth={720}>
          <Table verticalSpacing="sm" aria-label={t('step_panel')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('p_name')}</Table.Th>
                <Table.Th>{t('p_organisation')}</Table.Th>
                <Table.Th>{t('p_role')}</Table.Th>
                <Table.Th>{t('p_fingerprint')}</Table.Th>
                <Table.Th>{t('p_compared')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {draft.panel.map((member) => (
                <Table.Tr key={member.id}>
                  <Table.Td fw={600}>{member.name}</Table.Td>
                  <Table.Td>{member.organisation}</Table.Td>
                  <Table.Td>{term(`role.${member.role}`)}</Table.Td>
                  <Table.Td>
                    <Group gap="xs" wrap="nowrap">
                      <Fingerprint groups={member.fingerprint} />
                      <FingerprintQr groups={member.fingerprint} name={member.name} />
                    </Group>
                  </Table.Td>
                  <Table.Td>
                    {member.role === 'chair' ? (
                      t('p_self')
                    ) : (
                      <Checkbox
                        aria-label={t('p_comparedFor', { name: member.name })}
                        checked={member.fingerprintCompared}
                        onChange={(event) => confirm.mutate({ round, member: member.id, compared: event.currentTarget.checked })}
                      />
                    )}
                  </Table.Td>
                  <Table.Td>
                    {member.role !== 'chair' && (
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="lg"
                        aria-label={t('p_remove', { name: member.name })}
                        onClick={() => remove.mutate({ round, member: member.id })}
                      >
                        <IconTrash size={18} aria-hidden />
                      </ActionIcon>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Stack>
  );
}
