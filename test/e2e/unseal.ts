import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCore } from '#electron/api/create-core.ts';
import { scoreDocumentSchema, type ScoreDocument } from '#shared/packages/documents.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';

/** The age identity of a workspace that nobody has open. */
export async function ageIdentityOf(workspaceFolder: string, passphrase: string): Promise<string> {
  const core = createCore({
    workspaceFolder,
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version: '0',
    now: () => new Date(),
  });
  try {
    await core.unlock(passphrase);
    return core.opened().me.keys.ageIdentity;
  } finally {
    await core.close();
  }
}

/** Opens a sealed score package with other people's tools alone, who find its hashes right; gives its bag's folder and its document. */
export async function unseal(
  file: string,
  { identity, folder }: { identity: string; folder: string },
): Promise<{ bag: string; document: ScoreDocument }> {
  const [key, zip, plain] = [join(folder, 'key.txt'), join(folder, 'plain.zip'), join(folder, 'plain')];
  await writeFile(key, `${identity}\n`);
  execFileSync('age', ['--decrypt', '-i', key, '-o', zip, file]);
  execFileSync('unzip', ['-q', zip, '-d', plain]);
  const bag = join(plain, (await readdir(plain))[0] ?? '');
  execFileSync('sha256sum', ['--strict', '--quiet', '-c', 'manifest-sha256.txt'], { cwd: bag });
  return { bag, document: scoreDocumentSchema.parse(JSON.parse(await readFile(join(bag, 'data/document.json'), 'utf8'))) };
}
