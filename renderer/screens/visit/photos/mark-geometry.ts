import type { Mark } from '#shared/domain/visit.ts';

/** A place on a picture in fractions of its width and height. */
export type Point = { readonly x: number; readonly y: number };

/** A fraction as it is kept: four decimals, within the picture. */
export function asDecimal(fraction: number): string {
  return String(Number(Math.min(1, Math.max(0, fraction)).toFixed(4)));
}

/** A new mark between two places. */
export function markBetween(kind: Mark['kind'], from: Point, to: Point, text: string): Mark {
  const start = { id: crypto.randomUUID(), x: asDecimal(from.x), y: asDecimal(from.y) };
  return kind === 'text' ? { kind, ...start, text } : { kind, ...start, toX: asDecimal(to.x), toY: asDecimal(to.y) };
}

/** The mark moved as a whole. */
export function moved(mark: Mark, by: Point): Mark {
  const start = { x: asDecimal(Number(mark.x) + by.x), y: asDecimal(Number(mark.y) + by.y) };
  return mark.kind === 'text' ? { ...mark, ...start } : { ...mark, ...start, ...endMoved(mark, by) };
}

/** The mark with its far end moved; a text has none. */
export function resized(mark: Mark, by: Point): Mark {
  return mark.kind === 'text' ? mark : { ...mark, ...endMoved(mark, by) };
}

function endMoved({ toX, toY }: Exclude<Mark, { kind: 'text' }>, by: Point) {
  return { toX: asDecimal(Number(toX) + by.x), toY: asDecimal(Number(toY) + by.y) };
}
