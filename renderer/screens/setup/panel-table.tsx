import { ActionIcon, Checkbox, Group, Table } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RoundDraft } from '#shared/api/rounds.ts';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { FingerprintQr } from '../../parts/fingerprint-qr.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

type Props = {
  panel: RoundDraft['panel'];
  /** Whether the fingerprint was compared in person. */
  onCompare: (member: string, compared: boolean) => void;
  onRemove: (member: string) => void;
};

/** Who is on the panel, each with the fingerprint to compare. */
export function PanelTable({ panel, onCompare, onRemove }: Props) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  return (
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
          {panel.map((member) => (
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
                    onChange={(event) => onCompare(member.id, event.currentTarget.checked)}
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
                    onClick={() => onRemove(member.id)}
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
  );
}
