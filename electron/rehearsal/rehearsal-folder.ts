import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, refused, type Result } from '#shared/result.ts';

/** Where everything of a rehearsal lies (design.md §10). */
export type RehearsalPaths = ReturnType<typeof rehearsalPaths>;

export function rehearsalPaths(folder: string) {
  return {
    folder,
    cards: join(folder, 'cards'),
    keys: join(folder, 'keys'),
    applications: join(folder, 'applications'),
    scores: join(folder, 'scores'),
    reports: join(folder, 'reports'),
    round: join(folder, 'round.lpround'),
    result: join(folder, 'result.lpresult'),
    resultJson: join(folder, 'result.json'),
  };
}

const ours = new Set(['applications', 'cards', 'keys', 'reports', 'result.json', 'result.lpresult', 'round.lpround', 'scores']);

/**
 * Makes the folder and those in it. What an earlier rehearsal left is removed; among other files nothing is written.
 */
export async function prepareRehearsalFolder(
  folder: string,
): Promise<Result<RehearsalPaths, 'package/target-not-writable' | 'round/rehearsal-folder-not-empty'>> {
  const paths = rehearsalPaths(folder);
  try {
    await mkdir(folder, { recursive: true });
    const names = await readdir(folder);
    const rehearsedBefore = names.includes('keys') && (await readdir(paths.keys)).includes('chair.age');
    if (names.some((name) => !ours.has(name)) || (names.length > 0 && !rehearsedBefore)) {
      return refused('round/rehearsal-folder-not-empty', { folder });
    }
    for (const name of names) {
      await rm(join(folder, name), { recursive: true });
    }
    for (const path of [paths.cards, paths.keys, paths.applications, paths.scores, paths.reports]) {
      await mkdir(path);
    }
    return ok(paths);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'].includes(code)) {
      return refused('package/target-not-writable', { file: folder, name: code });
    }
    throw error;
  }
}
