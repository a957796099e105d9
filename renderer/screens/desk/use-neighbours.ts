import type { ListSearch } from '../../parts/applications/list-search.ts';
import { useRows } from '../../parts/applications/use-rows.ts';

export type Neighbours = {
  readonly previous: string | null;
  readonly next: string | null;
  /** Which of how many; null where the application is not in the list. */
  readonly at: number | null;
  readonly count: number;
};

/** The applications before and behind this one in the list that one came from, those left out from which I am recused. */
export function useNeighbours(round: string, application: string, list: ListSearch): Neighbours {
  const ids = useRows(round, list).listed.flatMap((row) => (row.recused ? [] : [row.id]));
  const at = ids.indexOf(application);
  return {
    previous: at < 0 ? null : (ids[at - 1] ?? null),
    next: at < 0 ? null : (ids[at + 1] ?? null),
    at: at < 0 ? null : at + 1,
    count: ids.length,
  };
}
