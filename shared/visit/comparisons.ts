import type { Application } from '../domain/application.ts';
import type { RubricItem } from '../domain/rubric.ts';
import type { Entry, MeasuredValue } from '../domain/sheet.ts';
import type { Comparison } from '../domain/visit.ts';
import { compare, fractionOfDecimal } from '../points/fraction.ts';

/** A figure of the application. `label` names the thing where the form lists several. */
export type Declared = { readonly label: string; readonly number: string; readonly unit: string };

/** What the application declares of an item, for one occupation or, for an item of the applicant, the largest figure of all. */
export function declaredFor(
  item: Pick<RubricItem, 'declared'>,
  occupation: string | null,
  { venues }: Pick<Application, 'venues'>,
): Declared[] {
  const own = occupation === null ? venues : venues.filter((venue) => venue.occupation === occupation);
  switch (item.declared) {
    case undefined:
      return [];
    case 'theory-area': {
      const areas = own.flatMap(({ theoryAreaSquareMetres }) => theoryAreaSquareMetres ?? []);
      return areas.length === 0 ? [] : [{ label: '', number: decimal(Math.max(...areas)), unit: '㎡' }];
    }
    case 'equipment':
      return own.flatMap(({ equipment }) => equipment.map(({ name, count }) => ({ label: name, number: decimal(count), unit: '台' })));
    case 'test-equipment':
      return own.flatMap(({ testEquipment }) =>
        testEquipment.map(({ name, count }) => ({ label: name, number: decimal(count), unit: '台' })),
      );
  }
}

/** Whether what was found is as much as was declared. */
export function agrees(declared: string, found: string): boolean {
  return compare(fractionOfDecimal(found), fractionOfDecimal(declared)) >= 0;
}

/** The comparisons that a sheet gives by itself: what was measured beside what the form declares of the same thing. */
export function ownComparisons(
  items: readonly RubricItem[],
  entries: readonly Pick<Entry, 'item' | 'occupation' | 'value' | 'measurements'>[],
  application: Pick<Application, 'venues'>,
): Comparison[] {
  return entries.flatMap((entry): Comparison[] => {
    const item = items.find(({ code }) => code === entry.item);
    return item === undefined
      ? []
      : declaredFor(item, entry.occupation, application).flatMap((declared) => {
          const found = foundOf(declared, entry);
          const subject = [item.place ?? item.category, entry.occupation, declared.label]
            .filter((word) => word !== null && word !== '')
            .join(' · ');
          return found === null
            ? []
            : [
                {
                  id: [item.code, entry.occupation ?? '', declared.label].join('|').slice(0, 128),
                  kind: item.declared === 'theory-area' ? 'venue' : 'equipment',
                  subject,
                  declared: `${declared.number} ${declared.unit}`,
                  found: `${found} ${declared.unit}`,
                  agrees: agrees(declared.number, found),
                },
              ];
        });
  });
}

/**
 * All comparisons of a visit: those the sheet gives, with what the expert decided on them as long as the figures are the same, and
 * those the expert added.
 */
export function allComparisons(given: readonly Comparison[], kept: readonly Comparison[]): Comparison[] {
  const names = new Set(given.map(({ id }) => id));
  const decided = given.map(
    (one) => kept.find(({ id, declared, found }) => id === one.id && declared === one.declared && found === one.found) ?? one,
  );
  return [...decided, ...kept.filter(({ id }) => isOwn(id) && !names.has(id))];
}

const ownPrefix = 'own-';
/** Whether the expert added it. */
export function isOwn(id: string): boolean {
  return id.startsWith(ownPrefix);
}

/** How many agree, as the value of the item that asks for it; null where nothing was compared. */
export function agreement(comparisons: readonly Comparison[]): Extract<MeasuredValue, { kind: 'ratio' }> | null {
  return comparisons.length === 0
    ? null
    : { kind: 'ratio', count: String(comparisons.filter((one) => one.agrees).length), of: String(comparisons.length) };
}

function foundOf({ label }: Declared, { value, measurements = [] }: Pick<Entry, 'value' | 'measurements'>): string | null {
  if (label === '') {
    return value?.kind === 'number' ? value.number : null;
  }
  return measurements.find((one) => one.label === label)?.number ?? null;
}

/** A figure of the form, which is a JSON number, as the decimal it was written as. */
function decimal(figure: number): string {
  return String(figure);
}
