import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import styles from '../evidence.module.css';
import type { Size } from '../paper/size.ts';
import { inMinutes } from './in-minutes.ts';
import { byteSize } from '../../../../parts/format.ts';

/** What the camera wrote into a photo: time, place, camera; and its size. */
export function PhotoFacts({ url, bytes, size }: { url: string; bytes: number; size: Size | null }) {
  const { t } = useTranslation('evidence');
  const { data, isPending, isError } = useQuery({
    queryKey: ['exif', url],
    queryFn: async () => (await import('./read-exif.ts')).readExif(url),
    staleTime: 'static',
    retry: false,
  });
  const place = data?.place ?? null;
  const unsaid = isPending ? t('loading') : isError ? t('exifUnreadable') : t('notStated');
  const rows = [
    [t('takenAt'), data?.takenAt ?? unsaid],
    [
      t('takenWhere'),
      place === null
        ? unsaid
        : `${inMinutes(place.latitude, ['N', 'S'])} ${inMinutes(place.longitude, ['E', 'W'])} (${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)})`,
    ],
    [t('camera'), data?.camera ?? unsaid],
    [t('software'), data?.software ?? unsaid],
    [t('pixels'), size === null ? '–' : `${size.width} × ${size.height}`],
    [t('fileSize'), byteSize(bytes)],
  ] as const;
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className={styles['side']} data-wide="" aria-label={t('photoFacts')} tabIndex={0}>
      <dl className={styles['facts']}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="numbers">{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" c="dimmed" p="xs">
        {t('exifNote')}
      </Text>
    </aside>
  );
}
