import { Reader, type ReaderLimits } from './reader.ts';
import type { StartReader } from './reader-process.ts';

/** A place for one process: empty before it is needed and after it ended. */
export type Seat = { reader: Reader | null; idle: NodeJS.Timeout | undefined };

export type SeatSettings = {
  readonly count: number;
  readonly start: StartReader;
  readonly limits: ReaderLimits & { idleMilliseconds: number };
};

/** A number of places for reading processes; who finds all taken waits for the next, in the order of coming. */
export class Seats {
  readonly #settings: SeatSettings;
  readonly #all: Seat[] = [];
  readonly #free: Seat[] = [];
  readonly #waiting: ((seat: Seat) => void)[] = [];

  constructor(settings: SeatSettings) {
    this.#settings = settings;
  }

  /** Does something with a place that is nobody else's meanwhile. Throws the signal's reason when it fires before there is one. */
  async use<Value>(stop: AbortSignal, work: (seat: Seat) => Promise<Value>): Promise<Value> {
    stop.throwIfAborted();
    const seat = this.#free.pop() ?? this.#further() ?? (await this.#next(stop));
    clearTimeout(seat.idle);
    try {
      return await work(seat);
    } finally {
      this.#handOn(seat);
    }
  }

  /** The process of a place, a new one where there is none or it has ended. */
  readerOf(seat: Seat): Reader {
    if (seat.reader === null || seat.reader.isOver) {
      seat.reader = new Reader(this.#settings.start, this.#settings.limits);
    }
    return seat.reader;
  }

  /** Ends all processes at once. */
  end(): void {
    for (const seat of this.#all) {
      clearTimeout(seat.idle);
      seat.reader?.end();
      seat.reader = null;
    }
  }

  #further(): Seat | null {
    if (this.#all.length >= this.#settings.count) {
      return null;
    }
    const seat: Seat = { reader: null, idle: undefined };
    this.#all.push(seat);
    return seat;
  }

  #next(stop: AbortSignal): Promise<Seat> {
    const { promise, resolve, reject } = Promise.withResolvers<Seat>();
    const take = (seat: Seat): void => {
      stop.removeEventListener('abort', giveUp);
      resolve(seat);
    };
    const giveUp = (): void => {
      this.#waiting.splice(this.#waiting.indexOf(take), 1);
      reject(stop.reason);
    };
    stop.addEventListener('abort', giveUp, { once: true });
    this.#waiting.push(take);
    return promise;
  }

  #handOn(seat: Seat): void {
    const next = this.#waiting.shift();
    if (next !== undefined) {
      next(seat);
      return;
    }
    this.#free.push(seat);
    seat.idle = setTimeout(() => {
      seat.reader?.end();
      seat.reader = null;
    }, this.#settings.limits.idleMilliseconds).unref();
  }
}
