import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeEach, expect, test, vi } from 'vitest';
import { takePackage } from '#electron/arrivals/import-files.ts';
import type { OpenCore } from '#electron/core/core.ts';
import { packageChunks } from '#electron/packages/bag/write.ts';
import { createKeys } from '#electron/packages/identity.ts';
import { bytesSource, type PackageSource } from '#electron/packages/source.ts';
import { packed, scoreFor, signedAt } from '../../fixtures/packages/documents.ts';
import { codeOf } from '../../fixtures/packages/value-of.ts';
import { workspaceOf } from '../../fixtures/workspaces.ts';
import { temporaryFolder } from '../../temporary.ts';

let core: OpenCore;
let zip: Buffer;

beforeEach(async () => {
  core = (await workspaceOf('组长（虚构）', temporaryFolder())).opened();
  const expert = await createKeys();
  const written = await packageChunks({
    kind: 'score',
    document: scoreFor('0'.repeat(64), expert),
    files: [packed(randomBytes(2 ** 21), 'jpg')],
    signers: [{ privateJwk: expert.signKey }],
    signedAt,
    name: 'score',
    signal: new AbortController().signal,
  });
  zip = await buffer(written.chunks());
});

const take = (source: PackageSource) =>
  takePackage(core, { source, fileName: 's.lpscore', trust: new Set(), signal: new AbortController().signal, report: () => {} });

test('a package that arrives is gone through once', async () => {
  const whole = bytesSource(zip);
  let read = 0;
  const counted = { ...whole, size: whole.size, read: async (offset: number, length: number) => count(await whole.read(offset, length)) };
  const count = (bytes: Uint8Array) => {
    read += bytes.length;
    return bytes;
  };
  expect(codeOf(await take(counted))).toBe('merge/other-round');
  expect(read).toBeGreaterThan(zip.length * 0.9);
  expect(read).toBeLessThan(zip.length * 1.5);
});

test('what was staged of a package that is refused afterwards is taken back', async () => {
  const begun = vi.spyOn(core.workspace.evidence, 'beginBatch');
  expect(codeOf(await take(bytesSource(zip)))).toBe('merge/other-round');
  expect(begun).toHaveBeenCalledTimes(1);
  const batch = begun.mock.results[0]?.value;
  expect(() => batch?.createWriter()).toThrow('over');
});
