import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Change, WindowsEvent } from '#shared/api/windows.ts';
import { useAdoptSheet } from '../../app/answers/answers-context.tsx';
import type { CoreClient } from '../../app/core-link.ts';
import { useCore } from '../../app/core.tsx';
import { expectOthers, readAgain } from '../../app/freshness.ts';

const pauseMilliseconds = 2000;
type View = 'work' | 'clock';

/**
 * How many windows have this workspace open. While it is more than one, what the others keep is shown here as soon as it is kept; what
 * is being typed here is left alone, and the core decides about it when it comes.
 */
export function useWindows(view: View): number {
  const { api, client } = useCore();
  const queries = useQueryClient();
  const adopt = useAdoptSheet();
  const [count, setCount] = useState(1);
  useEffect(() => {
    const show = async ({ round, application, stage }: Change) => {
      void queries.invalidateQueries({ queryKey: api.roadshow.key() });
      void queries.invalidateQueries({ queryKey: api.visit.get.key({ input: { round } }) });
      void queries.invalidateQueries({ queryKey: api.applications.list.key({ input: { round } }) });
      void queries.invalidateQueries({ queryKey: api.submission.key() });
      const address = application === null || stage === null ? null : { round, application, stage };
      if (address !== null && queries.getQueryData(api.sheets.get.queryKey({ input: address })) !== undefined) {
        adopt(address, await client.sheets.get(address));
        void queries.invalidateQueries({ queryKey: api.sheets.steps.key({ input: address }) });
      }
    };
    let windows = 1;
    const take = async (event: WindowsEvent) => {
      if (event.kind === 'windows') {
        // Whoever came or went may have done anything meanwhile.
        if (event.count !== windows) {
          expectOthers(queries, event.count > 1);
          readAgain(queries, 'all');
        }
        windows = event.count;
        setCount(event.count);
      } else if (windows > 1 || view === 'clock') {
        await show(event);
      }
    };
    const leaving = new AbortController();
    // A lost connection or a locked workspace: the state says which, and the shell shows it.
    const lost = () => queries.invalidateQueries({ queryKey: api.workspace.state.queryKey() });
    void keepWatching({ client, view, signal: leaving.signal, take, lost });
    return () => leaving.abort();
  }, [adopt, api, client, queries, view]);
  return count;
}

type Watching = {
  client: CoreClient;
  view: View;
  signal: AbortSignal;
  take: (event: WindowsEvent) => Promise<void>;
  lost: () => Promise<unknown>;
};

async function keepWatching({ client, view, signal, take, lost }: Watching): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const event of await client.windows.watch({ view }, { signal })) {
        await take(event);
      }
    } catch {
      // Told below; it is tried again.
    }
    if (!signal.aborted) {
      await lost().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
    }
  }
}
