import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { readPackage, type PackageFile } from '#electron/packages/bag/read.ts';
import { writePackage } from '#electron/packages/bag/write.ts';
import { createKeys } from '#electron/packages/identity.ts';
import { bytesSource, openFileSource } from '#electron/packages/source.ts';
import { temporaryFileSpool } from '#electron/packages/spool.ts';
import { verifyFile } from '#electron/packages/verify.ts';
import { applicationWith, packed, resultOf, roundOf, scoreFor, signedAt } from '../../fixtures/packages/documents.ts';
import { signedPanel } from '../../fixtures/packages/signed-panel.ts';
import { codeOf, valueOf } from '../../fixtures/packages/value-of.ts';
import { temporaryFolder } from '../../temporary.ts';

const photo = packed(Buffer.from('a photograph, say'), 'jpg');
const empty = packed(Buffer.alloc(0), 'pdf');

describe('a package that was written and read again', () => {
  test('gives the same document and every file once, byte for byte', async () => {
    const folder = temporaryFolder();
    const document = applicationWith([photo, empty]);
    const written = valueOf(
      await writePackage({
        kind: 'application',
        document,
        files: [photo, empty],
        signers: [],
        signedAt,
        target: join(folder, '申报.lpapp'),
      }),
    );
    const source = valueOf(await openFileSource(written.path, '申报.lpapp'));
    const received = new Map<string, { file: PackageFile; text: string }>();
    const opened = valueOf(
      await readPackage({
        source,
        fileName: '申报.lpapp',
        expectKind: 'application',
        sink: async (file, chunks) => {
          received.set(file.name, { file, text: await text(Readable.from(chunks)) });
        },
      }),
    );
    await source.close();
    expect(opened.document).toEqual(document);
    expect(opened.sha256).toBe(written.sha256);
    expect(opened.signatures).toEqual([]);
    expect([...received.keys()].toSorted()).toEqual([`${empty.sha256}.pdf`, `${photo.sha256}.jpg`].toSorted());
    expect(received.get(`${photo.sha256}.jpg`)?.text).toBe('a photograph, say');
    expect(await readdir(folder)).toEqual(['申报.lpapp']);
  });

  test('is byte-identical when it is written twice', async () => {
    const folder = temporaryFolder();
    const bytes = [];
    for (const target of [join(folder, 'one.lpapp'), join(folder, 'two.lpapp')]) {
      valueOf(
        await writePackage({
          kind: 'application',
          document: applicationWith([photo]),
          files: [photo],
          signers: [],
          signedAt,
          target,
          name: 'bag',
        }),
      );
      bytes.push(await readFile(target));
    }
    expect(bytes[0]).toEqual(bytes[1]);
  });

  test('opens for its recipient only, when it is sealed', async () => {
    const folder = temporaryFolder();
    const [chair, expert, stranger] = [await createKeys(), await createKeys(), await createKeys()];
    const target = join(folder, 'round.lpround');
    valueOf(
      await writePackage({
        kind: 'round',
        document: roundOf(chair, expert),
        files: [],
        signers: [{ privateJwk: chair.signKey }],
        signedAt,
        recipients: [expert.public.ageRecipient, chair.public.ageRecipient],
        target,
      }),
    );
    const spool = temporaryFileSpool(folder);
    expect(codeOf(await verifyFile({ path: target }))).toBe('package/key-needed');
    expect(codeOf(await verifyFile({ path: target, identities: [stranger.ageIdentity] }))).toBe('package/not-for-me');
    const report = valueOf(await verifyFile({ path: target, identities: [stranger.ageIdentity, expert.ageIdentity], spool }));
    expect(report).toMatchObject({
      kind: 'round',
      sealed: true,
      signers: [{ keyId: chair.keyId, member: 'chair', role: 'chair', signedAt: '2026-11-24T02:00:00.000Z' }],
    });
    expect(await readdir(folder)).toEqual(['round.lpround']);
  });

  test('is refused when nobody known has signed it', async () => {
    const folder = temporaryFolder();
    const [chair, expert] = [await createKeys(), await createKeys()];
    const target = join(folder, 'round.lpround');
    const round = { kind: 'round' as const, document: roundOf(chair, expert), files: [], signedAt, target };
    expect(codeOf(await writePackage({ ...round, signers: [] }))).toBe('package/signature-missing');
    expect(await readdir(folder)).toEqual([]);
    valueOf(await writePackage({ ...round, signers: [{ privateJwk: chair.signKey }] }));
    const source = bytesSource(await readFile(target));
    expect(codeOf(await readPackage({ source, fileName: 'round.lpround', trusted: (keyId) => keyId === expert.keyId }))).toBe(
      'package/signer-unknown',
    );
    expect(codeOf(await readPackage({ source, fileName: 'round.lpround', trusted: (keyId) => keyId === chair.keyId }))).toBe('ok');
    expect(codeOf(await readPackage({ source, fileName: 'round.lpround', expectKind: 'score' }))).toBe('package/kind-mismatch');
  });
});

