import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import styles from './split-pane.module.css';

type Props = {
  label: string;
  left: ReactNode;
  /** Null while there is only the one; the other keeps its state when this comes and goes. */
  right: ReactNode;
  storageKey: string;
  /** `above`: one over the other, the border moves up and down. */
  direction?: 'beside' | 'above';
  /** The first pane's share in percent until the border is moved. */
  first?: number;
};

const [narrowest, widest, step] = [20, 80, 2];

/** Two panes with a border between them that the pointer and the keyboard move; where it was is kept. */
export function SplitPane({ label, left, right, storageKey, direction = 'beside', first = 52 }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const key = direction === 'beside' ? storageKey : `${storageKey}-above`;
  const [moved, setMoved] = useState<Readonly<Record<string, number>>>({});
  const share = moved[key] ?? (Number(localStorage.getItem(key) ?? first) || first);
  const move = (next: number) => {
    const kept = Math.min(widest, Math.max(narrowest, Math.round(next * 10) / 10));
    localStorage.setItem(key, String(kept));
    setMoved((before) => ({ ...before, [key]: kept }));
  };
  const drag = (event: React.PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (box !== undefined && event.currentTarget.hasPointerCapture(event.pointerId)) {
      move((direction === 'beside' ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height) * 100);
    }
  };
  const keys = (event: React.KeyboardEvent) => {
    const [less, more] = direction === 'beside' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const next = { [less]: share - step, [more]: share + step, Home: narrowest, End: widest, Enter: first }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      move(next);
    }
  };
  const alone = right === null;
  const tracks = alone ? 'minmax(0, 1fr)' : `minmax(0, ${share}fr) 5px minmax(0, ${100 - share}fr)`;
  return (
    <div
      ref={frame}
      className={styles['split']}
      style={direction === 'beside' ? { gridTemplateColumns: tracks } : { gridTemplateRows: tracks }}
      data-direction={direction}
    >
      <div className={styles['pane']}>{left}</div>
      {!alone && (
        <>
          {/* A window splitter is a focusable separator (ARIA 1.2 §separator). */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
          <div
            role="separator"
            tabIndex={0}
            aria-orientation={direction === 'beside' ? 'vertical' : 'horizontal'}
            aria-label={label}
            aria-valuenow={Math.round(share)}
            aria-valuemin={narrowest}
            aria-valuemax={widest}
            className={styles['bar']}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
            onDoubleClick={() => move(first)}
            onKeyDown={keys}
          />
          <div className={styles['pane']}>{right}</div>
        </>
      )}
    </div>
  );
}
