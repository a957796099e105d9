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
        <WaysToPhotos
          disabled={locked}
          busy={adding.work.running}
          onCamera={cameraDialog.open}
          onFiles={() => void files.choose('photo', 'several').then(adding.addFiles).then(onAttach)}
          onTaken={others.length === 0 ? null : choosingDialog.open}
        />
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
      <ChooseTaken
        {...{ code, visit }}
        photos={others}
        opened={choosing}
        onClose={choosingDialog.close}
        onChoose={(photo) => onAttach([photo])}
      />
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

type WaysProps = { disabled: boolean; busy: boolean; onCamera: () => void; onFiles: () => void; onTaken: (() => void) | null };

/** The three ways to one more: with the camera, from files, from the photos of this visit. */
function WaysToPhotos({ disabled, busy, onCamera, onFiles, onTaken }: WaysProps) {
  const { t } = useTranslation('visit');
  return (
    <>
      <Button variant="default" h={44} leftSection={<IconCamera size={20} aria-hidden />} disabled={disabled} onClick={onCamera}>
        {t('takePhoto')}
      </Button>
      <Button variant="default" h={44} leftSection={<IconPhotoPlus size={20} aria-hidden />} disabled={disabled || busy} onClick={onFiles}>
        {t('choosePhotos')}
      </Button>
      {onTaken !== null && (
        <Button variant="default" h={44} leftSection={<IconPhotoSearch size={20} aria-hidden />} disabled={disabled} onClick={onTaken}>
          {t('chooseTaken')}
        </Button>
      )}
    </>
  );
}

type ChooseProps = {
  code: string;
  visit: VisitView;
  photos: VisitView['visit']['photos'];
  opened: boolean;
  onClose: () => void;
  onChoose: (photo: string) => void;
};

/** The other photos of this visit, one of which shows this item as well. */
function ChooseTaken({ code, visit, photos, opened, onClose, onChoose }: ChooseProps) {
  const { t } = useTranslation('visit');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('choosePhotoFor', { code })} size="lg">
      <div className={styles['album']}>
        {photos.map((photo) => (
          <Thumbnail
            key={photo.sha256}
            photo={photo}
            flags={visit.flags[photo.sha256]}
            onOpen={() => {
              onChoose(photo.sha256);
              onClose();
            }}
          />
        ))}
      </div>
    </Dialog>
  );
}
