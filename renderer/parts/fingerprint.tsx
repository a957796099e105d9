import { useTranslation } from 'react-i18next';

/** A fingerprint in groups that two people can read to each other. */
export function Fingerprint({ groups }: { groups: readonly string[] }) {
  const { t } = useTranslation('parts');
  return (
    <span
      className="numbers"
      aria-label={`${t('fingerprint')} ${groups.join(' ')}`}
      role="img"
      style={{ letterSpacing: '0.05em', wordSpacing: '0.35em' }}
    >
      {groups.join(' ')}
    </span>
  );
}
