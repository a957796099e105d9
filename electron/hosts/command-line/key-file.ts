import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { refused, type Result } from '#shared/result.ts';
import { readKeyFile, type IdentityKeys } from '#electron/packages/identity.ts';

const keyFileBytesLimit = 64 * 1024;

/** The keys in a key file. */
export async function loadKeys(
  path: string,
): Promise<Result<IdentityKeys & { readonly id: string }, 'package/key-file-invalid' | 'package/not-found'>> {
  const file = basename(path);
  const status = await stat(path).catch(() => null);
  if (status === null || !status.isFile()) {
    return refused('package/not-found', { file });
  }
  return status.size > keyFileBytesLimit ? refused('package/key-file-invalid', { file }) : readKeyFile(await readFile(path), file);
}
