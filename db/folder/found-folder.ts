import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './failures.ts';
import { databaseNames, unfinishedNames, type WorkspacePaths } from './workspace-paths.ts';

/**
 * What a folder is to someone who wants a workspace in it. `free`: there is nothing in it, or no folder; `unfinished`: only what a
 * killed creation left and had marked as its own; `workspace`: it has keys, in whatever state; `keys-missing`: databases or backups
 * without the keys, which may be found again; `foreign`: other people's files.
 */
export type FoundFolder = 'free' | 'unfinished' | 'workspace' | 'keys-missing' | 'foreign';

/** Looks at a folder and changes nothing. */
export async function foundFolder(paths: WorkspacePaths): Promise<FoundFolder> {
  const names = await namesIn(paths.folder);
  if (names.includes('keys.json') || names.includes('keys-copy.json')) {
    return 'workspace';
  }
  const marked = names.includes('unfinished');
  // Whoever has the lock, or had it and was refused or killed, leaves it empty.
  const hasOwnLock = names.includes('lock') && (await stat(paths.lock)).size === 0;
  const others = names.filter((name) => name !== 'unfinished' && !(hasOwnLock && ['lock', 'lock-journal'].includes(name)));
  if (others.length === 0) {
    return marked ? 'unfinished' : 'free';
  }
  if (marked && others.every((name) => unfinishedNames.includes(name))) {
    return 'unfinished';
  }
  const ofAWorkspace = others.some((name) => databaseNames.includes(name)) || (await namesIn(paths.backups)).length > 0;
  return ofAWorkspace ? 'keys-missing' : 'foreign';
}

/** Takes away what a killed creation left: nobody ever had its keys. */
export async function dropUnfinished({ folder }: WorkspacePaths): Promise<void> {
  for (const name of unfinishedNames) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** What is in a folder; nothing where there is none. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) {
      return [];
    }
    throw error;
  }
}
