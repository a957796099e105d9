import { Button, Group, Text } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../parts/dialog.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { RefusalNote } from '../../../parts/refusal-note.tsx';
import styles from '../visit.module.css';
import { jpegOf } from './picture.ts';

type Props = { opened: boolean; title: string; onClose: () => void; onShot: (jpeg: string) => Promise<unknown> };

/** The laptop's camera: as many photos as wanted, each kept before the next. */
export function CameraDialog({ opened, title, onClose, onShot }: Props) {
  return (
    <Dialog opened={opened} onClose={onClose} title={title} size="xl">
      {opened && <Camera onClose={onClose} onShot={onShot} />}
    </Dialog>
  );
}

function Camera({ onClose, onShot }: Pick<Props, 'onClose' | 'onShot'>) {
  const { t } = useTranslation('visit');
  const { video, state } = useCamera();
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const shoot = async () => {
    const from = video.current;
    if (from === null || from.videoWidth === 0) {
      return;
    }
    setBusy(true);
    try {
      await onShot(await jpegOf(from, { width: from.videoWidth, height: from.videoHeight }));
      setTaken((before) => before + 1);
      setError(null);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      {state === 'refused' ? (
        <Notice tone="warn" icon="problem" role="alert">
          {t('cameraRefused')}
        </Notice>
      ) : (
        <video ref={video} className={styles['camera']} muted playsInline aria-label={t('camera')} />
      )}
      <RefusalNote error={error} />
      <Group justify="space-between" mt="sm">
        <Text role="status">{state === 'waiting' ? t('cameraWaiting') : taken > 0 && t('cameraTaken', { count: taken })}</Text>
        <Group>
          <Button variant="default" h={56} onClick={onClose}>
            {t('done')}
          </Button>
          <Button
            h={56}
            px="xl"
            loading={busy}
            disabled={state !== 'ready'}
            leftSection={<IconCamera aria-hidden />}
            onClick={() => void shoot()}
          >
            {t('shutter')}
          </Button>
        </Group>
      </Group>
    </div>
  );
}

/** The element into which the camera plays while it is on screen. */
function useCamera() {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'waiting' | 'ready' | 'refused'>('waiting');
  useEffect(() => {
    let stream: MediaStream | null = null;
    let over = false;
    const open = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } },
        });
        if (over || video.current === null) {
          stop(stream);
          return;
        }
        video.current.srcObject = stream;
        await video.current.play();
        setState('ready');
      } catch {
        if (!over) {
          setState('refused');
        }
      }
    };
    void open();
    return () => {
      over = true;
      stop(stream);
    };
  }, []);
  return { video, state };
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) {
    track.stop();
  }
}
