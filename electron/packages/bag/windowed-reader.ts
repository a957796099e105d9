import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { sourceChunks, type PackageSource } from '../source.ts';

const windowBytes = 256 * 1024;

/** Gives yauzl a {@link PackageSource}; keeps the last window read, since it asks for headers a few bytes at a time. */
export class WindowedReader extends yauzl.RandomAccessReader {
  readonly #source: PackageSource;
  #window: { start: number; bytes: Uint8Array } = { start: 0, bytes: new Uint8Array(0) };

  constructor(source: PackageSource) {
    super();
    this.#source = source;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    void this.#serve(buffer.subarray(offset, offset + length), position, callback);
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(sourceChunks(this.#source, start, end), { objectMode: false });
  }

  async #serve(target: Buffer, position: number, callback: (error: Error | null, bytesRead?: number) => void): Promise<void> {
    let bytes;
    try {
      bytes = await this.#fill(position, target.length);
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    target.set(bytes);
    callback(null, bytes.length);
  }

  async #fill(position: number, length: number): Promise<Uint8Array> {
    const { start, bytes } = this.#window;
    if (position < start || position + length > start + bytes.length) {
      this.#window = { start: position, bytes: await this.#source.read(position, Math.max(length, windowBytes)) };
    }
    const from = position - this.#window.start;
    return this.#window.bytes.subarray(from, from + length);
  }
}
