import type { KeyTable } from '../../parts/keys/key-table.ts';

export type DeskAction =
  | 'nextItem'
  | 'previousItem'
  | 'moveAnywhere'
  | 'nextBlank'
  | 'verdict'
  | 'accept'
  | 'acceptMet'
  | 'value'
  | 'comment'
  | 'cite'
  | 'evidence'
  | 'item'
  | 'nextApplicant'
  | 'previousApplicant'
  | 'complete'
  | 'undo'
  | 'redo'
  | 'list'
  | 'help';

/** The keys of the sheet; the evidence has its own, heard while it has the focus. */
export const deskKeys: KeyTable<DeskAction> = [
  { action: 'nextItem', keys: ['j'] },
  { action: 'previousItem', keys: ['k'] },
  { action: 'moveAnywhere', keys: ['Alt+ArrowDown', 'Alt+ArrowUp'], whileTyping: true },
  { action: 'nextBlank', keys: ['n'] },
  { action: 'verdict', keys: ['1', '2', '3', '4', '5'] },
  { action: 'accept', keys: ['a'] },
  { action: 'acceptMet', keys: ['Shift+a'] },
  { action: 'value', keys: ['v'] },
  { action: 'comment', keys: ['m'] },
  { action: 'cite', keys: ['c'], inDrawer: true },
  { action: 'evidence', keys: ['e'] },
  { action: 'item', keys: ['Escape'], whileTyping: true },
  { action: 'nextApplicant', keys: ['Shift+j'] },
  { action: 'previousApplicant', keys: ['Shift+k'] },
  { action: 'complete', keys: ['Ctrl+Enter'], whileTyping: true },
  { action: 'undo', keys: ['Ctrl+z'] },
  { action: 'redo', keys: ['Ctrl+Shift+z', 'Ctrl+y'] },
  { action: 'list', keys: ['l'] },
  { action: 'help', keys: ['?'] },
];
