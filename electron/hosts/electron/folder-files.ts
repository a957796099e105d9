import { readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { PathSource } from '../../core/host-services.ts';

/** Every plain file under a folder, named from the folder on (`张三/附件/1.pdf`). Links are not followed: they may lead anywhere. */
export async function folderFiles(folder: string): Promise<PathSource[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const inside = relative(folder, path).split(sep).join('/');
      return { kind: 'path' as const, path, name: entry.name, relativePath: `${basename(folder)}/${inside}` };
    })
    .toSorted((one, other) => (one.relativePath < other.relativePath ? -1 : 1));
}
