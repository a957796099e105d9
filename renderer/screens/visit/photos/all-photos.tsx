import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '#shared/api/visit.ts';
import { DropArea } from '../../../parts/drop-area.tsx';
import type { Line } from '../../../parts/answering/sheet-model.ts';
import type { VisitAddress } from '../use-visit.ts';
import styles from '../visit.module.css';
import { AddingPhotos } from './adding-photos.tsx';
import { PhotoDialog } from './photo-dialog.tsx';
import { Thumbnail } from './thumbnail.tsx';
import { useAddingPhotos } from './use-adding.ts';
import { useListed } from '../../../parts/listed.ts';

type Props = { address: VisitAddress; visit: VisitView; lines: readonly Line[]; reason: string | null; locked: boolean };

/** Every photo of the visit, and one drop for many. */
export function AllPhotos({ address, visit, lines, reason, locked }: Props) {
  const { t } = useTranslation('visit');
  const listed = useListed();
  const [open, setOpen] = useState<string | null>(null);
  const adding = useAddingPhotos(address, reason);
  const { photos } = visit.visit;
  const usedFor = (sha256: string) =>
    lines.flatMap(({ item, entry }) => (entry?.evidence.some((one) => one.sha256 === sha256) === true ? [item.code] : []));
  return (
    <section className={styles['card']} aria-labelledby="all-photos">
      <h2 id="all-photos">
        {t('allPhotos')} <span className="numbers">{photos.length > 0 && t('photoCount', { count: photos.length })}</span>
      </h2>
      <DropArea
        label={t('choosePhotos')}
        hint={t('allPhotosHint')}
        filter="photo"
        disabled={locked || adding.work.running}
        onFiles={(files) => void adding.addFiles(files)}
      />
      <AddingPhotos adding={adding} />
      {photos.length === 0 ? (
        <Text c="dimmed">{t('noPhotos')}</Text>
      ) : (
        <div className={styles['album']}>
          {photos.map((photo) => {
            const items = usedFor(photo.sha256);
            return (
              <figure key={photo.sha256} className={styles['figure']}>
                <Thumbnail photo={photo} flags={visit.flags[photo.sha256]} onOpen={() => setOpen(photo.sha256)} />
                <figcaption>{items.length === 0 ? t('unassigned') : t('usedFor', { items: listed(items) })}</figcaption>
              </figure>
            );
          })}
        </div>
      )}
      <PhotoDialog
        address={address}
        visit={visit}
        sha256={open}
        reason={reason}
        locked={locked}
        action={null}
        onClose={() => setOpen(null)}
      />
    </section>
  );
}
