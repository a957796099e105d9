import type { Refusal } from '#shared/refusals/refusal.ts';
import { RefusedError, refused, type Result } from '#shared/result.ts';
import type { FileToRead } from './file-to-read.ts';
import { type Answers, answerSchemas, type JobKind, type ReadRequest } from './jobs.ts';
import { readersOfThisMachine, readingLimits } from './limits.ts';
import type { Outcome } from './reader.ts';
import type { StartReader } from './reader-process.ts';
import { ReaderPool, type PooledReader, type ReaderPoolSettings } from './reader-pool.ts';

/** How reading a file came to its end before its answer. */
export type ReadingFault = 'too-long' | 'too-much-memory' | 'broke-off';

/** Where faults are remembered by the file's hash, so that the same file is not tried again by this reader. */
export type RememberedFaults = {
  readonly get: (sha256: string) => ReadingFault | null;
  readonly keep: (sha256: string, fault: ReadingFault) => void;
};

export type ReaderSettings = {
  readonly start: StartReader;
  /** As long as these readers live, where nothing else is given. */
  readonly remembered?: RememberedFaults;
  /** How many files are read at the same time. */
  readonly count?: number;
  readonly limits?: ReaderPoolSettings['limits'];
};

/** Somebody waits for these in front of a screen; the others are done in hundreds. */
const urgent: ReadonlySet<JobKind> = new Set<JobKind>(['preview', 'photo', 'workbook']);

/**
 * The processes in which other people's files are read. A file that kills one, hangs it or takes too much is refused with a code of
 * `reading/` and remembered; nothing else is touched by it. Processes are started when they are needed, serve one file after the other,
 * and end when there has been nothing to do for a while. One more than `count` serves what somebody waits for.
 */
export class Readers {
  readonly count: number;
  readonly #remembered: RememberedFaults;
  readonly #ending = new AbortController();
  readonly #pool: ReaderPool;
  readonly #urgent: ReaderPool;

  constructor({ start, remembered = rememberedHere(), count = readersOfThisMachine(), limits = readingLimits }: ReaderSettings) {
    this.count = count;
    this.#remembered = remembered;
    this.#pool = new ReaderPool({ count, start, limits });
    this.#urgent = new ReaderPool({ count: 1, start, limits });
  }

  /**
   * Reads one file. Refuses `reading/too-large`, `reading/too-long`, `reading/too-much-memory`, `reading/broke-off`, `reading/too-much`,
   * `reading/unavailable`, and what the kind of job refuses. Throws the signal's reason, that of {@link end}, and what opening the file throws.
   */
  async read<Kind extends JobKind>(
    { file, ...request }: Extract<ReadRequest, { kind: Kind }> & { readonly file: FileToRead },
    signal?: AbortSignal,
  ): Promise<Result<Answers[Kind]>> {
    const known = this.#remembered.get(file.sha256);
    if (known !== null) {
      return faultOf(known, file);
    }
    if (file.bytes > readingLimits.fileBytes) {
      return refused('reading/too-large', { name: file.name, megabytes: readingLimits.fileBytes / 2 ** 20 });
    }
    const stop = signal === undefined ? this.#ending.signal : AbortSignal.any([signal, this.#ending.signal]);
    const pool = urgent.has(request.kind) ? this.#urgent : this.#pool;
    const outcome = await pool.use(stop, (pooled) => run({ file, request }, { pool, pooled, stop }));
    return this.#resultOf(request.kind, outcome, file);
  }

  /** Ends every process at once; what is being read, and whatever is asked from now on, throws `reason`. */
  end(reason: Error = new RefusedError('workspace/locked')): void {
    this.#ending.abort(reason);
    this.#pool.end();
    this.#urgent.end();
  }

  #resultOf<Kind extends JobKind>(kind: Kind, outcome: Outcome, file: FileToRead): Result<Answers[Kind]> {
    switch (outcome.kind) {
      case 'answered': {
        if (!outcome.result.ok) {
          return outcome.result;
        }
        const answer = answerSchemas[kind].safeParse(outcome.result.value);
        return answer.success ? { ok: true, value: answer.data } : this.#fault('broke-off', file);
      }
      case 'failed':
        console.error(`reading a file (${kind}) broke off: ${outcome.why}`);
        return this.#fault('broke-off', file);
      case 'not-started':
        return refused('reading/unavailable', { name: file.name });
      case 'too-long':
        return this.#fault('too-long', file);
      case 'ended':
        return this.#fault(outcome.end === 'memory' ? 'too-much-memory' : 'broke-off', file);
    }
  }

  #fault(fault: ReadingFault, file: FileToRead): Result<never> {
    this.#remembered.keep(file.sha256, fault);
    return faultOf(fault, file);
  }
}

/** Tries again in a new process what ended one that had read other files before: it may have been one of those. */
async function run(
  job: { readonly file: FileToRead; readonly request: ReadRequest },
  { pool, pooled, stop }: { pool: ReaderPool; pooled: PooledReader; stop: AbortSignal },
): Promise<Outcome> {
  const first = pool.readerOf(pooled);
  const outcome = await first.run(job, stop);
  const mayBeAnothers = outcome.kind === 'not-started' || (outcome.kind === 'ended' && first.jobs > 1);
  return mayBeAnothers ? pool.readerOf(pooled).run(job, stop) : outcome;
}

/** The refusal that a fault is shown as. */
export function faultRefusal(fault: ReadingFault, name: string): Refusal {
  const details = { name, seconds: readingLimits.milliseconds / 1000, megabytes: readingLimits.memoryBytes / 2 ** 20 };
  return { code: `reading/${fault}`, details };
}

function faultOf(fault: ReadingFault, { name }: FileToRead): Result<never> {
  return { ok: false, refusal: faultRefusal(fault, name) };
}

function rememberedHere(): RememberedFaults {
  const faults = new Map<string, ReadingFault>();
  return { get: (sha256) => faults.get(sha256) ?? null, keep: (sha256, fault) => void faults.set(sha256, fault) };
}
