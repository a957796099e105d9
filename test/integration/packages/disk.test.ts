import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writePackage } from '#electron/packages/bag/write.ts';
import { createKeys } from '#electron/packages/identity.ts';
import { verifyFile } from '#electron/packages/verify.ts';
import { applicationWith, packed, roundOf, signedAt } from '../../fixtures/packages/documents.ts';
import { codeOf } from '../../fixtures/packages/value-of.ts';
import { temporaryFolder } from '../../temporary.ts';

describe('only a regular file is opened', () => {
  test('not a link, a folder, a pipe or nothing', async () => {
    const folder = temporaryFolder();
    const at = (name: string): string => join(folder, name);
    await writeFile(at('real.lpapp'), 'text');
    await symlink(at('real.lpapp'), at('link.lpapp'));
    await mkdir(at('folder.lpapp'));
    execFileSync('mkfifo', [at('pipe.lpapp')]);
    expect(codeOf(await verifyFile({ path: at('real.lpapp') }))).toBe('package/not-a-package');
    expect(codeOf(await verifyFile({ path: at('link.lpapp') }))).toBe('package/not-a-regular-file');
    expect(codeOf(await verifyFile({ path: at('folder.lpapp') }))).toBe('package/not-a-regular-file');
    expect(codeOf(await verifyFile({ path: at('pipe.lpapp') }))).toBe('package/not-a-regular-file');
    expect(codeOf(await verifyFile({ path: at('gone.lpapp') }))).toBe('package/not-found');
  });
});

describe('a stick that does not keep what was written', () => {
  /** Changes a byte of the unfinished file as soon as there is one, as a bad stick would. */
  const corrupting = (folder: string) => {
    let done = false;
    return (): void => {
      const [part] = readdirSync(folder).filter((name) => name.endsWith('.part'));
      if (!done && part !== undefined) {
        const file = openSync(join(folder, part), 'r+');
        writeSync(file, Buffer.from('?'), 0, 1, 20);
        closeSync(file);
        done = true;
      }
    };
  };

  test('is noticed before the package has its name, plain or sealed', async () => {
    const folder = temporaryFolder();
    const keys = await createKeys();
    const proof = packed(Buffer.alloc(200_000, 'x'));
    const common = { files: [proof], signedAt, onProgress: corrupting(folder) };
    const plain = {
      ...common,
      kind: 'application' as const,
      document: applicationWith([proof]),
      signers: [],
      target: join(folder, 'a.lpapp'),
    };
    expect(codeOf(await writePackage(plain))).toBe('package/write-not-verified');
    const sealed = {
      kind: 'round' as const,
      document: roundOf(keys, keys),
      signers: [{ privateJwk: keys.signKey }],
      target: join(folder, 'a.lpround'),
    };
    const recipients = [keys.public.ageRecipient];
    expect(codeOf(await writePackage({ ...common, ...sealed, onProgress: corrupting(folder), recipients }))).toBe(
      'package/write-not-verified',
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
