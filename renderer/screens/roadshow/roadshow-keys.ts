import type { KeyTable } from '../../parts/keys/key-table.ts';

export type RoadshowAction =
  | 'digit'
  | 'confirm'
  | 'cancel'
  | 'nextItem'
  | 'previousItem'
  | 'fix'
  | 'clock'
  | 'question'
  | 'undo'
  | 'redo'
  | 'nextApplicant'
  | 'previousApplicant'
  | 'help';

/** The keys of the roadshow. */
export const roadshowKeys: KeyTable<RoadshowAction> = [
  { action: 'digit', keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  { action: 'confirm', keys: ['Enter'] },
  { action: 'cancel', keys: ['Escape'] },
  { action: 'nextItem', keys: ['j', 'ArrowDown'] },
  { action: 'previousItem', keys: ['k', 'ArrowUp'] },
  { action: 'fix', keys: ['u'] },
  { action: 'clock', keys: ['t'] },
  { action: 'question', keys: ['q'] },
  { action: 'undo', keys: ['Ctrl+z'] },
  { action: 'redo', keys: ['Ctrl+Shift+z', 'Ctrl+y'] },
  { action: 'nextApplicant', keys: ['Shift+j'] },
  { action: 'previousApplicant', keys: ['Shift+k'] },
  { action: 'help', keys: ['?'] },
];
