import type { KeyboardEvent, PointerEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark } from '#shared/domain/visit.ts';
import styles from '../visit.module.css';
import { markBetween, moved, resized, type Point } from './mark-geometry.ts';

type Props = {
  marks: readonly Mark[];
  /** What the next drag draws; null: nothing. */
  drawing: Mark['kind'] | null;
  text: string;
  locked: boolean;
  onChange: (marks: Mark[]) => void;
};

const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -0.02, y: 0 },
  ArrowRight: { x: 0.02, y: 0 },
  ArrowUp: { x: 0, y: -0.02 },
  ArrowDown: { x: 0, y: 0.02 },
};

/** The marks over a photo. Drawn by pointer, moved by keys; the photo under them stays as it is. */
export function MarksLayer({ marks, drawing, text, locked, onChange }: Props) {
  const { t } = useTranslation('visit');
  const [from, setFrom] = useState<Point | null>(null);
  const [to, setTo] = useState<Point | null>(null);
  const placeOf = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const onKeyDown = (mark: Mark) => (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (locked || (step === undefined && event.key !== 'Delete' && event.key !== 'Backspace')) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const change = (one: Mark): Mark => (step === undefined ? one : event.shiftKey ? resized(one, step) : moved(one, step));
    onChange(step === undefined ? marks.filter((one) => one.id !== mark.id) : marks.map((one) => (one.id === mark.id ? change(one) : one)));
  };
  const sketch = drawing === null || from === null || to === null ? null : markBetween(drawing, from, to, text);
  return (
    <svg
      className={styles['marks']}
      data-drawing={drawing === null || locked ? undefined : ''}
      onPointerDown={(event) => {
        if (drawing !== null && !locked) {
          event.currentTarget.setPointerCapture(event.pointerId);
          setFrom(placeOf(event));
          setTo(placeOf(event));
        }
      }}
      onPointerMove={(event) => from !== null && setTo(placeOf(event))}
      onPointerUp={() => {
        if (sketch !== null) {
          onChange([...marks, sketch]);
        }
        setFrom(null);
        setTo(null);
      }}
    >
      <defs>
        <marker id="arrow-head" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="5" markerHeight="5" orient="auto-start-reverse">
          <path d="M0 0 L10 5 L0 10 z" fill="#e02020" />
        </marker>
      </defs>
      {marks.map((mark, index) => (
        <g
          key={mark.id}
          role="img"
          aria-label={`${t('markName', { kind: t(mark.kind), number: index + 1 })}${mark.kind === 'text' ? ` ${mark.text}` : ''}`}
          // A mark is moved by keys: it has to be reachable by them.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={locked ? undefined : 0}
          className={styles['mark']}
          onKeyDown={onKeyDown(mark)}
          data-mark={mark.kind}
        >
          <MarkShape mark={mark} />
        </g>
      ))}
      {sketch !== null && <MarkShape mark={sketch} />}
    </svg>
  );
}

function MarkShape({ mark }: { mark: Mark }) {
  const at = (fraction: string | number) => `${Number(fraction) * 100}%`;
  const start = { x: at(mark.x), y: at(mark.y) };
  if (mark.kind === 'text') {
    return (
      <text {...start} className={styles['markText']}>
        {mark.text}
      </text>
    );
  }
  if (mark.kind === 'arrow') {
    return (
      <line x1={start.x} y1={start.y} x2={at(mark.toX)} y2={at(mark.toY)} markerEnd="url(#arrow-head)" className={styles['markLine']} />
    );
  }
  const [left, right] = [Math.min(Number(mark.x), Number(mark.toX)), Math.max(Number(mark.x), Number(mark.toX))];
  const [top, bottom] = [Math.min(Number(mark.y), Number(mark.toY)), Math.max(Number(mark.y), Number(mark.toY))];
  return <rect x={at(left)} y={at(top)} width={at(right - left)} height={at(bottom - top)} className={styles['markLine']} />;
}
