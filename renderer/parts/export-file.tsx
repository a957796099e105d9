import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportRef } from '#shared/api/base.ts';
import { useCore } from '../app/core.tsx';
import { byteSize } from './format.ts';
import { Notice } from './notice.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { wrapping } from './wrapping.ts';

export type KeptExport = {
  readonly file: ExportRef | null;
  readonly keep: (file: ExportRef | null) => Promise<void>;
  readonly saved: boolean;
  readonly error: unknown;
};

/** Hands a file the core made to the user at once, and keeps it at hand in case they cancelled or need it again. */
export function useKeptExport(): KeptExport {
  const { files } = useCore();
  const [state, setState] = useState<Omit<KeptExport, 'keep'>>({ file: null, saved: false, error: null });
  return {
    ...state,
    keep: async (file) => {
      if (file === null) {
        return;
      }
      setState({ file, saved: false, error: null });
      try {
        setState({ file, saved: await files.save(file), error: null });
      } catch (error) {
        setState({ file, saved: false, error });
      }
    },
  };
}

/** The file that was made: its name, size, warnings, and a way to save it once more. */
export function ExportedFile({ kept }: { kept: KeptExport }) {
  const { t } = useTranslation('parts');
  const { file } = kept;
  if (file === null) {
    return null;
  }
  return (
    <Stack gap="xs">
      <Notice tone={kept.saved ? 'good' : 'warn'} icon={kept.saved ? 'done' : 'problem'} role="status">
        <Group justify="space-between">
          <div>
            <Text>{t('exported', { name: file.name, size: byteSize(file.bytes) })}</Text>
            {!kept.saved && <Text size="sm">{t('unsavedFile')}</Text>}
            {file.warnings.includes('larger-than-fat32') && <Text size="sm">{t('fat32')}</Text>}
          </div>
          <Button variant="default" {...wrapping} mih={36} onClick={() => void kept.keep(file)}>
            {t('saveAgain')}
          </Button>
        </Group>
      </Notice>
      <RefusalNote error={kept.error} />
    </Stack>
  );
}
