import { Kbd, Table, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../dialog.tsx';
import styles from './key-help.module.css';
import type { KeyTable } from './key-table.ts';
import { keyLabel } from './key-table.ts';

/** The keys of one part of a screen, as the help shows them. */
export type KeySection = {
  /** Null where the screen has one part only. */
  readonly title: string | null;
  readonly lines: readonly { action: string; keys: readonly string[]; meaning: string; whileTyping: boolean }[];
};

/** A section of the help from the table that the handler uses; `meaning` says what an action is called. */
export function keySection<Action extends string>(
  title: string | null,
  table: KeyTable<Action>,
  meaning: (action: Action) => string,
): KeySection {
  const lines = table.map(({ action, keys, whileTyping = false }) => ({ action, keys, meaning: meaning(action), whileTyping }));
  return { title, lines };
}

type Props = { opened: boolean; onClose: () => void; sections: readonly KeySection[] };

/** The keys of this screen, exactly those that work on it. */
export function KeyHelp({ opened, onClose, sections }: Props) {
  const { t } = useTranslation('parts');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('keys')} size={sections.length > 1 ? '68rem' : 'lg'}>
      <div className={styles['sections']}>
        {sections.map(({ title, lines }) => (
          <section key={title} aria-label={title ?? undefined}>
            {title !== null && <h3 className={styles['title']}>{title}</h3>}
            <Table verticalSpacing={4}>
              <Table.Thead>
                <Table.Tr bd="none">
                  <Table.Th scope="col" p={0}>
                    <VisuallyHidden>{t('key')}</VisuallyHidden>
                  </Table.Th>
                  <Table.Th scope="col" p={0}>
                    <VisuallyHidden>{t('keyMeaning')}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {lines.map(({ action, keys, meaning, whileTyping }) => (
                  <Table.Tr key={action} data-action={action}>
                    <Table.Td className={styles['keys']}>
                      {keys.map((key) => (
                        <Kbd key={key} mr={4}>
                          {keyLabel(key)}
                        </Kbd>
                      ))}
                    </Table.Td>
                    <Table.Td>
                      {meaning}
                      {whileTyping && <span className={styles['also']}> {t('whileTyping')}</span>}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
