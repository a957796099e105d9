import { Button, Stack, Text } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoreFrames } from '#shared/api/frames.ts';
import type { FrameSize } from '#shared/qr/frames.ts';
import { useCore } from '../../../app/core.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useLongWork } from '../../../parts/long-work.ts';
import { WorkProgress } from '../../../parts/work-progress.tsx';
import { ShowFrames } from './show-frames.tsx';

/** The way without a stick: shows the sealed sheets as QR codes, as large as the window. */
export function HandOverByFrames({ round, disabled }: { round: string; disabled: boolean }) {
  const { t } = useTranslation('frames');
  const { client } = useCore();
  const making = useLongWork();
  const [size, setSize] = useState<FrameSize>('medium');
  const [score, setScore] = useState<ScoreFrames | null>(null);
  const [opened, setOpened] = useState(false);
  const make = async (wanted: FrameSize) => {
    setSize(wanted);
    setOpened(true);
    setScore(null);
    setScore(await making.run((signal) => client.frames.ofScore({ round, size: wanted }, { signal })));
  };
  const close = () => {
    making.cancel();
    setOpened(false);
    setScore(null);
  };
  return (
    <>
      <Stack gap={4} align="flex-start">
        <Button variant="default" leftSection={<IconQrcode size={18} aria-hidden />} disabled={disabled} onClick={() => void make(size)}>
          {t('open')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('openHint')}
        </Text>
      </Stack>
      <Dialog opened={opened} onClose={close} title={t('title')} fullScreen transitionProps={{ duration: 0 }}>
        <WorkProgress work={making} />
        {score !== null && <ShowFrames score={score} size={size} onSize={(wanted) => void make(wanted)} />}
      </Dialog>
    </>
  );
}
