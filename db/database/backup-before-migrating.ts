import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RefusedError } from '#shared/result.ts';
import type { Database } from './encrypted-database.ts';
import { hasCode } from '../folder/failures.ts';
import { makePrivateFile, ownFolder } from '../folder/private-files.ts';

export type BackupPlace = {
  readonly folder: string;
  /** The database's name, without what says which copy it is. */
  readonly name: string;
  /** Opens a copy under the database's own cipher and key. */
  readonly open: (file: string) => Database;
};

/**
 * A copy of a database, under a name that only a whole and checked one ever has: written under another name, read back, flushed, then
 * renamed. `VACUUM INTO` keeps the encryption and the key, where `backup()` fails on an encrypted database. Returns the file. What an
 * earlier one that was killed left is taken away. Throws `RefusedError` `workspace/backup-failed`, and what the disk says.
 */
export function backupBeforeMigrating(database: Database, { folder, name, stamp, open }: BackupPlace & { readonly stamp: string }): string {
  mkdirSync(folder, { recursive: true, mode: ownFolder });
  for (const left of readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && /\.part(-\w+)?$/.test(file))) {
    rmSync(join(folder, left));
  }
  const file = join(folder, `${name}-${stamp}.db`);
  const part = `${file}.part`;
  try {
    makePrivateFile(part);
    database.prepare('VACUUM INTO ?').run(part);
    checkCopy(() => open(part), versionOf(database));
    flush(part, 'r+');
    renameSync(part, file);
    flushFolder(folder);
    return file;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Reads the whole copy back. What is wrong with it says nothing of the database that it was made from. */
function checkCopy(open: () => Database, version: number): void {
  let isWhole = false;
  try {
    const copy = open();
    try {
      isWhole = copy.pragma('quick_check', { simple: true }) === 'ok' && versionOf(copy) === version;
    } finally {
      copy.close();
    }
  } catch (error) {
    if (!['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_IOERR'].some((code) => hasCode(error, code))) {
      throw error;
    }
  }
  if (!isWhole) {
    throw new RefusedError('workspace/backup-failed');
  }
}

function flush(path: string, how: 'r' | 'r+'): void {
  const opened = openSync(path, how);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Windows can't open or sync a folder; NTFS orders the rename by its own log. */
function flushFolder(folder: string): void {
  if (process.platform !== 'win32') {
    flush(folder, 'r');
  }
}
