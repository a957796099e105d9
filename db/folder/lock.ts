import Sqlite from 'better-sqlite3';
import { ok, refused, type Result } from '#shared/result.ts';
import { hasCode } from './failures.ts';
import { makePrivateFile } from './private-files.ts';
import type { WorkspacePaths } from './workspace-paths.ts';

/** Held while a workspace is open. */
export type WorkspaceLock = { release(): void };

/**
 * Takes the workspace for this process.
 *
 * The lock is SQLite's own on an empty file: the operating system drops it when the process dies, however it dies, so
 * there is never a stale one to judge by process ids. (On POSIX it is also dropped if this process opens and closes
 * the file by other means: nobody else may touch `paths.lock`.)
 */
export function takeLock(paths: WorkspacePaths): Result<WorkspaceLock, 'workspace/in-use'> {
  makePrivateFile(paths.lock);
  const file = new Sqlite(paths.lock, { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (hasCode(error, 'SQLITE_BUSY')) {
      return refused('workspace/in-use', { folder: paths.folder });
    }
    throw error;
  }
  return ok({ release: () => void file.close() });
}
