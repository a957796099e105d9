import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isJunk } from '#shared/intake/junk.ts';
import type { LeftOut } from '#shared/intake/reading.ts';
import { RefusedError } from '#shared/result.ts';

/** A file that an applicant handed in: its name inside the folder, with `/`. */
export type HandedIn = {
  readonly name: string;
  readonly bytes: number;
  /** The whole contents; only called for files that are small enough to be looked into. */
  readonly read: () => Promise<Uint8Array>;
  /** The contents in chunks. */
  readonly open: () => AsyncIterable<Uint8Array>;
};

/** How much one applicant's folder may hold. */
export const folderLimits = { files: 5000, depth: 16 };

/**
 * Lists a folder's files, sorted by name; links are not followed. Refuses (by throwing) `intake/folder-not-found`, `intake/folder-too-big`.
 */
export async function listFolder(folder: string): Promise<{ files: HandedIn[]; leftOut: LeftOut[] }> {
  const files: HandedIn[] = [];
  const leftOut: LeftOut[] = [];
  const stat = await lstat(folder).catch(() => null);
  if (stat?.isDirectory() !== true) {
    throw new RefusedError('intake/folder-not-found', { folder: basename(folder) });
  }
  await walk('', 0);
  return { files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)), leftOut };

  async function walk(inside: string, depth: number): Promise<void> {
    const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch(() => null);
    if (entries === null) {
      leftOut.push({ name: inside, reason: 'unreadable' });
      return;
    }
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isJunk(entry.name)) {
        continue;
      }
      const path = join(folder, inside, entry.name);
      const name = join(inside, entry.name).replaceAll('\\', '/').normalize('NFC');
      if (entry.isDirectory()) {
        if (depth >= folderLimits.depth) {
          leftOut.push({ name, reason: 'too-deep' });
        } else {
          await walk(join(inside, entry.name), depth + 1);
        }
      } else if (entry.isFile()) {
        const found = await fileAt(path, name);
        if (found === null) {
          leftOut.push({ name, reason: 'unreadable' });
        } else {
          files.push(found);
        }
      } else {
        leftOut.push({ name, reason: entry.isSymbolicLink() ? 'link' : 'special' });
      }
      if (files.length > folderLimits.files) {
        throw new RefusedError('intake/folder-too-big', { folder: basename(folder), limit: folderLimits.files });
      }
    }
  }
}

async function fileAt(path: string, name: string): Promise<HandedIn | null> {
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) {
    return null;
  }
  try {
    const { size } = await handle.stat();
    return {
      name,
      bytes: size,
      read: async () => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of chunksOf(path, size)) {
          chunks.push(chunk);
        }
        return Buffer.concat(chunks);
      },
      open: () => chunksOf(path, size),
    };
  } finally {
    await handle.close();
  }
}

/** The file as it was when it was listed; what was appended since is not read, what was cut off is found by the count. */
async function* chunksOf(path: string, bytes: number): AsyncGenerator<Uint8Array> {
  if (bytes > 0) {
    yield* createReadStream(path, { end: bytes - 1, highWaterMark: 1024 * 1024 });
  }
}

/** Files that are already in memory, as the generator of made-up applicants makes them. */
export function handedInFromMemory(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): HandedIn[] {
  return files
    .map(({ name, bytes }) => ({
      name: name.normalize('NFC'),
      bytes: bytes.length,
      read: async () => bytes,
      open: async function* chunks(): AsyncGenerator<Uint8Array> {
        yield bytes;
      },
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** SHA-256 (hexadecimal) and length of what really was read. */
export async function digest(chunks: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
