import { implement, ORPCError } from '@orpc/server';
import type { Progress } from '#shared/api/base.ts';
import { contract } from '#shared/api/contract.ts';
import { RefusedError } from '#shared/result.ts';
import type { Core, OpenCore } from '../core/core.ts';

/** What every handler is given by the host. */
export type ApiContext = { readonly core: Core };

/** The contract's procedures, waiting for handlers. A refusal thrown by a handler becomes the contract's `REFUSED`. */
export const api = implement(contract)
  .$context<ApiContext>()
  .use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw asApiError(error);
    }
  });

/** A refusal as the contract's `REFUSED`; what is unexpected stays what it is. */
function asApiError(error: unknown): unknown {
  return error instanceof RefusedError ? new ORPCError('REFUSED', { defined: true, status: 409, data: error.refusal }) : error;
}

/**
 * Long work as the contract streams it: `report` as often as wanted; at most some ten events a second travel. It stops when its
 * reader goes away, and when the workspace is locked.
 */
export async function* streamWork<Value>(
  open: Pick<OpenCore, 'work'>,
  work: (tools: { report: (progress: Omit<Progress, 'kind'>) => void; signal: AbortSignal }) => Promise<Value>,
): AsyncGenerator<Progress | { kind: 'done'; value: Value }, void> {
  const abort = new AbortController();
  let newest: Progress | null = null;
  let wake: () => void = () => {};
  const report = (progress: Omit<Progress, 'kind'>): void => {
    newest = { kind: 'progress', ...progress };
    wake();
  };
  const running = open.work.start((signal) => work({ report, signal }), abort.signal);
  const ended = running.then(
    () => 'ended' as const,
    () => 'ended' as const,
  );
  try {
    for (;;) {
      const reported = new Promise<'reported'>((resolve) => {
        wake = () => {
          resolve('reported');
        };
      });
      if (newest === null && (await Promise.race([ended, reported])) === 'ended') {
        break;
      }
      if (newest !== null) {
        const event: Progress = newest;
        newest = null;
        yield event;
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 100))]);
      }
    }
    yield { kind: 'done', value: await running };
  } catch (error) {
    // The stream runs after its handler has returned, out of the middleware's sight.
    throw asApiError(error);
  } finally {
    // The reader has gone: the work is to stop, and what it says about that is nobody's concern any more.
    abort.abort();
    await ended;
  }
}
