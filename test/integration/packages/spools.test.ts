import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSpool } from '#db/evidence/spool.ts';
import { readPackage } from '#electron/packages/bag/read.ts';
import { writePackage } from '#electron/packages/bag/write.ts';
import { createKeys } from '#electron/packages/identity.ts';
import { bytesSource } from '#electron/packages/source.ts';
import { memorySpool, temporaryFileSpool, workspaceSpool, type Spool } from '#electron/packages/spool.ts';
import { verifyFile } from '#electron/packages/verify.ts';
import { packed, roundOf, signedAt } from '../../fixtures/packages/documents.ts';
import { codeOf, valueOf } from '../../fixtures/packages/value-of.ts';
import { temporaryFolder } from '../../temporary.ts';

const spools: readonly (readonly [string, (folder: string) => Spool])[] = [
  ['memory', () => memorySpool],
  ['a temporary file', temporaryFileSpool],
  ['the workspace', (folder) => workspaceSpool(() => createSpool(folder))],
];

test.each(spools)('a sealed package is opened through %s, which keeps nothing of it', async (_name, spoolIn) => {
  const folder = temporaryFolder();
  const spoolFolder = temporaryFolder();
  const [chair, expert] = [await createKeys(), await createKeys()];
  const proof = packed(Buffer.alloc(3_000_000, 'proof'));
  const target = join(folder, 'r.lpround');
  valueOf(
    await writePackage({
      kind: 'round',
      document: roundOf(chair, expert),
      files: [proof],
      signers: [{ privateJwk: chair.signKey }],
      signedAt,
      recipients: [expert.public.ageRecipient],
      target,
    }),
  );
  const request = { identities: [expert.ageIdentity], spool: spoolIn(spoolFolder) };
  expect(valueOf(await verifyFile({ path: target, ...request }))).toMatchObject({ files: 1, evidenceBytes: 3_000_000 });
  expect(await readdir(spoolFolder)).toEqual([]);

  const cut = bytesSource((await readFile(target)).subarray(0, 2_000_000));
  expect(codeOf(await readPackage({ source: cut, fileName: 'r.lpround', ...request }))).toBe('package/seal-broken');
  expect(await readdir(spoolFolder)).toEqual([]);
});
