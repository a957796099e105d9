import { Worker } from 'node:worker_threads';
import type { Result } from '#shared/result.ts';
import { type FromReader, toReaderSchema, type ToReader } from '../../reading/jobs.ts';
import { doJob } from './do-job.ts';
import { readerProgram } from './program.ts';

type Task = Extract<ToReader, { type: 'job' }> & { readonly contents: Uint8Array; got: number };

/**
 * What a reading process does: takes a job, then its bytes, reads, answers. Returns what takes each message. What goes wrong outside a
 * job, as a library's own stray promises do, ends the process; whoever started it sees that.
 */
export function serveReading(say: (message: FromReader) => void): (message: unknown) => void {
  const state = new Int32Array(new SharedArrayBuffer(4));
  // Without its watch a reader is not safe to have.
  new Worker(readerProgram('watch'), { workerData: { state } }).on('error', () => process.exit(1));
  let task: Task | null = null;
  const begin = async (): Promise<void> => {
    const { contents, ...job } = task ?? raise('bytes without a job');
    task = null;
    say({ type: 'started', number: job.number });
    Atomics.store(state, 0, job.number);
    Atomics.notify(state, 0);
    say(await answered({ ...job, contents }));
    Atomics.store(state, 0, 0);
  };
  say({ type: 'ready' });
  return (message) => {
    const heard = toReaderSchema.parse(message);
    if (heard.type === 'job') {
      task = { ...heard, contents: new Uint8Array(heard.bytes), got: 0 };
    } else if (task !== null && task.number === heard.number) {
      task.contents.set(heard.bytes, task.got);
      task.got += heard.bytes.byteLength;
    }
    if (task !== null && task.got === task.bytes) {
      void begin();
    }
  };
}

async function answered({ number, request, name, sha256, contents }: Omit<Task, 'got'>): Promise<FromReader> {
  try {
    const result: Result<unknown> = await doJob(request, { name, sha256, bytes: contents });
    return { type: 'answer', number, result: result.ok ? result : refusalToSend(result), residentBytes: process.memoryUsage.rss() };
  } catch (error) {
    return { type: 'failed', number, why: placeOf(error) };
  }
}

function refusalToSend({ refusal }: Extract<Result<unknown>, { ok: false }>) {
  return { ok: false as const, refusal: { code: refusal.code, details: { ...refusal.details } } };
}

/** Where an error came from; its own words may be the file's. */
function placeOf(error: unknown): string {
  return error instanceof Error
    ? [error.name, ...(error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line))].join('\n')
    : 'no error';
}

function raise(message: string): never {
  throw new Error(message);
}
