import { Kbd, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../parts/dialog.tsx';

/** The keys of this screen. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const keys = [
    [['J'], t('key_next')],
    [['K'], t('key_previous')],
    [['Alt+↓', 'Alt+↑'], t('key_anywhere')],
    [['1', '2', '3', '4', '5'], t('key_verdict')],
    [['?'], t('key_help')],
  ] as const;
  return (
    <Dialog opened={opened} onClose={onClose} title={t('keys')}>
      <Table>
        <Table.Tbody>
          {keys.map(([names, meaning]) => (
            <Table.Tr key={meaning}>
              <Table.Td>
                {names.map((name) => (
                  <Kbd key={name} mr={4}>
                    {name}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
