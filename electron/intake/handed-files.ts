import type { HandedFolder } from '#shared/intake/group-files.ts';
import type { LeftOut } from '#shared/intake/reading.ts';
import { RefusedError, valueOf } from '#shared/result.ts';
import type { HandedFiles } from '../core/files.ts';
import { sourceChunks } from '../packages/source.ts';
import { folderLimits, type HandedIn } from './folder-files.ts';

/**
 * The files of one handed-over folder, sorted by name, and those that can't be opened. Refuses (by throwing)
 * `intake/folder-too-big`.
 */
export async function openHanded(
  folder: HandedFolder,
  { files, signal }: { files: HandedFiles; signal: AbortSignal },
): Promise<{ files: HandedIn[]; leftOut: LeftOut[] }> {
  if (folder.files.length > folderLimits.files) {
    throw new RefusedError('intake/folder-too-big', { folder: folder.name, limit: folderLimits.files });
  }
  const opened: HandedIn[] = [];
  const leftOut: LeftOut[] = [];
  for (const { id, path: name } of folder.files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const source = await files.open(id);
    if (!source.ok) {
      leftOut.push({ name, reason: 'unreadable' });
      continue;
    }
    const bytes = source.value.size;
    await source.value.close();
    const open = () => chunksOf({ id, bytes });
    opened.push({ name, bytes, open, read: () => whole(open()) });
  }
  return { files: opened, leftOut };

  async function* chunksOf({ id, bytes }: { id: string; bytes: number }): AsyncGenerator<Uint8Array> {
    const source = valueOf(await files.open(id));
    try {
      yield* sourceChunks(source, 0, bytes, signal);
    } finally {
      await source.close();
    }
  }
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) {
    // A source may use its buffer again.
    parts.push(new Uint8Array(chunk));
  }
  return Buffer.concat(parts);
}
