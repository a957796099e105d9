import { createHash } from 'node:crypto';

/** A file for a reading process: its bytes may be asked for again, when a process that was reading something else before broke off. */
export type FileToRead = {
  /** As people know it; its extension says how it is read. */
  readonly name: string;
  /** Lower-case hexadecimal; what could not be read is remembered by it. */
  readonly sha256: string;
  readonly bytes: number;
  readonly open: () => AsyncIterable<Uint8Array>;
};

/** A file that is in memory. */
export function fileInMemory({ name, bytes }: { name: string; bytes: Uint8Array }): FileToRead {
  return {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
    open: async function* whole() {
      yield bytes;
    },
  };
}
