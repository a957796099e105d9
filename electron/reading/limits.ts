import { availableParallelism, totalmem } from 'node:os';

const megabyte = 1024 * 1024;

/**
 * What reading somebody else's file may cost. The resident memory and the time are those of one reading process; beyond them it is
 * ended and the file has a problem. The others are looked at before anything is parsed, so that most files that mean harm never come so far.
 */
export const readingLimits = {
  memoryBytes: 512 * megabyte,
  /** From the last byte handed over to the answer, for one file. */
  milliseconds: 20_000,
  /** A process that has not said by now that it is there, or that it has the whole file, is taken to be stuck. */
  startMilliseconds: 60_000,
  /** A process that has had nothing to do for so long is ended. */
  idleMilliseconds: 30_000,
  /** One that holds more than this after a file is ended, so that the next file doesn't pay for it. */
  restingBytes: 256 * megabyte,
  /** Of one file. A larger one travels without having been read. */
  fileBytes: 64 * megabyte,
  /** How much may come back: characters, and a few for every cell and number. */
  answerWeight: 4_000_000,
} as const;

/** How many processes read at the same time: one for each core but one, as far as half of the memory holds them; at least one. */
export function readersOfThisMachine(): number {
  return Math.max(1, Math.min(availableParallelism() - 1, Math.floor(totalmem() / 2 / readingLimits.memoryBytes)));
}

/**
 * Which reader this is. Raise it whenever what is read changes: facts that were kept are then read again, and files that an older one
 * could not read are tried again.
 */
export const readerVersion = 3;
