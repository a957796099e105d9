import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { byteSize, duration } from './format.ts';
import type { LongWork } from './long-work.ts';
import { RefusalNote } from './refusal-note.tsx';

/** How far long work is, with what is left and a way to stop it; after a refusal, the refusal. */
export function WorkProgress({ work }: { work: LongWork }) {
  const { t } = useTranslation('parts');
  const language = useLanguage();
  if (!work.running) {
    return <RefusalNote error={work.error} />;
  }
  const { progress } = work;
  const share = progress === null || progress.total === null || progress.total === 0 ? null : progress.done / progress.total;
  const left = share === null || share < 0.03 ? null : work.elapsedSeconds * (1 / share - 1);
  return (
    <Group wrap="nowrap" gap="md" role="status">
      <div style={{ flex: 1, minWidth: 0 }}>
        <Group justify="space-between" gap="xs">
          <Text size="sm" truncate>
            {progress === null ? t('loading') : `${t(`step_${progress.step}`)} ${progress.subject}`}
          </Text>
          <Text size="sm" c="dimmed" className="numbers">
            {progress !== null &&
              progress.total !== null &&
              progress.unit === 'items' &&
              t('items', { done: progress.done, total: progress.total })}
            {progress !== null &&
              progress.total !== null &&
              progress.unit === 'bytes' &&
              t('bytes', { done: byteSize(progress.done), total: byteSize(progress.total) })}
            {left !== null && left > 2 && ` · ${t('timeLeft', { time: duration(left, language) })}`}
          </Text>
        </Group>
        <Progress mt={4} value={share === null ? 100 : share * 100} animated={share === null} aria-label={t('loading')} />
      </div>
      <Button variant="default" onClick={work.cancel}>
        {t('cancel')}
      </Button>
    </Group>
  );
}
