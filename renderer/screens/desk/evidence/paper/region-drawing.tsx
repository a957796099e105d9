import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../evidence.module.css';
import type { Selecting } from './selecting.ts';
import type { Box, Turns } from './region.ts';
import { boxAfterKey, boxBetween, boxOf, firstBox, percent, regionOf, turned, upright } from './region.ts';

type Point = { readonly x: number; readonly y: number };

/** Lies over a page while a region of it is chosen: drag, or arrow keys (with Shift they resize); Escape ends it. */
export function RegionDrawing({ label, turns, selecting }: { label: string; turns: Turns; selecting: Selecting }) {
  const { t } = useTranslation('evidence');
  const { region, keyboard, onRegion, onEnd } = selecting;
  const frame = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<Point | null>(null);
  const box = region === null ? null : turned(boxOf(region), turns);
  const choose = (next: Box | null) => onRegion(next === null ? null : regionOf(upright(next, turns)));
  useEffect(() => {
    if (keyboard) {
      frame.current?.focus({ preventScroll: true });
    }
  }, [keyboard]);
  const pointOf = (event: React.PointerEvent): Point => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') {
      onRegion(null);
      onEnd();
    } else if (event.key === 'Enter') {
      onEnd();
    } else {
      const next = boxAfterKey(box ?? firstBox, { key: event.key, resize: event.shiftKey, step: event.altKey ? 0.002 : 0.02 });
      if (next === null) {
        return;
      }
      choose(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const part = (fraction: number) => Math.round(fraction * 100);
  const where = box === null ? null : { left: part(box.left), top: part(box.top), width: part(box.width), height: part(box.height) };
  return (
    // A drawing surface has no role of its own; its keys are told in its label.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={frame}
      role="application"
      className={styles['drawing']}
      aria-label={where === null ? t('drawRegion', { label }) : t('regionAt', { label, ...where })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(pointOf(event));
      }}
      onPointerMove={(event) => {
        if (from !== null) {
          choose(boxBetween(from, pointOf(event)));
        }
      }}
      onPointerUp={() => setFrom(null)}
      onPointerCancel={() => setFrom(null)}
    >
      {box !== null && <div className={styles['drawn']} style={percent(box)} />}
    </div>
  );
}
