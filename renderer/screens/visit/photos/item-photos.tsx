import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCamera, IconPhotoPlus, IconPhotoSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '#shared/api/visit.ts';
import { useCore } from '../../../app/core.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import type { VisitAddress } from '../use-visit.ts';
import styles from '../visit.module.css';
import { CameraDialog } from './camera-dialog.tsx';
import { AddingPhotos } from './adding-photos.tsx';
import { PhotoDialog } from './photo-dialog.tsx';
import { Thumbnail } from './thumbnail.tsx';
import { useAddingPhotos } from './use-adding.ts';

type Props = {
  address: VisitAddress;
  code: string;
  visit: VisitView;
  photos: readonly string[];
  /** There must be one and there is none. */
  required: boolean;
  reason: string | null;
  locked: boolean;
  onAttach: (photos: readonly string[]) => void;
  onDetach: (photo: string) => void;
};

/** The photos of one item, and the three ways to one more. */
export function ItemPhotos({ address, code, visit, photos, required, reason, locked, onAttach, onDetach }: Props) {
  const { t } = useTranslation('visit');
  const { files } = useCore();
  const [camera, cameraDialog] = useDisclosure(false);
  const [choosing, choosingDialog] = useDisclosure(false);
  const [open, setOpen] = useState<string | null>(null);
  const adding = useAddingPhotos(address, reason);
  const all = visit.visit.photos;
  const mine = photos.flatMap((sha256) => all.find((photo) => photo.sha256 === sha256) ?? []);
  const others = all.filter(({ sha256, removed }) => removed === null && !photos.includes(sha256));
  return (
    <div role="group" aria-label={t('photosOf', { code })}>
      <Group gap={8}>
        {mine.map((photo) => (
          <Thumbnail key={photo.sha256} photo={photo} flags={visit.flags[photo.sha256]} onOpen={() => setOpen(photo.sha256)} />
        ))}
        <Button variant="default" h={44} leftSection={<IconCamera size={20} aria-hidden />} disabled={locked} onClick={cameraDialog.open}>
          {t('takePhoto')}
        </Button>
        <Button
          variant="default"
          h={44}
          leftSection={<IconPhotoPlus size={20} aria-hidden />}
          disabled={locked || adding.work.running}
          onClick={() => void files.choose('photo', 'several').then(adding.addFiles).then(onAttach)}
        >
          {t('choosePhotos')}
        </Button>
        {others.length > 0 && (
          <Button
            variant="default"
            h={44}
            leftSection={<IconPhotoSearch size={20} aria-hidden />}
            disabled={locked}
            onClick={choosingDialog.open}
          >
            {t('chooseTaken')}
          </Button>
        )}
        <Text size="sm" className="numbers">
          {mine.length > 0 && t('photoCount', { count: mine.length })}
        </Text>
        {required && <StateMark tone="warn" icon="problem" text={t('photosRequired')} />}
      </Group>
      <AddingPhotos adding={adding} />
      <CameraDialog
        opened={camera}
        title={`${code} · ${t('camera')}`}
        onClose={cameraDialog.close}
        onShot={async (jpeg) => onAttach([await adding.addCapture(jpeg)])}
      />
      <Dialog opened={choosing} onClose={choosingDialog.close} title={t('choosePhotoFor', { code })} size="lg">
        <div className={styles['album']}>
          {others.map((photo) => (
            <Thumbnail
              key={photo.sha256}
              photo={photo}
              flags={visit.flags[photo.sha256]}
              onOpen={() => {
                onAttach([photo.sha256]);
                choosingDialog.close();
              }}
            />
          ))}
        </div>
      </Dialog>
      <PhotoDialog
        address={address}
        visit={visit}
        sha256={open}
        reason={reason}
        locked={locked}
        onClose={() => setOpen(null)}
        action={
          open === null || locked ? null : (
            <Button
              variant="default"
              h={44}
              onClick={() => {
                onDetach(open);
                setOpen(null);
              }}
            >
              {t('detach', { code })}
            </Button>
          )
        }
      />
    </div>
  );
}
