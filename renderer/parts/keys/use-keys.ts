import { useEffect, useRef } from 'react';
import type { KeyTable } from './key-table.ts';
import { shortcutFor } from './key-table.ts';

/** What each action does; the number says which of the action's keys was pressed. False: nothing to do, the key keeps its own meaning. */
export type Handlers<Action extends string> = Readonly<Record<Action, (index: number) => unknown>>;

/** Lets the keys of a table do what they say while the screen is shown: not under a dialog, and not in the middle of a word. */
export function useKeys<Action extends string>(table: KeyTable<Action>, handlers: Handlers<Action>): void {
  const newest = useRef(handlers);
  useEffect(() => {
    newest.current = handlers;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isInDialog(event.target)) {
        return;
      }
      const found = shortcutFor(table, event, isTyping(event.target));
      if (found !== null && newest.current[found.action](found.index) !== false) {
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [table]);
}

/** A dialog holds the focus while it is open; one that is fading away no longer does, and swallows no key. */
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null;
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
