import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Progress } from '#shared/api/base.ts';
import { ConnectionLost, isConnectionLost } from '../app/connection/connection-lost.ts';
import { useCore } from '../app/core.tsx';
import { readAgain } from '../app/freshness.ts';
import { refusalOf } from '../app/refusal.ts';

type Step<Value> = { kind: 'done'; value: Value } | Progress;

export type LongWork = {
  readonly running: boolean;
  readonly progress: Progress | null;
  /** Seconds since it began, as of the last progress; for the time left. */
  readonly elapsedSeconds: number;
  /** The refusal it ended with, or that the host ended; null while it runs and after success. */
  readonly error: unknown;
  readonly cancel: () => void;
  /** Runs the work; null when it was cancelled or refused. */
  readonly run: <Value>(start: (signal: AbortSignal) => Promise<AsyncIterable<Step<Value>>>) => Promise<Value | null>;
};

const idle = { running: false, progress: null, elapsedSeconds: 0, error: null };

/** Follows one piece of long work: its progress, its refusal, cancelling it. What was read before it is read again when it ends. */
export function useLongWork(): LongWork {
  const [state, setState] = useState<Pick<LongWork, 'running' | 'progress' | 'elapsedSeconds' | 'error'>>(idle);
  const queries = useQueryClient();
  const { connection } = useCore();
  const abort = useRef<AbortController | null>(null);
  if (state.error !== null && refusalOf(state.error) === null && !isConnectionLost(state.error)) {
    throw state.error;
  }
  return {
    ...state,
    cancel: () => abort.current?.abort(),
    run: async (start) => {
      const controller = new AbortController();
      abort.current = controller;
      const startedAt = Date.now();
      setState({ ...idle, running: true });
      try {
        for await (const step of await start(controller.signal)) {
          if (step.kind === 'done') {
            setState(idle);
            return step.value;
          }
          setState((before) => ({ ...before, progress: step, elapsedSeconds: (Date.now() - startedAt) / 1000 }));
        }
        setState(idle);
        return null;
      } catch (error) {
        const why = connection.state() === 'there' ? error : new ConnectionLost();
        setState({ ...idle, error: controller.signal.aborted ? null : why });
        return null;
      } finally {
        // Also after cancelling: what was done until then is done.
        readAgain(queries, 'all');
      }
    },
  };
}
