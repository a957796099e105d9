import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import styles from './split-pane.module.css';

type Props = { label: string; left: ReactNode; right: ReactNode; storageKey: string };

const [narrowest, widest, step] = [20, 75, 2];

/** Two panes beside each other with a border between them that the pointer and the arrow keys move. */
export function SplitPane({ label, left, right, storageKey }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => Number(localStorage.getItem(storageKey) ?? 52) || 52);
  const move = (next: number) => {
    const kept = Math.min(widest, Math.max(narrowest, Math.round(next)));
    localStorage.setItem(storageKey, String(kept));
    setShare(kept);
  };
  const drag = (event: React.PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (box !== undefined && event.currentTarget.hasPointerCapture(event.pointerId)) {
      move(((event.clientX - box.left) / box.width) * 100);
    }
  };
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      move(share + (event.key === 'ArrowLeft' ? -step : step));
    }
  };
  return (
    <div ref={frame} className={styles['split']} style={{ gridTemplateColumns: `minmax(0, ${share}fr) 5px minmax(0, ${100 - share}fr)` }}>
      <div className={styles['pane']}>{left}</div>
      {/* A window splitter is a focusable separator (ARIA 1.2 §separator). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={share}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        className={styles['bar']}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={keys}
      />
      <div className={styles['pane']}>{right}</div>
    </div>
  );
}
