import type { Change, WindowsEvent } from '#shared/api/windows.ts';
import type { Workspace } from '#db/workspace.ts';
import type { OpenCore } from '../core/core.ts';

type Watcher = { readonly counts: boolean; readonly tell: (event: WindowsEvent) => void };

/** Who looks at an open workspace: the windows of the host, each of which is told what the others keep. */
const watchers = new WeakMap<Workspace, Set<Watcher>>();

/** Tells every window that something was kept. */
export function tellWindows({ workspace }: Pick<OpenCore, 'workspace'>, change: Change): void {
  for (const { tell } of watchers.get(workspace) ?? []) {
    tell({ kind: 'changed', ...change });
  }
}

/**
 * Streams how many windows there are, and what is kept from now on. A window that only shows the clock is none of those in which somebody
 * works. Ends when the workspace is locked and when its reader goes away, which `gone` tells at once: a reader is otherwise missed only when there
 * is something to tell it.
 */
export async function* watchWindows(
  core: Pick<OpenCore, 'workspace' | 'work'>,
  counts: boolean,
  gone?: AbortSignal,
): AsyncGenerator<WindowsEvent, void> {
  const waiting: WindowsEvent[] = [];
  let wake = (): void => {};
  const watcher: Watcher = {
    counts,
    tell: (event) => {
      waiting.push(event);
      wake();
    },
  };
  const all = watchers.get(core.workspace) ?? new Set<Watcher>();
  watchers.set(core.workspace, all);
  const tellCount = (): void => {
    const count = [...all].filter((one) => one.counts).length;
    for (const { tell } of all) {
      tell({ kind: 'windows', count });
    }
  };
  const leaving = new AbortController();
  const ended = new AbortController();
  const leave = (): void => {
    ended.abort();
    wake();
  };
  // Locking waits for whoever is at work, and tells them to stop: that ends the stream, too.
  const staying = core.work.start(
    (signal) =>
      new Promise<void>((resolve) => {
        const end = (): void => {
          leave();
          resolve();
        };
        signal.addEventListener('abort', end, { once: true });
      }),
    leaving.signal,
  );
  gone?.addEventListener('abort', leave, { once: true });
  all.add(watcher);
  tellCount();
  try {
    while (!ended.signal.aborted) {
      const next = waiting.shift();
      if (next !== undefined) {
        yield next;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    gone?.removeEventListener('abort', leave);
    all.delete(watcher);
    tellCount();
    leaving.abort();
    await staying;
  }
}
