import { RefusedError } from '#shared/result.ts';

/**
 * The long work of an open workspace. Nothing may hold a database when it is closed, so whoever closes it drains this first:
 * all work is told to stop, and what is in the middle of a step finishes that step.
 */
export class WorkUnderWay {
  readonly #end = new AbortController();
  readonly #running = new Set<Promise<void>>();

  /**
   * Starts work and gives its outcome. The signal it gets fires when `signal` does, and with a refusal `workspace/locked`
   * when the workspace is to close; from then on nothing starts any more and that refusal is the outcome.
   */
  async start<Value>(work: (signal: AbortSignal) => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    const end = this.#end.signal;
    end.throwIfAborted();
    const running = work(signal === undefined ? end : AbortSignal.any([signal, end]));
    const ended = running
      .then(
        () => undefined,
        // Whoever started it is told; here it only matters that it is over.
        () => undefined,
      )
      .then(() => void this.#running.delete(ended));
    this.#running.add(ended);
    return running;
  }

  /** Stops all work and waits until the last of it has settled. */
  async drain(): Promise<void> {
    this.#end.abort(new RefusedError('workspace/locked'));
    await Promise.all(this.#running);
  }
}
