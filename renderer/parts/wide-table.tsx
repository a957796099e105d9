import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { label: string; minWidth: number; maxHeight?: string; children: ReactNode };

/** A table that scrolls inside itself when it is wider or higher than its place, by keyboard as well. */
export function WideTable({ label, minWidth, maxHeight, children }: Props) {
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={minWidth}
      // What is only for screen readers is placed absolutely: it has to scroll with the table, not widen the page.
      pos="relative"
      {...(maxHeight === undefined ? {} : { mah: maxHeight, style: { overflow: 'auto' } })}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      {children}
    </Table.ScrollContainer>
  );
}
