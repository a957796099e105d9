import { useEffect } from 'react';

type Keys = { onStep: (by: -1 | 1) => void; onHelp: () => void; onVerdict: (index: number) => void };

/** J/K and ? outside text fields, Alt+↓/↑ everywhere, 1–5 for the verdicts of an open gate. */
export function useDeskKeys({ onStep, onHelp, onVerdict }: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.defaultPrevented ||
        event.isComposing ||
        document.querySelector('[role="dialog"]') !== null
      ) {
        return;
      }
      if (event.altKey) {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          onStep(event.key === 'ArrowDown' ? 1 : -1);
        }
        return;
      }
      if (isTyping(event.target)) {
        return;
      }
      switch (event.key) {
        case 'j':
        case 'J':
          onStep(1);
          break;
        case 'k':
        case 'K':
          onStep(-1);
          break;
        case '?':
        case '？':
          onHelp();
          break;
        case '1':
        case '2':
        case '3':
        case '4':
        case '5':
          onVerdict(Number(event.key) - 1);
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onStep, onHelp, onVerdict]);
}

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
