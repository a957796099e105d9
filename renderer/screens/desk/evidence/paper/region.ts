import type { Region } from '../../open-evidence.ts';

/** A rectangle in fractions of what it lies on. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** Quarter turns to the right. */
export type Turns = 0 | 1 | 2 | 3;

const smallest = 0.005;

export function boxOf({ left, top, width, height }: Region): Box {
  return { left: Number(left), top: Number(top), width: Number(width), height: Number(height) };
}

/** A box as it travels: fractions to four places, which is a millimetre on a page of ten metres. */
export function regionOf({ left, top, width, height }: Box): Region {
  return { left: decimal(left), top: decimal(top), width: decimal(width), height: decimal(height) };
}

function decimal(fraction: number): string {
  return String(Number(Math.min(1, Math.max(0, fraction)).toFixed(4)));
}

/** Where a box of the upright page lies when the page is turned. */
export function turned(box: Box, turns: Turns): Box {
  const { left, top, width, height } = box;
  switch (turns) {
    case 0:
      return box;
    case 1:
      return { left: 1 - top - height, top: left, width: height, height: width };
    case 2:
      return { left: 1 - left - width, top: 1 - top - height, width, height };
    case 3:
      return { left: top, top: 1 - left - width, width: height, height: width };
  }
}

/** Where a box drawn on the turned page lies on the upright one. */
export function upright(box: Box, turns: Turns): Box {
  return turned(box, turnsOf(4 - turns));
}

export function turnsOf(quarters: number): Turns {
  const turns = ((quarters % 4) + 4) % 4;
  return turns === 1 || turns === 2 || turns === 3 ? turns : 0;
}

/** The box between two corners, in whichever order they were drawn, kept on the page. Null for a mere click. */
export function boxBetween(one: { x: number; y: number }, other: { x: number; y: number }): Box | null {
  const [left, right] = [within(Math.min(one.x, other.x)), within(Math.max(one.x, other.x))];
  const [top, bottom] = [within(Math.min(one.y, other.y)), within(Math.max(one.y, other.y))];
  return right - left < smallest || bottom - top < smallest ? null : { left, top, width: right - left, height: bottom - top };
}

const within = (fraction: number) => Math.min(1, Math.max(0, fraction));

/** What a keyboard starts from: the middle of the page. */
export const firstBox: Box = { left: 0.25, top: 0.35, width: 0.5, height: 0.3 };

/** The box after an arrow key: moved, or with its right and lower edges moved; null for another key. It stays on the page. */
export function boxAfterKey(box: Box, { key, resize, step }: { key: string; resize: boolean; step: number }): Box | null {
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  const move = moves[key];
  if (move === undefined) {
    return null;
  }
  const [x, y] = move;
  const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  return resize
    ? { ...box, width: clamp(box.width + x, smallest * 2, 1 - box.left), height: clamp(box.height + y, smallest * 2, 1 - box.top) }
    : { ...box, left: clamp(box.left + x, 0, 1 - box.width), top: clamp(box.top + y, 0, 1 - box.height) };
}

/** A box as a style places it. */
export function percent({ left, top, width, height }: Box) {
  return { left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` };
}
