import { Reader, type ReaderLimits } from './reader.ts';
import type { StartReader } from './reader-process.ts';

/** Room for one process: empty before it is needed and after it ended. */
export type PooledReader = { reader: Reader | null; idle: NodeJS.Timeout | undefined };

export type ReaderPoolSettings = {
  readonly count: number;
  readonly start: StartReader;
  readonly limits: ReaderLimits & { idleMilliseconds: number };
};

/** A pool of reading processes; who finds all taken waits for the next, in the order of coming. */
export class ReaderPool {
  readonly #settings: ReaderPoolSettings;
  readonly #all: PooledReader[] = [];
  readonly #free: PooledReader[] = [];
  readonly #waiting: ((pooled: PooledReader) => void)[] = [];

  constructor(settings: ReaderPoolSettings) {
    this.#settings = settings;
  }

  /** Does something with one that is nobody else's meanwhile. Throws the signal's reason when it fires before there is one. */
  async use<Value>(stop: AbortSignal, work: (pooled: PooledReader) => Promise<Value>): Promise<Value> {
    stop.throwIfAborted();
    const pooled = this.#free.pop() ?? this.#further() ?? (await this.#next(stop));
    clearTimeout(pooled.idle);
    try {
      return await work(pooled);
    } finally {
      this.#handOn(pooled);
    }
  }

  /** The process, a new one where there is none or it has ended. */
  readerOf(pooled: PooledReader): Reader {
    if (pooled.reader === null || pooled.reader.isOver) {
      pooled.reader = new Reader(this.#settings.start, this.#settings.limits);
    }
    return pooled.reader;
  }

  /** Ends all processes at once. */
  end(): void {
    for (const pooled of this.#all) {
      clearTimeout(pooled.idle);
      pooled.reader?.end();
      pooled.reader = null;
    }
  }

  #further(): PooledReader | null {
    if (this.#all.length >= this.#settings.count) {
      return null;
    }
    const pooled: PooledReader = { reader: null, idle: undefined };
    this.#all.push(pooled);
    return pooled;
  }

  #next(stop: AbortSignal): Promise<PooledReader> {
    const { promise, resolve, reject } = Promise.withResolvers<PooledReader>();
    const take = (pooled: PooledReader): void => {
      stop.removeEventListener('abort', giveUp);
      resolve(pooled);
    };
    const giveUp = (): void => {
      this.#waiting.splice(this.#waiting.indexOf(take), 1);
      reject(stop.reason);
    };
    stop.addEventListener('abort', giveUp, { once: true });
    this.#waiting.push(take);
    return promise;
  }

  #handOn(pooled: PooledReader): void {
    const next = this.#waiting.shift();
    if (next !== undefined) {
      next(pooled);
      return;
    }
    this.#free.push(pooled);
    pooled.idle = setTimeout(() => {
      pooled.reader?.end();
      pooled.reader = null;
    }, this.#settings.limits.idleMilliseconds).unref();
  }
}
