import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ok, refused, type Result } from '#shared/result.ts';
import { hasCode } from '../folder/failures.ts';
import { isChecked, parseKeyFile, unwrapKeys, wrapKeys, writeKeyFile, type KeyFile, type WorkspaceKeys } from './keys.ts';
import { replaceFile } from '../folder/replace-file.ts';
import type { WorkspacePaths } from '../folder/workspace-paths.ts';

/** The keys of a workspace, and what is to be written over a file that does not say the same. */
export type Unlocked = {
  readonly keys: WorkspaceKeys;
  readonly file: KeyFile;
  /** The files that differ from `file`: a damaged one, a missing one, or one from before a change of passphrase that broke off. */
  readonly toMend: readonly string[];
  /** The name of the file that was damaged or lost, for the user to know; null when none was. */
  readonly damaged: string | null;
};

type Found = { readonly path: string; readonly text: string | null; readonly read: ReturnType<typeof parseKeyFile> | null };

type UnlockCode = 'workspace/keys-damaged' | 'workspace/newer-schema' | 'workspace/passphrase-wrong';

/** Writes the keys under a passphrase, first to one file, then to the other, each flushed before the next: one of the two is always whole. */
export async function writeKeyFiles(
  { keys, keysCopy }: WorkspacePaths,
  { passphrase, ...wrapped }: { readonly keys: WorkspaceKeys; readonly passphrase: string },
): Promise<void> {
  const text = writeKeyFile(await wrapKeys(wrapped.keys, passphrase));
  await replaceFile(keys, text);
  await replaceFile(keysCopy, text);
}

/**
 * The keys, from whichever of the two files is whole. Where both are and differ (a change of passphrase broke off between them) either
 * passphrase opens. Changes nothing.
 */
export async function unlockKeyFiles(paths: WorkspacePaths, passphrase: string): Promise<Result<Unlocked, UnlockCode>> {
  const found = [await read(paths.keys), await read(paths.keysCopy)];
  const [newer] = found.flatMap(({ read: each }) =>
    each?.ok === false && each.refusal.code === 'workspace/newer-schema' ? [each.refusal] : [],
  );
  if (newer !== undefined) {
    return refused('workspace/newer-schema', newer.details);
  }
  const whole = found.flatMap((each) => (each.read?.ok === true ? [{ ...each, file: each.read.value }] : []));
  if (whole.length === 0) {
    return refused('workspace/keys-damaged', { folder: paths.folder });
  }
  for (const { file } of whole.filter(({ text }, index) => index === 0 || text !== whole[0]?.text)) {
    const keys = await unwrapKeys(file, passphrase);
    if (keys.ok) {
      const toMend = found.filter(({ text }) => text !== writeKeyFile(file)).map(({ path }) => path);
      return ok({ keys: keys.value, file, toMend, damaged: damagedOf(found) });
    }
  }
  return refused('workspace/passphrase-wrong');
}

/** Makes both files say what opened the workspace. */
export async function mendKeyFiles({ file, toMend }: Pick<Unlocked, 'file' | 'toMend'>): Promise<void> {
  for (const path of toMend) {
    await replaceFile(path, writeKeyFile(file));
  }
}

/** A copy that is not there is no loss where the keys are from before there were copies. */
function damagedOf([keys, copy]: readonly Found[]): string | null {
  if (keys?.read?.ok !== true) {
    return keys === undefined ? null : basename(keys.path);
  }
  const isFromBefore = copy?.text === null && !isChecked(keys.read.value);
  return copy === undefined || copy.read?.ok === true || isFromBefore ? null : basename(copy.path);
}

async function read(path: string): Promise<Found> {
  try {
    const text = await readFile(path, 'utf8');
    return { path, text, read: parseKeyFile(text) };
  } catch (error) {
    // Not there, or on a part of the disk that can't be read any more: the other one may be whole.
    if (hasCode(error, 'ENOENT') || hasCode(error, 'EIO')) {
      return { path, text: null, read: null };
    }
    throw error;
  }
}
