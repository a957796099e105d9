import type { KeyTable } from '../../parts/keys/key-table.ts';

/** The keys of the visit: one has a tape measure in the hand, not a list of shortcuts in the head. */
export const visitKeys: KeyTable<'undo' | 'redo'> = [
  { action: 'undo', keys: ['Ctrl+z'] },
  { action: 'redo', keys: ['Ctrl+Shift+z', 'Ctrl+y'] },
];
