import type { KeyTable, Press } from '../../../parts/keys/key-table.ts';
import { keyLabel, shortcutFor } from '../../../parts/keys/key-table.ts';

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
  | 'searchAnywhere'
  | 'thumbnails'
  | 'facts';

/** One of an action's keys: `pages` has two, the previous page and the next. */
export type EvidenceKey = { readonly action: EvidenceAction; readonly index: number };

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
  { action: 'search', keys: ['/'] },
  { action: 'searchAnywhere', keys: ['Ctrl+f'], whileTyping: true },
  { action: 'thumbnails', keys: ['t'] },
  { action: 'facts', keys: ['i'] },
];

/** What React tells of a key that was pressed. */
type Heard = Press & {
  readonly target: EventTarget | null;
  readonly defaultPrevented: boolean;
  readonly nativeEvent: { readonly isComposing: boolean };
};

/** What a press does to the evidence that hears it; null when it is text, somebody else's, or done already. */
export function evidenceKeyOf(event: Heard): EvidenceKey | null {
  const { target, nativeEvent, defaultPrevented } = event;
  if (nativeEvent.isComposing || defaultPrevented) {
    return null;
  }
  return shortcutFor(evidenceKeys, event, target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
}

/** The key as the table has it, for `aria-keyshortcuts`, and as it is printed. */
export function printed({ action, index }: EvidenceKey): { readonly key: string; readonly label: string } {
  const key = evidenceKeys.find((line) => line.action === action)?.keys[index] ?? '';
  return { key: key.replace('Ctrl', 'Control'), label: keyLabel(key) };
}
