import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { ok, refused, type Result } from '#shared/result.ts';

/** Why a file can’t be read as a package. */
export type SourceCode = 'package/not-a-regular-file' | 'package/not-found';

/** Random access to the bytes of one package, wherever they are kept (a file, the evidence store, memory). */
export type PackageSource = {
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer only at the end of the source. The caller owns the array. */
  read(offset: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** How many bytes are asked of a source at once: large enough for disk speed, small enough for memory. */
export const readChunkBytes = 1024 * 1024;

/** The open errors that mean 'nothing readable there' to a user; any other is unexpected and thrown. */
const absent = new Set(['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR', 'ENXIO', 'EIO']);

/**
 * Opens `path` once, so that what was checked is what is read even if the stick's file is replaced meanwhile. A symbolic
 * link, a folder or a device is no regular file.
 */
export async function openFileSource(path: string, fileName: string): Promise<Result<PackageSource, SourceCode>> {
  let handle;
  try {
    // O_NONBLOCK: opening a named pipe must not wait for its writer. Both flags are absent on Windows.
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ELOOP' || code === 'EISDIR') {
      return refused('package/not-a-regular-file', { file: fileName });
    }
    if (absent.has(code)) {
      return refused('package/not-found', { file: fileName });
    }
    throw error;
  }
  const status = await handle.stat();
  if (!status.isFile()) {
    await handle.close();
    return refused('package/not-a-regular-file', { file: fileName });
  }
  return ok({
    size: status.size,
    async read(offset, length) {
      const buffer = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, status.size - offset)));
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, offset + filled);
        if (bytesRead === 0) {
          break;
        }
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
    close: () => handle.close(),
  });
}

/** A source over bytes already in memory. */
export function bytesSource(bytes: Uint8Array): PackageSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
    close: () => Promise.resolve(),
  };
}

/** The bytes of a source from `start` to `end`, in order, one chunk read ahead; stops early where the source ends early. */
export async function* sourceChunks(
  source: PackageSource,
  start: number,
  end: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void> {
  let offset = start;
  let next = offset < end ? source.read(offset, Math.min(readChunkBytes, end - offset)) : null;
  try {
    while (next !== null) {
      signal?.throwIfAborted();
      const chunk = await next;
      next = null;
      if (chunk.length === 0) {
        return;
      }
      offset += chunk.length;
      if (offset < end) {
        next = source.read(offset, Math.min(readChunkBytes, end - offset));
        // A failed read-ahead is reported when it is awaited, not as an unhandled rejection.
        next.catch(() => undefined);
      }
      yield chunk;
    }
  } finally {
    await next?.catch(() => undefined);
  }
}
