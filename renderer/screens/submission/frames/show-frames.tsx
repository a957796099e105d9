import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoreFrames } from '#shared/api/frames.ts';
import { frameSizes, frameSpeeds, secondsAtBest, type FrameSize, type FrameSpeed } from '#shared/qr/frames.ts';
import { useLanguage } from '../../../app/language.ts';
import { byteSize, duration } from '../../../parts/format.ts';
import { Notice } from '../../../parts/notice.tsx';
import { FramePicture } from './frame-picture.tsx';

type Props = {
  score: ScoreFrames;
  size: FrameSize;
  onSize: (size: FrameSize) => void;
};

const sizes: readonly FrameSize[] = ['small', 'medium', 'large'];

/** Plays the frames, over and over, until the dialog is closed. */
export function ShowFrames({ score, size, onSize }: Props) {
  const { t } = useTranslation('frames');
  const language = useLanguage();
  const [speed, setSpeed] = useState<FrameSpeed>(8);
  const [playing, setPlaying] = useState(true);
  const [at, setAt] = useState(0);
  const { frames } = score;
  useEffect(() => {
    if (!playing) {
      return undefined;
    }
    const timer = setInterval(() => setAt((before) => (before + 1) % frames.length), 1000 / speed);
    return () => clearInterval(timer);
  }, [playing, speed, frames]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'p' && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        setPlaying((before) => !before);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const shown = at % frames.length;
  const facts = {
    sequence: score.sequence,
    size: byteSize(score.bytes),
    fragments: score.fragments,
    time: duration(secondsAtBest(score.fragments, speed), language),
  };
  return (
    <Stack gap="xs">
      <Text size="sm">{t('how')}</Text>
      <FramePicture frame={frames[shown] ?? ''} label={t('picture', { frame: shown + 1, count: frames.length })} />
      <Group justify="center" gap="md">
        <Button
          variant="default"
          w="9em"
          leftSection={playing ? <IconPlayerPause size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />}
          onClick={() => setPlaying(!playing)}
        >
          {t(playing ? 'pause' : 'play')}
        </Button>
        <Choice
          label={t('speed')}
          value={String(speed)}
          options={frameSpeeds.map((each) => ({ value: String(each), label: String(each) }))}
          onChange={(value) => setSpeed(frameSpeeds.find((each) => String(each) === value) ?? 8)}
        />
        <Choice
          label={t('size')}
          value={size}
          options={sizes.map((each) => ({ value: each, label: `${t(`size_${each}`)} (${frameSizes[each]} B)` }))}
          onChange={(value) => onSize(sizes.find((each) => each === value) ?? 'medium')}
        />
        <Text size="sm" className="numbers" c="dimmed">
          {t('frame', { frame: shown + 1, count: frames.length })}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" ta="center">
        {t('facts', facts)} · {t('keys')}
      </Text>
      {score.following > 0 && (
        <Notice tone="warn" icon="problem" role="note">
          {t('following', { count: score.following })}
        </Notice>
      )}
      <Text size="sm" c="dimmed" ta="center">
        {t('slower')}
      </Text>
    </Stack>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Group gap={6}>
      <Text size="sm">{label}</Text>
      <SegmentedControl aria-label={label} size="sm" data={options} value={value} onChange={onChange} />
    </Group>
  );
}
