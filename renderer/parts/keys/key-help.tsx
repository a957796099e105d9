import { Kbd, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../dialog.tsx';
import type { KeyTable } from './key-table.ts';
import { keyLabel } from './key-table.ts';

type Props<Action extends string> = {
  opened: boolean;
  onClose: () => void;
  table: KeyTable<Action>;
  /** What an action is called. */
  meaning: (action: Action) => string;
};

/** The keys of this screen, exactly those that work on it. */
export function KeyHelp<Action extends string>({ opened, onClose, table, meaning }: Props<Action>) {
  const { t } = useTranslation('parts');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('keys')} size="lg">
      <Table verticalSpacing={6}>
        <Table.Thead className="visually-hidden">
          <Table.Tr>
            <Table.Th scope="col">{t('key')}</Table.Th>
            <Table.Th scope="col">{t('keyMeaning')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.map(({ action, keys, whileTyping }) => (
            <Table.Tr key={action} data-action={action}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {keyLabel(key)}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>
                {meaning(action)}
                {whileTyping === true && <span style={{ color: 'var(--quiet)' }}> {t('whileTyping')}</span>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
