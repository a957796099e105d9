import { Button, Group, NativeSelect, Progress, Stack, Text } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileRef } from '#shared/api/base.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Notice } from '../../../parts/notice.tsx';
import styles from './receive.module.css';
import { useCamera } from './use-camera.ts';
import { useReception } from './use-reception.ts';

/** Takes in a package that an expert's screen shows as QR codes; what comes out is a file like any other. */
export function ReceiveByCamera({ disabled, onFile }: { disabled: boolean; onFile: (file: FileRef) => void }) {
  const { t } = useTranslation('receive');
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button variant="default" leftSection={<IconCamera size={18} aria-hidden />} disabled={disabled} onClick={() => setOpened(true)}>
        {t('open')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('title')} size="xl">
        <Reception
          onCancel={close}
          onFile={(file) => {
            close();
            onFile(file);
          }}
        />
      </Dialog>
    </>
  );
}

function Reception({ onCancel, onFile }: { onCancel: () => void; onFile: (file: FileRef) => void }) {
  const { t } = useTranslation('receive');
  const { video, state: camera, cameras, chosen, choose, retry } = useCamera();
  const { state, failure } = useReception(video, camera === 'on', onFile);
  if (failure !== null) {
    throw failure;
  }
  const { restored, needed, received } = state ?? { restored: 0, needed: null, received: 0 };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('how')}</Text>
      {camera === 'asking' && <Text role="status">{t('asking')}</Text>}
      {camera !== 'asking' && camera !== 'on' && (
        <Notice tone="bad" icon="problem" role="alert">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <span>{t(camera)}</span>
            <Button size="compact-sm" variant="default" onClick={retry}>
              {t('retry')}
            </Button>
          </Group>
        </Notice>
      )}
      <video ref={video} className={styles['preview']} aria-label={t('preview')} data-on={camera === 'on'} muted playsInline />
      <div>
        <Text size="sm" className="numbers" role="status">
          {needed === null ? t('waiting') : t('progress', { restored, needed, received })}
        </Text>
        <Progress mt={4} size="lg" value={needed === null ? 0 : (restored / needed) * 100} aria-label={t('bar')} />
      </div>
      <Group justify="space-between" align="flex-end">
        {cameras.length > 1 ? (
          <NativeSelect
            label={t('camera')}
            data={cameras.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen ?? undefined}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        ) : (
          <span />
        )}
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
