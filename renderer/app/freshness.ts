import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import { MutationCache, onlineManager, partialMatchKey, QueryClient as Queries } from '@tanstack/react-query';
import type { Connection } from './connection/connection.ts';
import { isConnectionLost } from './connection/connection-lost.ts';
import { refusalOf } from './refusal.ts';

/**
 * What something that was done leaves standing of what was read before it. `all`: everything is read again; the rule. `off-screen`: it
 * is kept while one types, and its screen shows its outcome by itself; all else is read again when one goes there. `nothing`: it
 * changes nothing that is read, or says itself what is to be forgotten.
 */
export type Touches = 'all' | 'off-screen' | 'nothing';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: { readonly touches?: Touches };
  }
}

/** A refusal is shown where it arose, a lost connection by the band; anything else is a bug and goes to the error screen. */
const unexpected = (error: unknown) => refusalOf(error) === null && !isConnectionLost(error);

/**
 * What found nobody there is asked once more when the host is back, where asking twice does no harm: reading, and keeping a whole record.
 * TanStack Query pauses between the two while its `onlineManager`, which follows our connection, says so.
 */
export const askedAgain = {
  retry: (_failures: number, error: Error) => isConnectionLost(error),
  retryDelay: 200,
} as const;

/**
 * What the screens read, and the one rule about how long it stands: until something is done. Every mutation makes what was read
 * stale by itself, unless its `meta` says what it touches; long work does so when it ends, and the answers of a sheet when they are kept.
 */
export function createQueries(): QueryClient {
  const queries: QueryClient = new Queries({
    mutationCache: new MutationCache({
      onSuccess: (_data, _variables, _result, { meta }) => readAgain(queries, meta?.touches ?? 'all'),
    }),
    defaultOptions: {
      queries: { ...askedAgain, refetchOnWindowFocus: false, networkMode: 'online', throwOnError: unexpected, staleTime: Infinity },
      mutations: { networkMode: 'online', throwOnError: unexpected },
    },
  });
  return queries;
}

/**
 * Something was done: what is on the screen is read again, and what is not is forgotten, so that nothing read before is ever shown as if
 * it still stood. What can't change (a file of a known hash: `staleTime: 'static'`) stays, and so does what lies under the keys of `keep`.
 */
export function readAgain(queries: QueryClient, touches: Touches, keep: readonly QueryKey[] = []): void {
  if (touches === 'nothing') {
    return;
  }
  const isTouched = ({ queryKey }: Query) => !keep.some((key) => partialMatchKey(queryKey, key));
  queries.removeQueries({ predicate: (query) => isTouched(query) && query.getObserversCount() === 0 });
  void queries.invalidateQueries({ predicate: isTouched, refetchType: touches === 'all' ? 'active' : 'none' });
}

/**
 * While the host is away nothing is read and nothing done: it waits. When it is back what waited goes on, and all is read again. The machine's
 * own network says nothing about that, so it is not listened to.
 */
export function followConnection(connection: Pick<Connection, 'state' | 'subscribe'>, queries: QueryClient): void {
  onlineManager.setEventListener(() => undefined);
  connection.subscribe(() => {
    const isThere = connection.state() === 'there';
    onlineManager.setOnline(isThere);
    if (isThere) {
      readAgain(queries, 'all');
    }
  });
}

/** While others work in the same workspace, what is not told to this window is read whenever one goes there. */
export function expectOthers(queries: QueryClient, others: boolean): void {
  const { queries: before, ...rest } = queries.getDefaultOptions();
  queries.setDefaultOptions({ ...rest, queries: { ...before, staleTime: others ? 0 : Infinity } });
}
