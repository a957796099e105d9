import { Readers } from '#electron/reading/readers.ts';
import type { ReaderEnd, StartReader } from '#electron/reading/reader-process.ts';
import type { FileToRead } from '#electron/reading/file-to-read.ts';
import type { ToReader } from '#electron/reading/jobs.ts';

/** What a made-up process does with a file, by the file's name; anything else is answered. */
export type Behaviour = 'dies' | 'fills-memory' | 'hangs' | 'fails' | 'takes-nothing' | 'dies-after-a-second-file' | 'says-nonsense';

export type MadeUpProcesses = {
  readonly readers: Readers;
  readonly started: () => number;
  readonly running: () => number;
  readonly read: readonly string[];
};

const photo = { takenAt: null, latitude: null, longitude: null, perceptualHash: null };

/** Readers whose processes are made up: no process, no file, and time only as long as the limits say. */
export function madeUpProcesses({ count = 1, isReady = true }: { count?: number; isReady?: boolean } = {}): MadeUpProcesses {
  const state = { started: 0, running: 0 };
  const read: string[] = [];
  const start: StartReader = (onMessage) => {
    state.started += 1;
    state.running += 1;
    const { promise: ended, resolve } = Promise.withResolvers<ReaderEnd>();
    let files = 0;
    let isOver = false;
    const end = (how: ReaderEnd): void => {
      state.running -= isOver ? 0 : 1;
      isOver = true;
      resolve(how);
    };
    const say = (message: object): void => void (isOver || queueMicrotask(() => onMessage(message)));
    if (isReady) {
      say({ type: 'ready' });
    } else {
      queueMicrotask(() => end('died'));
    }
    const work = ({ number, name }: Extract<ToReader, { type: 'job' }>): void => {
      files += 1;
      read.push(name);
      if (name === 'takes-nothing') {
        return;
      }
      say({ type: 'started', number });
      if (name === 'dies' || (name === 'dies-after-a-second-file' && files > 1)) {
        end('died');
      } else if (name === 'fills-memory') {
        end('memory');
      } else if (name === 'fails') {
        say({ type: 'failed', number, why: 'TypeError' });
      } else if (name === 'says-nonsense') {
        say({ type: 'answer', number, result: { ok: true, value: { takenAt: 5 } }, residentBytes: 1 });
      } else if (name !== 'hangs') {
        say({ type: 'answer', number, result: { ok: true, value: photo }, residentBytes: name === 'leaves-much' ? 2 : 1 });
      }
    };
    return {
      send: async (message) => {
        if (message.type === 'job' && isReady) {
          work(message);
        }
      },
      ended,
      kill: () => end('memory'),
      atWork: () => undefined,
      atRest: () => undefined,
    };
  };
  const limits = { milliseconds: 30, startMilliseconds: 60, idleMilliseconds: 10, restingBytes: 1 };
  return {
    readers: new Readers({ start, count, limits }),
    started: () => state.started,
    running: () => state.running,
    read,
  };
}

/** A file of three bytes that a made-up process knows by its name. */
export function fileNamed(name: string): FileToRead {
  return {
    name,
    sha256: Buffer.from(name.padEnd(32).slice(0, 32)).toString('hex'),
    bytes: 3,
    open: async function* chunks() {
      yield new Uint8Array([1, 2]);
      yield new Uint8Array([3]);
    },
  };
}
