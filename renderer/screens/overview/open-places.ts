import type { Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { slotKey } from '#shared/scoring/slots.ts';

type Place = Slot & { readonly application: string; readonly stage: Stage };

/** A place that is in the way of sealing: `blank`, `unfinished` with what it lacks, or `recheck` where the item changed since it was scored. */
export type OpenPlace = Place &
  (
    | { readonly kind: 'blank' | 'unfinished'; readonly refusal: Refusal }
    | {
        readonly kind: 'recheck';
      }
  );

/** Everything that is in the way of sealing, each place once: what is missing in its order, then what is only to be looked at again. */
export function openPlaces(missing: readonly (Place & { readonly refusal: Refusal })[], rechecks: readonly Place[]): OpenPlace[] {
  const keyOf = (place: Place) => JSON.stringify([place.application, place.stage, slotKey(place)]);
  const lacking = new Set(missing.map(keyOf));
  return [
    ...missing.map((one): OpenPlace => ({ ...one, kind: one.refusal.code === 'sheet/blank' ? 'blank' : 'unfinished' })),
    ...rechecks
      .filter((one) => !lacking.has(keyOf(one)))
      .map(({ application, stage, item, occupation, levelGroup }): OpenPlace => ({
        application,
        stage,
        item,
        occupation,
        levelGroup,
        kind: 'recheck',
      })),
  ];
}
