import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writePackage } from '#electron/packages/bag/write.ts';
import { makeCard, readCard } from '#electron/packages/card.ts';
import { createKeys, writeKeyFile } from '#electron/packages/identity.ts';
import { applicationWith, packed, roundOf, signedAt } from '../../fixtures/packages/documents.ts';
import { valueOf } from '../../fixtures/packages/value-of.ts';
import { temporaryFolder } from '../../temporary.ts';
import { runTool } from '../../tools.ts';

/** RFC 8410: what stands before the 32 bytes of an Ed25519 public key in DER. */
const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex');

describe('a package opens without us', () => {
  test('unzip and sha256sum -c find every file as the manifests list it', async () => {
    const folder = temporaryFolder();
    const files = [packed(Buffer.from('one')), packed(Buffer.alloc(300_000, 'two'), 'jpg'), packed(Buffer.alloc(0), '')];
    const target = join(folder, '示范 申报.lpapp');
    valueOf(await writePackage({ kind: 'application', document: applicationWith(files), files, signers: [], signedAt, target }));
    expect(await runTool('unzip', ['-t', target])).toContain('No errors detected');
    await runTool('unzip', ['-q', target, '-d', folder]);
    const bag = join(folder, '示范 申报');
    const payload = await runTool('sha256sum', ['--strict', '-c', 'manifest-sha256.txt'], { cwd: bag });
    expect(payload.trimEnd().split('\n')).toHaveLength(4);
    expect(await runTool('sha256sum', ['--strict', '-c', 'tagmanifest-sha256.txt'], { cwd: bag })).toContain('bag-info.txt: OK');
    expect((await readdir(bag)).toSorted()).toEqual(['bag-info.txt', 'bagit.txt', 'data', 'manifest-sha256.txt', 'tagmanifest-sha256.txt']);
  });

  test('age --decrypt opens a sealed one, and openssl checks its signature with the key on the card', async () => {
    const folder = temporaryFolder();
    const [chair, expert] = [await createKeys(), await createKeys()];
    const target = join(folder, 'r.lpround');
    valueOf(
      await writePackage({
        kind: 'round',
        document: roundOf(chair, expert),
        files: [],
        signers: [{ privateJwk: chair.signKey }],
        signedAt,
        recipients: [expert.public.ageRecipient],
        target,
      }),
    );
    await writeFile(join(folder, 'key.txt'), `${expert.ageIdentity}\n`);
    await runTool('age', ['--decrypt', '-i', 'key.txt', '-o', 'plain.zip', target], { cwd: folder });
    await runTool('unzip', ['-q', 'plain.zip'], { cwd: folder });
    const bag = join(folder, 'r');
    await runTool('sha256sum', ['--strict', '-c', 'manifest-sha256.txt'], { cwd: bag });

    const cardBytes = await makeCard({ name: '组长', organisation: '示范市', keys: chair, signedAt });
    const { card, keyId } = valueOf(await readCard(cardBytes, 'c.lpcard'));
    const der = Buffer.concat([ed25519Prefix, Buffer.from(card.signKey.x, 'base64url')]);
    await writeFile(join(folder, 'public.pem'), `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`);
    const [header, payload, signature] = (await readFile(join(bag, 'signatures', `${keyId}.jws`), 'utf8')).split('.');
    expect(payload).toBe('');
    const tagmanifest = await readFile(join(bag, 'tagmanifest-sha256.txt'));
    await writeFile(join(folder, 'signed'), `${header}.${tagmanifest.toString('base64url')}`);
    await writeFile(join(folder, 'signature'), Buffer.from(signature ?? '', 'base64url'));
    const verify = ['pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', 'public.pem', '-in', 'signed', '-sigfile', 'signature'];
    expect(await runTool('openssl', verify, { cwd: folder })).toContain('Signature Verified Successfully');
    await writeFile(join(folder, 'signed'), `${header}.${Buffer.concat([tagmanifest, Buffer.from(' ')]).toString('base64url')}`);
    await expect(runTool('openssl', verify, { cwd: folder })).rejects.toThrow('pkeyutl');
  });

  test('a key made by the age command opens what we seal for it', async () => {
    const folder = temporaryFolder();
    const keyFile = await runTool('age-keygen', []);
    const recipient = /public key: (age1\S+)/.exec(keyFile)?.[1] ?? '';
    const chair = await createKeys();
    const target = join(folder, 'r.lpround');
    const document = roundOf(chair, chair);
    const round = { kind: 'round' as const, document, files: [], signers: [{ privateJwk: chair.signKey }], signedAt, target };
    valueOf(await writePackage({ ...round, recipients: [recipient] }));
    await writeFile(join(folder, 'key.txt'), keyFile);
    await mkdir(join(folder, 'out'));
    await runTool('age', ['--decrypt', '-i', 'key.txt', '-o', 'out/plain.zip', target], { cwd: folder });
    expect(await runTool('unzip', ['-t', 'out/plain.zip'], { cwd: folder })).toContain('No errors detected');
  });
});

test('a key file is one JSON object that other libraries understand', async () => {
  const keys = await createKeys();
  const file: unknown = JSON.parse(writeKeyFile('chair', keys).toString('utf8'));
  expect(file).toMatchObject({
    id: 'chair',
    signKey: { kty: 'OKP', crv: 'Ed25519' },
    ageIdentity: expect.stringMatching(/^AGE-SECRET-KEY-1/),
  });
  expect(generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).subarray(0, 12)).toEqual(ed25519Prefix);
});
