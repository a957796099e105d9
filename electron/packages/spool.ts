import { randomUUID } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesSource, type PackageSource } from './source.ts';

/**
 * Keeps a decrypted package while it is read: a ZIP needs random access, an age stream has none. The workspace's spool is
 * encrypted; closing the source it returns throws the bytes away.
 */
export type Spool = (chunks: AsyncIterable<Uint8Array>) => Promise<PackageSource>;

/** What a workspace keeps private copies in (`db/evidence/spool.ts`): encrypted, written once, then read anywhere. */
type PrivateCopy = {
  readonly size: number;
  write(bytes: Uint8Array): Promise<void>;
  read(offset: number, length: number): Promise<Uint8Array>;
  discard(): Promise<void>;
};

/** The workspace's spool: each package in a private copy of its own. */
export function workspaceSpool(create: () => Promise<PrivateCopy>): Spool {
  return async (chunks) => {
    const copy = await create();
    try {
      for await (const chunk of chunks) {
        await copy.write(chunk);
      }
    } catch (error) {
      await copy.discard();
      throw error;
    }
    return { size: copy.size, read: (offset, length) => copy.read(offset, length), close: () => copy.discard() };
  };
}

/** Keeps the decrypted package in memory; for those known to be small. */
export const memorySpool: Spool = async (chunks) => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) {
    parts.push(chunk);
  }
  return bytesSource(Buffer.concat(parts));
};

/**
 * A spool for the command line: a file in `folder` that only its owner may read and that has no name any more once it is
 * open (on Windows it is removed on closing).
 */
export function temporaryFileSpool(folder: string): Spool {
  return async (chunks) => {
    const path = join(folder, `.linping-${randomUUID()}`);
    const handle = await open(path, 'wx+', 0o600);
    let named = process.platform === 'win32';
    const discard = async (): Promise<void> => {
      await handle.close();
      if (named) {
        named = false;
        await unlink(path);
      }
    };
    if (!named) {
      await unlink(path);
    }
    try {
      let size = 0;
      for await (const chunk of chunks) {
        await handle.writeFile(chunk);
        size += chunk.length;
      }
      return {
        size,
        async read(offset, length) {
          const buffer = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, size - offset)));
          const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
          return buffer.subarray(0, bytesRead);
        },
        close: discard,
      };
    } catch (error) {
      await discard();
      throw error;
    }
  };
}
