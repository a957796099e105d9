import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';

/** Says 练习 on every screen of a practice round. */
export function PracticeBand() {
  const { t } = useTranslation('shell');
  return (
    <div className={styles['practice']} role="note" data-testid="practice-band">
      {t('practice')}
    </div>
  );
}
