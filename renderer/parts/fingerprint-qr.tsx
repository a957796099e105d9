import { useTranslation } from 'react-i18next';
import { Fingerprint } from './fingerprint.tsx';
import { QrButton } from './qr-button.tsx';

/** The same digits as a QR code, so that a telephone's camera can hold them against what the other laptop shows. */
export function FingerprintQr({ groups, name }: { groups: readonly string[]; name: string }) {
  const { t } = useTranslation('parts');
  return (
    <QrButton label={t('fingerprintQr', { name })} text={groups.join(' ')}>
      <Fingerprint groups={groups} />
    </QrButton>
  );
}
