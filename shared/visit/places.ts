import type { Rubric, RubricItem } from '../domain/rubric.ts';

type Asked = { readonly item: RubricItem; readonly slot: { readonly occupation: string | null } };
/** What is looked at in one place, for one occupation where the place is an occupation's own. */
export type PlaceGroup<Line extends Asked> = {
  readonly place: string;
  readonly occupation: string | null;
  readonly lines: readonly Line[];
};

/** The lines of a visit sheet by place, in the order in which one walks; a place that the rubric does not list comes at the end. */
export function byPlace<Line extends Asked>({ places = [] }: Pick<Rubric, 'places'>, lines: readonly Line[]): PlaceGroup<Line>[] {
  const groups = new Map<string, { place: string; occupation: string | null; lines: Line[] }>();
  for (const line of lines) {
    const place = line.item.place ?? line.item.category;
    const { occupation } = line.slot;
    const key = JSON.stringify([place, occupation]);
    const group = groups.get(key) ?? { place, occupation, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  const rank = (place: string): number => (places.includes(place) ? places.indexOf(place) : places.length);
  return [...groups.values()].toSorted((one, other) => rank(one.place) - rank(other.place));
}
