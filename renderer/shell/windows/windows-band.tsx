import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './windows.module.css';

/** Says that this workspace is open in another window, too. */
export function WindowsBand({ count }: { count: number }) {
  const { t } = useTranslation('shell');
  return (
    <div role="status" className={styles['band']} data-shown={count > 1 ? '' : undefined}>
      {count > 1 && (
        <>
          <IconCopy size={18} aria-hidden /> {t('windows', { count })}
        </>
      )}
    </div>
  );
}
