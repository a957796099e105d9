import { Readers } from '../../reading/readers.ts';
import { forkReader } from './fork-reader.ts';

/** Reading processes for one piece of work; they are ended when it is done. */
export async function withReaders<Value>(work: (readers: Readers) => Promise<Value>): Promise<Value> {
  const readers = new Readers({ start: forkReader });
  try {
    return await work(readers);
  } finally {
    readers.end();
  }
}
