import { useTranslation } from 'react-i18next';
import { Notice } from './notice.tsx';

/** Says that a sheet is not mine to fill in: the application is, but not in this stage. */
export function NotMyStage() {
  const { t } = useTranslation('parts');
  return (
    <Notice tone="quiet" icon="info" role="status" title={t('notMyStage')}>
      {t('notMyStageNext')}
    </Notice>
  );
}
