import { closeSync, openSync } from 'node:fs';
import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './failures.ts';
import { databaseNames, type WorkspacePaths } from './workspace-paths.ts';

const ownFile = 0o600;
export const ownFolder = 0o700;

/**
 * Makes an empty file for its owner alone; one that is there already is left as it is, and is not even opened (opening and closing a file
 * gives up the locks that this process has on it). SQLite would make the file readable for everyone, and gives its logs the same rights.
 */
export function makePrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', ownFile));
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) {
      throw error;
    }
  }
}

/**
 * Takes from everyone but the owner what a workspace consists of, also where an earlier version or a copy left it open. What is not the
 * workspace's own is not touched and no link is followed. Sticks that know no owners, and Windows, are left as they are.
 */
export async function closeToOthers(paths: WorkspacePaths): Promise<void> {
  if (process.platform === 'win32') {
    return;
  }
  await restrict(paths.folder, ownFolder);
  const names = [...databaseNames.map((name) => join(paths.folder, name)), paths.lock, `${paths.lock}-journal`, paths.keys, paths.keysCopy];
  for (const path of names) {
    await restrict(path, ownFile);
  }
  for (const folder of [paths.backups, paths.spool, paths.exports]) {
    await restrictAll(folder);
  }
}

/** A folder of the workspace, with all that is in it. */
async function restrictAll(path: string): Promise<void> {
  const isFolder = (await restrict(path, null)) === 'folder';
  if (isFolder) {
    for (const name of await readdir(path)) {
      await restrictAll(join(path, name));
    }
  }
}

/** Sets the mode of a file or folder (`null`: the one for its kind), and says what it is. */
async function restrict(path: string, mode: number | null): Promise<'file' | 'folder' | 'other'> {
  try {
    // The workspace's folder itself may be reached by a link, nothing in it is.
    const status = await lstat(path);
    const kind = status.isDirectory() ? 'folder' : status.isFile() ? 'file' : 'other';
    if (kind !== 'other') {
      await chmod(path, mode ?? (kind === 'folder' ? ownFolder : ownFile));
    }
    return kind;
  } catch (error) {
    // Not there, or somebody else's, or on a stick that has no owners.
    if (['ENOENT', 'EPERM', 'EROFS', 'ENOSYS', 'ENOTSUP', 'EINVAL'].some((code) => hasCode(error, code))) {
      return 'other';
    }
    throw error;
  }
}
