import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import styles from './roadshow.module.css';
import type { Notes } from './use-notes.ts';

/** Who took part by video: a note of its own, which makes 视频连线 one of the sheet's methods. */
export function Connected({ sheet, locked, notes }: { sheet: SheetView; locked: boolean; notes: Notes }) {
  const { t } = useTranslation('roadshow');
  const kept = sheet.sheet?.roadshow?.connected ?? '';
  const [text, setText] = useState(kept);
  return (
    <section className={styles['panel']} aria-label={t('video')}>
      <Title order={2} size="h4">
        {t('video')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('videoHint')}
      </Text>
      <TextInput
        label={t('connected')}
        value={text}
        maxLength={400}
        disabled={locked}
        styles={{ input: { height: 44 } }}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group mt={8} mih={44}>
        <Button
          h={44}
          variant="default"
          disabled={locked || text.trim() === kept}
          onClick={() => void notes.noteConnected(text.trim()).catch(() => undefined)}
        >
          {t('connectedKeep')}
        </Button>
        {kept !== '' && text.trim() === kept && <StateMark tone="good" icon="saved" text={t('connectedKept')} />}
      </Group>
    </section>
  );
}
