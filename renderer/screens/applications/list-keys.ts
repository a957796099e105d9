import type { KeyTable } from '../../parts/keys/key-table.ts';

export type ListAction = 'down' | 'up' | 'first' | 'last' | 'open' | 'search' | 'back' | 'help';

/** The keys of the list. Arrows move the row that is lit; the list needs no pointer. */
export const listKeys: KeyTable<ListAction> = [
  { action: 'down', keys: ['ArrowDown', 'j'] },
  { action: 'up', keys: ['ArrowUp', 'k'] },
  { action: 'first', keys: ['Home'] },
  { action: 'last', keys: ['End'] },
  { action: 'open', keys: ['Enter'] },
  { action: 'search', keys: ['/'] },
  { action: 'back', keys: ['Escape'], whileTyping: true },
  { action: 'help', keys: ['?'] },
];
