import type { ToReader } from './jobs.ts';

/** How a reading process ended: by its watch, over memory, or in any other way. */
export type ReaderEnd = 'memory' | 'died';

/** A process that reads files, as a host runs it. */
export type ReaderProcess = {
  /** Resolves when the message is on its way, so that a large file does not pile up in between. Never rejects: `ended` tells. */
  readonly send: (message: ToReader) => Promise<void>;
  readonly ended: Promise<ReaderEnd>;
  /** At once, whatever it is doing. */
  readonly kill: () => void;
  /** While it is at work it keeps this program running; at rest it does not. */
  readonly atWork: () => void;
  readonly atRest: () => void;
};

/** Starts a reading process; what it says comes to `onMessage`, unchecked. */
export type StartReader = (onMessage: (message: unknown) => void) => ReaderProcess;
