import { open, statfs } from 'node:fs/promises';
import { RefusedError } from '#shared/result.ts';

/** The largest file FAT32 can hold. */
export const fat32FileLimit = 4 * 1024 * 1024 * 1024 - 1;

/** `f_type` of Linux for FAT; other systems don't tell. */
const fatType = 0x4d44;

/** Refuses before writing when `bytes` won't fit: `package/disk-full`, `package/too-big-for-fat32`. */
export async function checkRoom(folder: string, bytes: number): Promise<void> {
  const status = await statfs(folder);
  const free = status.bavail * status.bsize;
  if (free < bytes) {
    throw new RefusedError('package/disk-full', { needed: bytes, free });
  }
  if (status.type === fatType && bytes > fat32FileLimit) {
    throw new RefusedError('package/too-big-for-fat32', { needed: bytes });
  }
}

type Writing = {
  readonly path: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly onChunk: (chunk: Uint8Array) => void;
  readonly signal: AbortSignal | undefined;
};

/** Writes a new file that only its owner may read, up to and including fsync. Returns its length. */
export async function writeDurably({ path, chunks, onChunk, signal }: Writing): Promise<number> {
  const handle = await open(path, 'wx', 0o600);
  try {
    let bytes = 0;
    for await (const chunk of chunks) {
      signal?.throwIfAborted();
      await handle.writeFile(chunk);
      bytes += chunk.length;
      onChunk(chunk);
    }
    await handle.sync();
    return bytes;
  } finally {
    await handle.close();
  }
}

/** Makes a rename durable. Some systems can't sync a folder (Windows); there the file's own fsync is all there is. */
export async function syncFolder(folder: string): Promise<void> {
  let handle;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EACCES', 'EBADF'].includes(code)) {
      throw error;
    }
  } finally {
    await handle?.close();
  }
}

const targetErrors = new Set(['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EBUSY', 'EIO']);

/** Runs `step`; a target that can't be written becomes a refusal, anything unexpected is still thrown. */
export async function refusingTargetErrors<Value>(step: () => Promise<Value>): Promise<Value> {
  try {
    return await step();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOSPC' || code === 'EFBIG') {
      throw new RefusedError(code === 'ENOSPC' ? 'package/disk-full' : 'package/too-big-for-fat32', { needed: '?', free: 0 });
    }
    if (targetErrors.has(code)) {
      throw new RefusedError('package/target-not-writable', { name: code });
    }
    throw error;
  }
}
