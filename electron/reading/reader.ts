import type { FileToRead } from './file-to-read.ts';
import { type FromReader, fromReaderSchema, type ReadRequest } from './jobs.ts';
import type { ReaderEnd, ReaderProcess, StartReader } from './reader-process.ts';

/** As in `readingLimits`. */
export type ReaderLimits = { readonly milliseconds: number; readonly startMilliseconds: number; readonly restingBytes: number };
export type Job = { readonly request: ReadRequest; readonly file: FileToRead };

/** What became of a job. After `answered` and `failed` the process can take another; after the others it is ended. */
export type Outcome =
  | { readonly kind: 'answered'; readonly result: Extract<FromReader, { type: 'answer' }>['result'] }
  | { readonly kind: 'failed'; readonly why: string }
  /** It never said that it has the file: not the file's fault. */
  | { readonly kind: 'not-started' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'ended'; readonly end: ReaderEnd };

const partBytes = 1024 * 1024;

/** One reading process and the job it is at: one at a time, so that what goes wrong is always one file's. */
export class Reader {
  readonly #process: ReaderProcess;
  readonly #limits: ReaderLimits;
  #heard: (message: FromReader) => void = () => undefined;
  #isReady = false;
  #isOver = false;
  #jobs = 0;

  constructor(start: StartReader, limits: ReaderLimits) {
    this.#limits = limits;
    this.#process = start((message) => {
      const said = fromReaderSchema.safeParse(message);
      if (said.success) {
        this.#isReady ||= said.data.type === 'ready';
        this.#heard(said.data);
      }
    });
    void this.#process.ended.then(() => (this.#isOver = true));
  }

  /** Whether it has ended or was ended. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** How many jobs it has been given. */
  get jobs(): number {
    return this.#jobs;
  }

  end(): void {
    this.#isOver = true;
    this.#process.kill();
  }

  /**
   * Does one job. When the signal fires, or the file's own bytes can't be had, the process is ended and that reason is thrown.
   */
  async run({ request, file }: Job, signal: AbortSignal): Promise<Outcome> {
    this.#jobs += 1;
    const number = this.#jobs;
    this.#process.atWork();
    const clock = new JobClock(signal);
    const said = Promise.withResolvers<Outcome>();
    const ended = this.#process.ended.then((end): Outcome => {
      return { kind: 'ended', end };
    });
    let residentBytes = 0;
    this.#heard = (message) => {
      if (message.type === 'ready' || message.number !== number) {
        return;
      }
      if (message.type === 'started') {
        clock.set(this.#limits.milliseconds, { kind: 'too-long' });
      } else if (message.type === 'answer') {
        residentBytes = message.residentBytes;
        said.resolve({ kind: 'answered', result: message.result });
      } else {
        said.resolve({ kind: 'failed', why: message.why });
      }
    };
    clock.set(this.#limits.startMilliseconds, { kind: 'not-started' });
    try {
      const handing = this.#handOver({ request, file, number }, () => this.#isOver);
      const outcome = await Promise.race([said.promise, ended, clock.struck, handing.then(() => said.promise)]);
      const died = outcome.kind === 'ended' && !this.#isReady;
      if (outcome.kind !== 'answered' && outcome.kind !== 'failed') {
        this.end();
      } else if (residentBytes > this.#limits.restingBytes) {
        this.end();
      }
      return died ? { kind: 'not-started' } : outcome;
    } catch (error) {
      this.end();
      throw error;
    } finally {
      clock.stop();
      this.#heard = () => undefined;
      this.#process.atRest();
    }
  }

  /** Throws what reading the file's bytes throws, and when there are more or fewer than were said. */
  async #handOver({ request, file, number }: Job & { number: number }, isOver: () => boolean): Promise<void> {
    await this.#process.send({ type: 'job', number, request, name: file.name, sha256: file.sha256, bytes: file.bytes });
    let sent = 0;
    for await (const chunk of file.open()) {
      for (let at = 0; at < chunk.byteLength; at += partBytes) {
        if (isOver()) {
          return;
        }
        await this.#process.send({ type: 'part', number, bytes: chunk.subarray(at, at + partBytes) });
      }
      sent += chunk.byteLength;
    }
    if (sent !== file.bytes) {
      throw new Error(`${sent} bytes came where ${file.bytes} were said to be`);
    }
  }
}

/** The time that a job has left; `struck` gives the outcome when it is over, and throws the signal's reason when that fires. */
class JobClock {
  readonly struck: Promise<Outcome>;
  readonly #signal: AbortSignal;
  readonly #strike: (outcome: Outcome) => void;
  readonly #abort: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(signal: AbortSignal) {
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    // Nobody may be waiting for it any more.
    promise.catch(() => undefined);
    this.struck = promise;
    this.#strike = resolve;
    this.#abort = () => reject(signal.reason);
    this.#signal = signal;
    signal.addEventListener('abort', this.#abort);
    if (signal.aborted) {
      this.#abort();
    }
  }

  set(milliseconds: number, outcome: Outcome): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#strike(outcome), milliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#signal.removeEventListener('abort', this.#abort);
  }
}
