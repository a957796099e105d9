import { once } from 'node:events';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { RefusedError } from '#shared/result.ts';
import { sourceChunks, type PackageSource } from '../source.ts';
import type { ZipEntry } from './directory.ts';
import { bagLimits } from './limits.ts';
import { printable } from './names.ts';

const inflateChunkBytes = 512 * 1024;

/**
 * The contents of an entry, counted while they are read: never a byte more than it claims. Throws `package/size-lies`, `bomb`,
 * `damaged` (CRC or deflate stream) and `truncated`. The last three can only come once all bytes have been given out.
 */
export async function* entryChunks(source: PackageSource, entry: ZipEntry, signal?: AbortSignal): AsyncGenerator<Uint8Array, void> {
  const shown = { name: printable(entry.name) };
  // One look at the claim spares reading a bomb that admits to being one; one that lies is caught by the count.
  if (entry.bytes > bagLimits.ratioFromBytes && entry.bytes > entry.compressedBytes * bagLimits.ratio) {
    throw new RefusedError('package/bomb', shown);
  }
  const raw = sourceChunks(source, entry.dataStart, entry.dataStart + entry.compressedBytes, signal);
  let bytes = 0;
  let checksum = 0;
  for await (const chunk of entry.deflated ? inflated(raw, entry, shown) : raw) {
    bytes += chunk.length;
    if (bytes > entry.bytes) {
      throw new RefusedError('package/size-lies', shown);
    }
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (bytes !== entry.bytes) {
    throw new RefusedError(entry.deflated ? 'package/size-lies' : 'package/truncated', shown);
  }
  if (checksum !== entry.crc32) {
    throw new RefusedError('package/damaged', shown);
  }
}

async function* inflated(raw: AsyncIterable<Uint8Array>, entry: ZipEntry, shown: { name: string }): AsyncGenerator<Uint8Array, void> {
  const inflate = createInflateRaw({ chunkSize: inflateChunkBytes });
  const input = Readable.from(raw, { objectMode: false });
  input.on('error', (error) => inflate.destroy(error));
  input.pipe(inflate);
  try {
    for await (const chunk of inflate) {
      yield chunk;
    }
    // Bytes behind the end of the deflate stream would be read by nobody.
    if (inflate.bytesWritten !== entry.compressedBytes) {
      throw new RefusedError('package/stray-bytes', shown);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new RefusedError('package/damaged', shown);
    }
    throw error;
  } finally {
    inflate.destroy();
    if (!input.closed) {
      input.destroy();
      await once(input, 'close');
    }
  }
}
