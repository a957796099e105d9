import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from './failures.ts';

/** Replaces a small file so that a crash at any moment leaves the old one or the new one, whole. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const next = `${path}.new`;
  const file = await open(next, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, path);
  await syncFolder(dirname(path));
}

/** Makes what was renamed or removed in a folder last. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Windows can't open or sync a folder; NTFS orders the rename by its own log.
    if (!['EPERM', 'EISDIR', 'EACCES', 'EINVAL'].some((code) => hasCode(error, code))) {
      throw error;
    }
  }
}
