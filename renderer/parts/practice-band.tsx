import { useTranslation } from 'react-i18next';
import styles from './practice-band.module.css';

/** Says 练习 on every screen of a practice round. */
export function PracticeBand() {
  const { t } = useTranslation('parts');
  return (
    <div className={styles['band']} role="note" data-testid="practice-band">
      {t('practice')}
    </div>
  );
}
