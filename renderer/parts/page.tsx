import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './page.module.css';

type Props = {
  title: string;
  lead?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
  /** `full`: as wide and as high as there is room; the last part of it may grow. */
  wide?: 'wide' | 'full';
};

/** A screen: its heading and how far one is, one primary button at the right, then the content. */
export function Page({ title, lead, action, children, wide }: Props) {
  return (
    <Stack
      p="md"
      gap="md"
      maw={wide === undefined ? 1120 : undefined}
      mx="auto"
      h={wide === 'full' ? '100%' : undefined}
      className={wide === 'full' ? styles['full'] : undefined}
    >
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1}>{title}</Title>
          {lead !== undefined && (
            <Text c="dimmed" component="div">
              {lead}
            </Text>
          )}
        </div>
        {action}
      </Group>
      {children}
    </Stack>
  );
}