describe('a result', () => {
  test('carries what it was merged from, so that anyone can see who signed what', async () => {
    const { folder, chair, expert, round, score } = await signedPanel();
    const shared = { files: [], signedAt };
    const result = {
      ...shared,
      kind: 'result' as const,
      document: resultOf(round.sha256, score.sha256),
      signers: [{ privateJwk: chair.signKey }],
      target: join(folder, 'a.lpresult'),
    };
    expect(codeOf(await writePackage({ ...result, inputs: [round.skeleton] }))).toBe('package/input-missing');
    valueOf(await writePackage({ ...result, inputs: [round.skeleton, score.skeleton] }));
    const report = valueOf(await verifyFile({ path: result.target }));
    expect(report).toMatchObject({ kind: 'result', signers: [{ member: 'chair' }] });
    expect(report.kind === 'result' ? report.inputs : []).toEqual(
      expect.arrayContaining([
        { kind: 'round', sha256: round.sha256, signers: [expect.objectContaining({ member: 'chair', keyId: chair.keyId })] },
        { kind: 'score', sha256: score.sha256, signers: [expect.objectContaining({ member: 'e1', keyId: expert.keyId })] },
      ]),
    );
  });

  test('is refused when an input was signed by someone else than its expert', async () => {
    const folder = temporaryFolder();
    const [chair, expert] = [await createKeys(), await createKeys()];
    const shared = { files: [], signedAt, signers: [{ privateJwk: chair.signKey }] };
    const round = valueOf(
      await writePackage({ ...shared, kind: 'round', document: roundOf(chair, expert), target: join(folder, 'a.lpround') }),
    );
    const forged = valueOf(
      await writePackage({ ...shared, kind: 'score', document: scoreFor(round.sha256, expert), target: join(folder, 'a.lpscore') }),
    );
    const document = resultOf(round.sha256, forged.sha256);
    const target = join(folder, 'a.lpresult');
    expect(codeOf(await writePackage({ ...shared, kind: 'result', document, inputs: [round.skeleton, forged.skeleton], target }))).toBe(
      'package/signer-unknown',
    );
    expect((await readdir(folder)).toSorted()).toEqual(['a.lpround', 'a.lpscore']);
  });
});

describe('writing', () => {
  test('leaves the old package alone when the evidence is not what was recorded', async () => {
    const folder = temporaryFolder();
    const target = join(folder, 'a.lpapp');
    await writeFile(target, 'the old one');
    const changed = { ...photo, open: packed(Buffer.from('another photo, sa')).open };
    const request = { kind: 'application' as const, document: applicationWith([changed]), signers: [], signedAt, target };
    expect(codeOf(await writePackage({ ...request, files: [changed] }))).toBe('package/evidence-changed');
    expect(codeOf(await writePackage({ ...request, files: [] }))).toBe('package/attachments-differ');
    expect(await readdir(folder)).toEqual(['a.lpapp']);
    expect(await readFile(target, 'utf8')).toBe('the old one');
  });

  test('says so when the folder is not there', async () => {
    const folder = temporaryFolder();
    const target = join(folder, 'gone', 'a.lpapp');
    const result = await writePackage({ kind: 'application', document: applicationWith([]), files: [], signers: [], signedAt, target });
    expect(codeOf(result)).toBe('package/target-not-writable');
  });

  test('stops when it is cancelled, and leaves nothing', async () => {
    const folder = temporaryFolder();
    const controller = new AbortController();
    const large = packed(Buffer.alloc(8 * 1024 * 1024, 7));
    const writing = writePackage({
      kind: 'application',
      document: applicationWith([large]),
      files: [large],
      signers: [],
      signedAt,
      target: join(folder, 'a.lpapp'),
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(writing).rejects.toThrow('aborted');
    expect(await readdir(folder)).toEqual([]);
  });
});
