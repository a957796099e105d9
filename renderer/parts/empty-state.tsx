import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Where nothing is yet: what will be here, how it gets here, one button. */
export function EmptyState({ title, body, action }: { title: string; body: string; action?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" style={{ border: '1px dashed var(--line)', borderRadius: 6 }}>
      <Text fw={600} size="lg">
        {title}
      </Text>
      <Text c="dimmed" ta="center" maw={520}>
        {body}
      </Text>
      {action}
    </Stack>
  );
}
