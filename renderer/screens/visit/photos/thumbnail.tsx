import { IconAlertTriangle, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '#shared/api/visit.ts';
import type { VisitPhoto } from '#shared/domain/visit.ts';
import { evidenceUrl } from '../../../app/files.ts';
import styles from '../visit.module.css';

type Props = { photo: VisitPhoto; flags: VisitView['flags'][string] | undefined; onOpen: () => void };

/** A photo small; a doubt about it stands on it. */
export function Thumbnail({ photo, flags, onOpen }: Props) {
  const { t } = useTranslation('visit');
  const [failed, setFailed] = useState(false);
  const name = photo.caption === '' ? photo.name : photo.caption;
  return (
    <button
      type="button"
      className={styles['thumbnail']}
      data-removed={photo.removed === null ? undefined : ''}
      data-photo={photo.sha256}
      aria-label={t('openPhoto', { name })}
      onClick={onOpen}
    >
      {failed ? (
        <IconPhotoOff aria-hidden />
      ) : (
        <img
          src={evidenceUrl(photo.screenCopy ?? photo.sha256)}
          alt=""
          loading="lazy"
          onError={() => setFailed(true)}
          key={photo.screenCopy}
        />
      )}
      {flags !== undefined && flags.length > 0 && (
        <span className={styles['flag']}>
          <IconAlertTriangle size={16} aria-hidden /> {t('flagged')}
        </span>
      )}
    </button>
  );
}
