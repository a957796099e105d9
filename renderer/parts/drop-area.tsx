import { Button, Group, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileRef } from '#shared/api/base.ts';
import { useCore } from '../app/core.tsx';
import type { FileFilter } from '../app/file-host.ts';

type Props = {
  label: string;
  hint: string;
  filter: FileFilter;
  disabled?: boolean;
  /** Further ways of choosing, each its own button. */
  also?: readonly { label: string; filter: FileFilter }[];
  onFiles: (files: FileRef[]) => void;
};

/** Takes files by dropping or choosing; what comes out is known to the core by id. */
export function DropArea({ label, hint, filter, disabled = false, also = [], onFiles }: Props) {
  const { files } = useCore();
  const { t } = useTranslation('parts');
  const [taking, setTaking] = useState<{ done: number; count: number } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  if (failure !== null) {
    throw failure;
  }
  const give = (taken: FileRef[]) => {
    if (taken.length > 0) {
      onFiles(taken);
    }
  };
  const drop = async (dropped: File[]) => {
    setTaking({ done: 0, count: dropped.length });
    try {
      give(await files.take(dropped, (done) => setTaking({ done, count: dropped.length })));
    } catch (error) {
      setFailure(error);
    } finally {
      setTaking(null);
    }
  };
  const choose = (chosen: FileFilter) => {
    files.choose(chosen, 'several').then(give, setFailure);
  };
  const busy = disabled || taking !== null;
  return (
    <Dropzone
      onDrop={(dropped) => void drop(dropped)}
      disabled={busy}
      activateOnClick={false}
      enablePointerEvents
      aria-label={label}
      p="sm"
    >
      <Group justify="space-between" wrap="wrap">
        <Group gap="sm" wrap="nowrap">
          <IconFileImport aria-hidden color="var(--accent)" />
          <div>
            <Text fw={600}>{label}</Text>
            <Text size="sm" c="dimmed">
              {taking === null ? hint : t('uploading', { done: taking.done, count: taking.count })}
            </Text>
          </div>
        </Group>
        <Group gap="xs">
          <Button variant="default" disabled={busy} onClick={() => choose(filter)}>
            {t('chooseFiles')}
          </Button>
          {also.map((other) => (
            <Button key={other.label} variant="default" disabled={busy} onClick={() => choose(other.filter)}>
              {other.label}
            </Button>
          ))}
        </Group>
      </Group>
    </Dropzone>
  );
}
