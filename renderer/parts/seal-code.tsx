import { useTranslation } from 'react-i18next';
import { QrButton } from './qr-button.tsx';

/** 封存码 in groups that can be read out. */
export function SealCode({ code }: { code: readonly string[] }) {
  return (
    <strong className="numbers" style={{ letterSpacing: '0.05em', wordSpacing: '0.35em', whiteSpace: 'nowrap' }}>
      {code.join(' ')}
    </strong>
  );
}

/** The same as a QR code, with the whole hash behind the digits: for who wants more than what can be read out. */
export function SealCodeQr({ code, sha256, name }: { code: readonly string[]; sha256: string; name: string }) {
  const { t } = useTranslation('parts');
  return (
    <QrButton label={t('sealCodeQr', { name })} text={`${code.join(' ')} ${sha256}`}>
      <SealCode code={code} />
    </QrButton>
  );
}
