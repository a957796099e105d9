import { useTranslation } from 'react-i18next';
import type { VisitView } from '#shared/api/visit.ts';
import type { VisitPhoto } from '#shared/domain/visit.ts';
import { byteSize } from '../../../parts/format.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import styles from '../visit.module.css';

/** When and where a photo was taken as it says itself, its hash, and what is to be said against it. */
export function PhotoFacts({ photo, flags }: { photo: VisitPhoto; flags: VisitView['flags'][string] }) {
  const { t } = useTranslation('visit');
  const place = photo.latitude === null || photo.longitude === null ? null : `${photo.latitude.toFixed(5)}, ${photo.longitude.toFixed(5)}`;
  return (
    <div>
      {flags.map((flag) => (
        <div key={JSON.stringify(flag)} className={styles['flagLine']}>
          <StateMark
            tone="warn"
            icon="problem"
            text={
              flag.kind === 'outside-window'
                ? t('flag_outside', { time: flag.takenAt.slice(0, 16).replace('T', ' ') })
                : t(flag.kind === 'same-as' ? 'flag_same' : 'flag_like', { applicant: flag.applicant })
            }
          />
        </div>
      ))}
      <dl className={styles['facts']}>
        <dt>{t('takenAt')}</dt>
        <dd className="numbers">{photo.takenAt?.slice(0, 19).replace('T', ' ') ?? t('unknown')}</dd>
        <dt>{t('takenPlace')}</dt>
        <dd className="numbers">{place ?? t('unknown')}</dd>
        <dt>{t(`source_${photo.source}`)}</dt>
        <dd>
          {photo.name} · {byteSize(photo.bytes)}
        </dd>
        <dt>{t('hash')}</dt>
        <dd className={styles['hash']}>{photo.sha256}</dd>
      </dl>
    </div>
  );
}
