import { useTranslation } from 'react-i18next';
import { KeyHelp, keySection } from '../../parts/keys/key-help.tsx';
import { deskKeys } from './desk-keys.ts';
import { evidenceKeys } from './evidence/evidence-keys.ts';

/** The keys of the sheet and those of the evidence. */
export function DeskHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { t: sheet } = useTranslation('sheet');
  const { t: evidence } = useTranslation('evidence');
  return (
    <KeyHelp
      opened={opened}
      onClose={onClose}
      sections={[
        keySection(t('sheet'), deskKeys, (action) => sheet(`key_${action}`)),
        keySection(sheet('keysOfEvidence'), evidenceKeys, (action) => evidence(`key_${action}`)),
      ]}
    />
  );
}
