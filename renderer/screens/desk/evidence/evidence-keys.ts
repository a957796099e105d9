import type { KeyTable } from '../../../parts/keys/key-table.ts';

export type EvidenceAction =
  | 'panes'
  | 'compare'
  | 'pages'
  | 'goTo'
  | 'zoom'
  | 'fit'
  | 'rotate'
  | 'region'
  | 'search'
  | 'thumbnails'
  | 'facts';

/** The keys of the evidence; all but F6 are heard while it has the focus. */
export const evidenceKeys: KeyTable<EvidenceAction> = [
  { action: 'panes', keys: ['F6', 'Shift+F6'], whileTyping: true },
  { action: 'compare', keys: ['b'] },
  { action: 'pages', keys: ['[', ']'] },
  { action: 'goTo', keys: ['g'] },
  { action: 'zoom', keys: ['-', '+'] },
  { action: 'fit', keys: ['w', 'f'] },
  { action: 'rotate', keys: ['r'] },
  { action: 'region', keys: ['s'] },
  { action: 'search', keys: ['/', 'Ctrl+f'] },
  { action: 'thumbnails', keys: ['t'] },
  { action: 'facts', keys: ['i'] },
];

export function isEvidenceAction(action: string): action is EvidenceAction {
  return evidenceKeys.some((one) => one.action === action);
}
