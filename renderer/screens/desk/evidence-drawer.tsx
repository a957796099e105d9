import { Button, Drawer, Text } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCitationName } from './citation-name.ts';
import styles from './desk.module.css';
import type { CiteOutcome } from './answer/use-entry-keys.ts';
import type { OpenEvidence } from './open-evidence.ts';

type Props = {
  opened: boolean;
  onClose: () => void;
  /** The open item; null while there is none. */
  code: string | null;
  evidence: OpenEvidence;
  onCite: () => void;
  /** What became of the citation that was asked for last. */
  cited: CiteOutcome | null;
  children: ReactNode;
};

/** The evidence where there is no room beside the sheet: over it, with what one came for, citing it for the open item. */
export function EvidenceDrawer({ opened, onClose, code, evidence, onCite, cited, children }: Props) {
  const { t } = useTranslation('desk');
  const { t: p } = useTranslation('parts');
  const nameOf = useCitationName(evidence);
  return (
    <Drawer
      closeButtonProps={{ 'aria-label': p('close'), size: 44 }}
      opened={opened}
      onClose={onClose}
      title={t('evidence')}
      size="100%"
      styles={{ body: { height: 'calc(100dvh - 4rem)', padding: 0 }, header: { minHeight: '4rem', padding: '0 8px 0 16px' } }}
    >
      <div className={styles['drawer']} data-screen-drawer="">
        {children}
        {code !== null && (
          <div className={styles['foot']}>
            <Text role="status" size="sm" lineClamp={2}>
              {cited === null
                ? evidence.citation === null
                  ? t('citeDisabled')
                  : nameOf(evidence.citation)
                : t(`cited_${cited.kind}`, { code, name: cited.citation === null ? '' : nameOf(cited.citation) })}
            </Text>
            <Button
              flex="none"
              h={44}
              leftSection={<IconQuote size={18} aria-hidden />}
              disabled={evidence.citation === null}
              aria-keyshortcuts="c"
              onClick={onCite}
            >
              {t('citeFor', { code })}
            </Button>
          </div>
        )}
      </div>
    </Drawer>
  );
}
