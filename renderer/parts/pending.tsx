import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { RefusalNote } from './refusal-note.tsx';

/** Where something is still to come: `children`, its outline, or, once it was refused, why. Nothing looks as if it were coming that is not. */
export function Pending({ error, children }: { error: unknown; children: ReactNode }) {
  return error === null || error === undefined ? children : <RefusalNote error={error} />;
}

/** A whole window still to come: a line at the top, `top` pixels high, and what fills the rest. */
export function PendingSheet({ error, top }: { error: unknown; top: number }) {
  return (
    <Stack p="md" h="100%">
      <Pending error={error}>
        <Skeleton h={top} />
        <Skeleton flex={1} />
      </Pending>
    </Stack>
  );
}
