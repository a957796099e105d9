import { useEffect, useRef } from 'react';
import type { KeyTable } from './key-table.ts';
import { shortcutFor } from './key-table.ts';

/** What each action does; the number says which of the action's keys was pressed. False: nothing to do, the key keeps its own meaning. */
export type Handlers<Action extends string> = Readonly<Record<Action, (index: number) => unknown>>;

/**
 * Lets the keys of a table do what they say while the screen is shown: not under a dialog, and not in the middle of a word. A dialog
 * holds the focus while it is open; one that is fading away no longer does, and swallows no key.
 */
export function useKeys<Action extends string>(table: KeyTable<Action>, handlers: Handlers<Action>): void {
  const newest = useRef(handlers);
  useEffect(() => {
    newest.current = handlers;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const dialog = event.target instanceof Element ? event.target.closest('[role="dialog"]') : null;
      if (event.defaultPrevented || event.isComposing || (dialog !== null && !isDrawer(dialog))) {
        return;
      }
      const heard = dialog === null ? table : table.filter(({ inDrawer }) => inDrawer);
      const found = shortcutFor(heard, event, isTyping(event.target));
      if (found !== null && newest.current[found.action](found.index) !== false) {
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [table]);
}

/** Whether a dialog is a part of the screen that lies over the rest for want of room. */
function isDrawer(dialog: Element): boolean {
  return dialog.querySelector('[data-screen-drawer]') !== null;
}

/** Whether keys pressed there are text. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'range'].includes(target.type);
  }
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
