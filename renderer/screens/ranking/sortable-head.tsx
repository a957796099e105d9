import { Table, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react';
import type { Column, Order } from './ranking-order.ts';

type Props = { column: Column; text: string; numbers?: boolean; order: Order; onOrder: (order: Order) => void };

/** A column's head that sorts by it; once more turns it round. Ranks begin with the first, points with the highest. */
export function SortableHead({ column, text, numbers = false, order, onOrder }: Props) {
  const current = order.column === column;
  const highestFirst = numbers && column !== 'rank' && column !== 'place';
  const Icon = current ? (order.descending ? IconChevronDown : IconChevronUp) : IconSelector;
  return (
    <Table.Th aria-sort={current ? (order.descending ? 'descending' : 'ascending') : 'none'} className={numbers ? 'numbers' : ''}>
      <UnstyledButton
        fz="inherit"
        fw="inherit"
        mih={32}
        style={{ whiteSpace: 'nowrap' }}
        onClick={() => onOrder({ column, descending: current ? !order.descending : highestFirst })}
      >
        {text} <Icon size={14} aria-hidden style={{ verticalAlign: '-2px', color: current ? 'inherit' : 'var(--quiet)' }} />
      </UnstyledButton>
    </Table.Th>
  );
}
