import { createHash } from 'node:crypto';
import { chunkBytes, chunksPerBlob } from './schema.ts';

/** One file on its way in: what of it waits for the next transaction, and its hash so far. */
export class StagedFile {
  readonly storedAt: string;
  /** Its row, once a transaction wrote one. */
  id: number | null = null;
  finished: { sha256: string; bytes: number } | null = null;
  readonly #spare: Buffer<ArrayBuffer>[];
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #places = 0;
  #full: { place: number; bytes: Buffer<ArrayBuffer> }[] = [];
  #chunk: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(0);
  #used = 0;
  #isDirty = false;

  /** `spare` is memory of whole chunks that may be used again; what this file is done with goes there. */
  constructor(storedAt: string, spare: Buffer<ArrayBuffer>[]) {
    this.storedAt = storedAt;
    this.#spare = spare;
  }

  /** Whether the next transaction has something of this file to write. */
  get isWaiting(): boolean {
    return this.#isDirty || this.#full.length > 0;
  }

  /** Full chunks in order; the last, shorter one once the file is finished. */
  waiting(): readonly { place: number; bytes: Uint8Array }[] {
    return this.#full;
  }

  /** Takes the next bytes and says how many they were. */
  append(bytes: Uint8Array): number {
    if (this.finished !== null) {
      throw new Error('this file is finished');
    }
    this.#hash.update(bytes);
    this.#bytes += bytes.byteLength;
    for (let from = 0; from < bytes.byteLength;) {
      if (this.#used === this.#chunk.byteLength) {
        this.#grow(this.#used + bytes.byteLength - from);
      }
      const part = bytes.subarray(from, from + this.#chunk.byteLength - this.#used);
      this.#chunk.set(part, this.#used);
      this.#used += part.byteLength;
      from += part.byteLength;
      if (this.#used === chunkBytes) {
        this.#endChunk();
      }
    }
    return bytes.byteLength;
  }

  finish(): { sha256: string; bytes: number } {
    if (this.finished !== null) {
      throw new Error('this file is finished');
    }
    if (this.#used > 0) {
      this.#endChunk();
    }
    this.finished = { sha256: this.#hash.digest('hex'), bytes: this.#bytes };
    this.#isDirty = true;
    return this.finished;
  }

  /** What waited is on disk, under this id. */
  written(id: number): void {
    this.id = id;
    this.#spare.push(...this.#full.map(({ bytes }) => bytes).filter(({ byteLength }) => byteLength === chunkBytes));
    this.#full = [];
    this.#isDirty = false;
  }

  #endChunk(): void {
    if (this.#places >= chunksPerBlob) {
      throw new RangeError('a file of more than 1 TiB');
    }
    this.#full.push({ place: this.#places, bytes: this.#chunk.subarray(0, this.#used) });
    this.#places += 1;
    this.#used = 0;
    // Memory of its own each time: what waits must not change under it.
    this.#chunk = Buffer.allocUnsafeSlow(0);
  }

  /** Small files stay small in memory, large ones go by whole chunks. */
  #grow(wanted: number): void {
    const bytes = Math.min(chunkBytes, Math.max(wanted, this.#chunk.byteLength * 2));
    const larger = (bytes === chunkBytes ? this.#spare.pop() : undefined) ?? Buffer.allocUnsafeSlow(bytes);
    larger.set(this.#chunk);
    this.#chunk = larger;
  }
}
