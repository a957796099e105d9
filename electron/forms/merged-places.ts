import { RefusedError } from '#shared/result.ts';
import type { LaidOutRow } from './laid-out-rows.ts';
import { officeLimits } from './office-limits.ts';
import type { Area } from './plain-sheet.ts';

/**
 * Which merged area covers which column, row by row; rows are asked for from above. An area is unrolled once, no further right than the widest
 * row reaches: that many places at most may be merged.
 *
 * Refuses (by throwing) `intake/form-too-many-merges`.
 */
export function mergedPlaces(
  file: { readonly name: string },
  { merges, laidOut }: { merges: readonly Area[]; laidOut: readonly LaidOutRow[] },
): (row: number) => ReadonlyMap<number, Area> {
  const widest = laidOut.reduce((most, { values }) => Math.max(most, values.length), 0);
  const waiting = merges.toSorted((one, other) => one.top - other.top);
  const covering = new Map<number, Area>();
  let next = 0;
  let places = 0;
  return (row) => {
    for (const [column, area] of covering) {
      if (area.bottom < row) {
        covering.delete(column);
      }
    }
    for (let area = waiting[next]; area !== undefined && area.top <= row; area = waiting[++next]) {
      const right = Math.min(area.right, widest - 1);
      places += Math.max(0, right - area.left + 1);
      if (places > officeLimits.places) {
        throw new RefusedError('intake/form-too-many-merges', { name: file.name, limit: officeLimits.merges });
      }
      for (let column = area.left; column <= right && area.bottom >= row; column++) {
        covering.set(column, area);
      }
    }
    return covering;
  };
}
