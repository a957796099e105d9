import { useSplitter } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useState } from 'react';
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

const limits = { min: 20, max: 80 };

/** Two panes with a border between them that the pointer and the keyboard move; where it was is kept. */
export function SplitPane({ label, left, right, storageKey, direction = 'beside', first = 52 }: Props) {
  const { share, keep } = useKeptShare(direction === 'beside' ? storageKey : `${storageKey}-above`, first);
  const {
    ref: frame,
    getHandleProps,
    reset,
  } = useSplitter<HTMLDivElement>({
    panels: [
      { defaultSize: first, ...limits },
      { defaultSize: 100 - first, ...limits },
    ],
    orientation: direction === 'beside' ? 'horizontal' : 'vertical',
    sizes: [share, 100 - share],
    onSizeChange: ([next]) => keep(Number(next)),
    step: 2,
  });
  const alone = right === null;
  const tracks = alone ? 'minmax(0, 1fr)' : `minmax(0, ${share}fr) 5px minmax(0, ${100 - share}fr)`;
  const border = getHandleProps({ index: 0 });
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
            {...border}
            role="separator"
            tabIndex={0}
            // The hook says how the panes lie; what is told is how the border between them stands.
            aria-orientation={direction === 'beside' ? 'vertical' : 'horizontal'}
            aria-label={label}
            className={styles['bar']}
            onKeyDown={(event) => (event.key === 'Enter' ? reset(0) : border.onKeyDown(event))}
          />
          <div className={styles['pane']}>{right}</div>
        </>
      )}
    </div>
  );
}

/** The first pane's share in percent, kept on this computer for each place and direction. */
function useKeptShare(key: string, first: number): { share: number; keep: (share: number) => void } {
  const [moved, setMoved] = useState<Readonly<Record<string, number>>>({});
  return {
    share: moved[key] ?? (Number(localStorage.getItem(key) ?? first) || first),
    keep: (share) => {
      const kept = Math.round(share * 10) / 10;
      localStorage.setItem(key, String(kept));
      setMoved((before) => ({ ...before, [key]: kept }));
    },
  };
}
