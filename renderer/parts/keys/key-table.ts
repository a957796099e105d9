/** One thing that keys do on a screen: what the handler does and what the help says come from the same line. */
export type Shortcut<Action extends string> = {
  readonly action: Action;
  /** As `keyName` gives them: `j`, `Shift+a`, `Alt+ArrowDown`, `?`. */
  readonly keys: readonly string[];
  /** Works in a text field too: only keys that type nothing. */
  readonly whileTyping?: true;
  /** Works too while a drawer of the screen lies over it (`data-screen-drawer`): only what is done to what the drawer shows. */
  readonly inDrawer?: true;
};

export type KeyTable<Action extends string> = readonly Shortcut<Action>[];

export type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** What a press is called in a table. Capitals locked or full-width input make no difference; Ctrl and ⌘ are one. */
export function keyName({ key, altKey, ctrlKey, metaKey, shiftKey }: Press): string {
  const plain = key.length === 1 ? key.normalize('NFKC').toLowerCase() : key;
  const isSymbol = plain.length === 1 && plain === plain.toUpperCase();
  return [
    ...(ctrlKey || metaKey ? ['Ctrl'] : []),
    ...(altKey ? ['Alt'] : []),
    // `?` needs Shift on one keyboard and not on another.
    ...(shiftKey && !isSymbol ? ['Shift'] : []),
    plain,
  ].join('+');
}

/** What a press does here, and with which of the line's keys; null when it is nobody's. */
export function shortcutFor<Action extends string>(
  table: KeyTable<Action>,
  press: Press,
  typing: boolean,
): { action: Action; index: number } | null {
  const name = keyName(press);
  for (const { action, keys, whileTyping } of table) {
    const index = keys.indexOf(name);
    if (index >= 0 && (!typing || whileTyping === true)) {
      return { action, index };
    }
  }
  return null;
}

const shown: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** A key as it is printed on the keyboard. */
export function keyLabel(name: string): string {
  return name
    .split(/\+(?=.)/)
    .map((part) => shown[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+');
}
