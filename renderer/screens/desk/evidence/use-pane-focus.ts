import { useEffect } from 'react';
import { shortcutFor } from '../../../parts/keys/key-table.ts';
import { evidenceKeys } from './evidence-keys.ts';

/** F6 and Shift+F6 go round between the sheet and the evidence panes, as between the parts of any window. */
export function usePaneFocus(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const pressed = shortcutFor(evidenceKeys, event, true);
      if (pressed?.action !== 'panes' || document.querySelector('[role="dialog"]') !== null) {
        return;
      }
      event.preventDefault();
      const sheet = document.querySelector<HTMLElement>('[data-sheet-items]');
      const panes = [...(sheet === null ? [] : [sheet]), ...document.querySelectorAll<HTMLElement>('[data-evidence-pane]')];
      const at = panes.findIndex((pane) => pane.contains(document.activeElement));
      const next = panes[(at + (pressed.index === 1 ? panes.length - 1 : 1)) % Math.max(1, panes.length)];
      focusIn(next);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Goes to the evidence pane that was used last. */
export function focusEvidence(): void {
  const pane = ['[data-evidence-pane][data-in-use]', '[data-evidence-pane]'].map((one) => document.querySelector<HTMLElement>(one));
  focusIn(pane[0] ?? pane[1] ?? undefined);
}

function focusIn(pane: HTMLElement | undefined): void {
  // What scrolls in an evidence pane, the open item in the sheet.
  const inner = [...(pane?.querySelectorAll<HTMLElement>('[data-evidence-focus], [data-open] button') ?? [])];
  const target = pane?.matches('[data-sheet-items]') === true ? inner[0] : inner.at(-1);
  target?.focus();
}
