import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPackage } from '#electron/packages/bag/read.ts';
import { writeBagInfo } from '#electron/packages/bag/tag-files.ts';
import { canonicalBytes } from '#electron/packages/canonical.ts';
import { createKeys } from '#electron/packages/identity.ts';
import { seal } from '#electron/packages/sealing.ts';
import { bytesSource } from '#electron/packages/source.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { applicationWith, packed } from '../../fixtures/packages/documents.ts';
import { handMadeBag } from '../../fixtures/packages/hand-made-bag.ts';
import { handMadeZip, type HandMadeEntry } from '../../fixtures/packages/hand-made-zip.ts';

const evidence = Buffer.from('%PDF-1.7 a small proof');
const proof = packed(evidence);
const proofPath = `data/files/${proof.sha256}.pdf`;
const document = canonicalBytes(applicationWith([proof]));
const honest = handMadeBag({ payload: { 'data/document.json': document, [proofPath]: evidence } });
const extra = (entry: Partial<HandMadeEntry>): HandMadeEntry[] => [...honest, { name: 'bag/x', content: Buffer.from('x'), ...entry }];
const changed = (path: string, change: (entry: HandMadeEntry) => Partial<HandMadeEntry>): HandMadeEntry[] =>
  honest.map((entry) => (entry.name === `bag/${path}` ? { ...entry, ...change(entry) } : entry));
const withDocument = (content: Buffer, deflate = false): HandMadeEntry[] =>
  handMadeBag({ payload: { 'data/document.json': content, [proofPath]: evidence } }).map((entry) =>
    entry.name === 'bag/data/document.json' ? { ...entry, deflate } : entry,
  );

async function refusalOf(zip: Buffer): Promise<Refusal | null> {
  const result = await readPackage({ source: bytesSource(zip), fileName: '甲.lpapp' });
  return result.ok ? null : result.refusal;
}

const bombBytes = Buffer.alloc(20 * 1024 * 1024);
const bomb = packed(bombBytes);
const bombBag = handMadeBag({
  payload: { 'data/document.json': canonicalBytes(applicationWith([bomb])), [`data/files/${bomb.sha256}.pdf`]: bombBytes },
}).map((entry) => ({ ...entry, deflate: entry.content === bombBytes }));

const deep = Buffer.from(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);
const reordered = Buffer.from(JSON.stringify({ zz: 1, ...applicationWith([proof]) }));
const newerInfo = Buffer.from('Linping-Format: 2\nLinping-Kind: application\nPayload-Oxum: 1.1\n');
const otherKind = writeBagInfo({ kind: 'return', octets: document.length + evidence.length, streams: 2 });
const unicodePath = Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 0x79]);

const trailing = Buffer.concat([deflateRawSync(evidence), Buffer.from('hidden')]);
const descriptor = (crc: number, lengthOf: 12 | 16): Buffer => {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(evidence.length, 8);
  bytes.writeUInt32LE(evidence.length, 12);
  return bytes.subarray(16 - lengthOf);
};
const described = (crc: number, lengthOf: 12 | 16): Buffer =>
  handMadeZip(changed(proofPath, () => ({ flags: 0x808, strayBytes: descriptor(crc, lengthOf) })));
const twice = handMadeBag({
  payload: { 'data/document.json': document, [proofPath]: evidence, [proofPath.replace('.pdf', '.jpg')]: evidence },
});
const payload = { 'data/document.json': document, [proofPath]: evidence };
const octets = document.length + evidence.length;
const oxum = (claims: { octets: number; streams: number }): Buffer =>
  handMadeZip(handMadeBag({ payload, bagInfo: writeBagInfo({ kind: 'application', ...claims }) }));
const twoLabels = Buffer.concat([writeBagInfo({ kind: 'application', octets, streams: 2 }), Buffer.from('Linping-Kind: round\n')]);
const append = (text: string) => (entry: HandMadeEntry) => ({ content: Buffer.concat([entry.content, Buffer.from(text)]) });
const firstLine =
  honest
    .find(({ name }) => name === 'bag/tagmanifest-sha256.txt')
    ?.content.toString()
    .split('\n')[0] ?? '';

/** What is wrong with the package → the code it must be refused with → its bytes. */
const cases: readonly (readonly [string, string, Buffer])[] = [
  ['a name with ../', 'package/name-leaves-bag', handMadeZip(extra({ name: 'bag/../../evil' }))],
  ['an absolute name', 'package/name-absolute', handMadeZip(extra({ name: '/etc/passwd' }))],
  ['a name with a drive', 'package/name-absolute', handMadeZip(extra({ name: 'C:/evil' }))],
  ['a backslash', 'package/name-backslash', handMadeZip(extra({ name: 'bag\\data\\evil' }))],
  ['a NUL in a name', 'package/name-control-character', handMadeZip(extra({ name: 'bag/data/a\0.pdf' }))],
  ['a right-to-left override', 'package/name-control-character', handMadeZip(extra({ name: 'bag/data/\u202Efdp.exe' }))],
  ['a name that is not UTF-8', 'package/name-malformed', handMadeZip(extra({ name: Buffer.from('bag/\xff', 'latin1') }))],
  ['a reserved name', 'package/name-malformed', handMadeZip(extra({ name: 'bag/data/nul.pdf' }))],
  ['an empty segment', 'package/name-malformed', handMadeZip(extra({ name: 'bag//x' }))],
  ['too many folders', 'package/name-too-deep', handMadeZip(extra({ name: `bag/${'d/'.repeat(20)}x` }))],
  ['a symbolic link', 'package/link', handMadeZip(extra({ unixMode: 0o120777 }))],
  ['a device', 'package/special-file', handMadeZip(extra({ unixMode: 0o020666 }))],
  ['a duplicate', 'package/name-duplicate', handMadeZip([...honest, ...honest.slice(-1)])],
  ['a case-colliding name', 'package/name-collides', handMadeZip(extra({ name: 'bag/DATA/document.json' }))],
  [
    'a name that collides in another Unicode form',
    'package/name-collides',
    handMadeZip([...extra({ name: 'bag/é' }), { name: 'bag/e\u0301', content: evidence }]),
  ],
  ['a second top folder', 'package/not-one-bag', handMadeZip(extra({ name: 'other/x' }))],
  ['a file beside the bag', 'package/not-one-bag', handMadeZip(extra({ name: 'x' }))],
  ['an unlisted payload file', 'package/unlisted-file', handMadeZip(extra({ name: 'bag/data/files/evil.pdf' }))],
  ['an unlisted tag file', 'package/unlisted-file', handMadeZip(extra({ name: 'bag/fetch.txt' }))],
  ['something that is no signature among the signatures', 'package/unlisted-file', handMadeZip(extra({ name: 'bag/signatures/a.exe' }))],
  ['a missing payload file', 'package/missing-file', handMadeZip(honest.slice(0, -1))],
  ['a missing manifest', 'package/missing-file', handMadeZip(honest.filter(({ name }) => name !== 'bag/manifest-sha256.txt'))],
  [
    'a listed file that has no place in a bag',
    'package/unexpected-file',
    handMadeZip(handMadeBag({ payload: { 'data/document.json': document, 'data/run.exe': evidence } })),
  ],
  [
    'inputs in an application',
    'package/unexpected-file',
    handMadeZip(handMadeBag({ payload: { 'data/document.json': document, [`data/inputs/${proof.sha256}/document.json`]: evidence } })),
  ],
  ['a size that is too small', 'package/size-lies', handMadeZip(changed(proofPath, () => ({ deflate: true, claimedBytes: 3 })))],
  ['a size that is too large', 'package/size-lies', handMadeZip(changed(proofPath, () => ({ deflate: true, claimedBytes: 300 })))],
  ['a stored size that lies', 'package/size-lies', handMadeZip(changed(proofPath, () => ({ claimedBytes: 3 })))],
  ['sizes that differ between the headers', 'package/size-lies', handMadeZip(changed(proofPath, () => ({ localBytes: 3 })))],
  [
    'a small size on a bomb',
    'package/size-lies',
    handMadeZip(bombBag.map((entry) => (entry.deflate ? { ...entry, claimedBytes: 1000 } : entry))),
  ],
  ['a 1000:1 bomb', 'package/bomb', handMadeZip(bombBag)],
  ['a 1000:1 bomb as the document', 'package/bomb', handMadeZip(withDocument(Buffer.alloc(20 * 1024 * 1024, ' '), true))],
  ['a document of 65 MiB', 'package/json-too-big', handMadeZip(withDocument(Buffer.alloc(65 * 1024 * 1024, ' ')))],
  ['a huge bagit.txt', 'package/tag-file-too-big', handMadeZip(changed('bagit.txt', () => ({ content: Buffer.alloc(100_000) })))],
  ['JSON of depth 10,000', 'package/json-too-deep', handMadeZip(withDocument(deep))],
  ['JSON in another order', 'package/not-canonical', handMadeZip(withDocument(reordered))],
  ['a double key', 'package/not-canonical', handMadeZip(withDocument(Buffer.from('{"a":1,"a":1}')))],
  ['broken JSON', 'package/json-malformed', handMadeZip(withDocument(Buffer.from('{"a":')))],
  ['JSON that follows no schema', 'package/schema-invalid', handMadeZip(withDocument(Buffer.from('{"format":1,"kind":"application"}')))],
  ['a document of another kind', 'package/kind-mismatch', handMadeZip(withDocument(Buffer.from('{"format":1,"kind":"result"}')))],
  ['a document of a newer format', 'package/newer-format', handMadeZip(withDocument(Buffer.from('{"format":2,"kind":"application"}')))],
  ['a bag of a newer format', 'package/newer-format', handMadeZip(handMadeBag({ payload: {}, bagInfo: newerInfo }))],
  [
    'attachments that the application does not list',
    'package/attachments-differ',
    handMadeZip(withDocument(canonicalBytes(applicationWith([])))),
  ],
  [
    'a listed attachment that is not there',
    'package/attachments-differ',
    handMadeZip(withDocument(canonicalBytes(applicationWith([proof, bomb])))),
  ],
  [
    'no signature where there must be one',
    'package/signature-missing',
    handMadeZip(handMadeBag({ payload: { 'data/document.json': document, [proofPath]: evidence }, bagInfo: otherKind })),
  ],
  ['a signature that is none', 'package/signature-invalid', handMadeZip(extra({ name: `bag/signatures/${'A'.repeat(43)}.jws` }))],
  [
    'other contents than the manifest says',
    'package/hash-mismatch',
    handMadeZip(changed(proofPath, () => ({ content: Buffer.from('%PDF-1.7 A small proof') }))),
  ],
  [
    'another document than the manifest says',
    'package/hash-mismatch',
    handMadeZip(changed('data/document.json', () => ({ content: Buffer.from('{}') }))),
  ],
  ['a wrong CRC', 'package/damaged', handMadeZip(changed(proofPath, () => ({ crc: 1 })))],
  ['a broken deflate stream', 'package/damaged', handMadeZip(changed(proofPath, () => ({ method: 8 })))],
  ['overlapping entries', 'package/overlap', handMadeZip([...honest, { name: 'bag/y', content: evidence, sameDataAs: honest.length - 1 }])],
  ['another name in the local header', 'package/headers-differ', handMadeZip(changed(proofPath, () => ({ localName: 'bag/evil' })))],
  ['bytes that belong to no file', 'package/stray-bytes', handMadeZip(changed('bagit.txt', () => ({ strayBytes: Buffer.from('hidden') })))],
  ['bytes in front', 'package/stray-bytes', handMadeZip(honest, { prefix: Buffer.from('PK#!/bin/sh') })],
  ['bytes behind', 'package/stray-bytes', handMadeZip(honest, { suffix: Buffer.from('more') })],
  ['a comment', 'package/stray-bytes', handMadeZip(honest, { comment: Buffer.from('hello') })],
  ['a directory that counts one file less', 'package/stray-bytes', handMadeZip(honest, { claimedEntries: honest.length - 1 })],
  ['an encrypted entry', 'package/zip-unsupported', handMadeZip(changed(proofPath, () => ({ flags: 0x801 })))],
  ['an unknown compression', 'package/zip-unsupported', handMadeZip(changed(proofPath, () => ({ method: 93 })))],
  ['a second name in an extra field', 'package/zip-unsupported', handMadeZip(changed(proofPath, () => ({ extra: unicodePath })))],
  [
    'bytes behind the end of a deflate stream',
    'package/stray-bytes',
    handMadeZip(changed(proofPath, () => ({ deflate: true, data: trailing }))),
  ],
  ['a data descriptor that lies', 'package/stray-bytes', described(1, 16)],
  ['a short data descriptor that lies', 'package/stray-bytes', described(1, 12)],
  ['the same evidence twice', 'package/name-duplicate', handMadeZip(twice)],
  ['a Payload-Oxum with other bytes', 'package/tag-file-malformed', oxum({ octets: octets + 1, streams: 2 })],
  ['a Payload-Oxum with other files', 'package/tag-file-malformed', oxum({ octets, streams: 3 })],
  ['two kinds in bag-info.txt', 'package/tag-file-malformed', handMadeZip(handMadeBag({ payload, bagInfo: twoLabels }))],
  ['another bag-info.txt than the tagmanifest says', 'package/hash-mismatch', handMadeZip(changed('bag-info.txt', append('Note: x\n')))],
  [
    'another manifest than the tagmanifest says',
    'package/hash-mismatch',
    handMadeZip(changed('manifest-sha256.txt', append(`${'0'.repeat(64)}  data/x\n`))),
  ],
  ['a line twice in a manifest', 'package/tag-file-malformed', handMadeZip(changed('tagmanifest-sha256.txt', append(`${firstLine}\n`)))],
  [
    'a file in the tagmanifest that is not there',
    'package/missing-file',
    handMadeZip(changed('tagmanifest-sha256.txt', append(`${'0'.repeat(64)}  fetch.txt\n`))),
  ],
  ['its second half missing', 'package/truncated', handMadeZip(honest).subarray(0, 700)],
  ['nothing in it', 'package/not-a-package', Buffer.alloc(0)],
  ['something else in it', 'package/not-a-package', Buffer.from('%PDF-1.7')],
  ['an empty ZIP in it', 'package/not-one-bag', handMadeZip([])],
  [
    'a wrong bagit.txt',
    'package/tag-file-malformed',
    handMadeZip(handMadeBag({ payload: { 'data/document.json': document }, bagit: Buffer.from('BagIt-Version: 0.97\n') })),
  ],
  [
    'a wrong Payload-Oxum',
    'package/tag-file-malformed',
    handMadeZip(
      handMadeBag({
        payload: { 'data/document.json': document, [proofPath]: evidence },
        bagInfo: writeBagInfo({ kind: 'application', octets: 1, streams: 1 }),
      }),
    ),
  ],
];

describe('a hostile package', () => {
  test('differs from one that is read in one thing only', async () => {
    expect(await refusalOf(handMadeZip(honest))).toBeNull();
    expect(await refusalOf(handMadeZip(honest.map((entry) => ({ ...entry, deflate: true }))))).toBeNull();
    expect(await refusalOf(described(crc32(evidence), 16))).toBeNull();
    expect(await refusalOf(described(crc32(evidence), 12))).toBeNull();
    expect(await refusalOf(handMadeZip([{ name: 'bag/', content: Buffer.alloc(0), unixMode: 0o040755 }, ...honest]))).toBeNull();
  });

  test.each(cases)('with %s is refused as %s', async (_what, code, zip) => {
    const refusal = await refusalOf(zip);
    expect(refusal?.code).toBe(code);
    expect(refusal?.details).toMatchObject({ file: '甲.lpapp' });
  });

  test('is refused with a sentence that has no gap, in both languages', async () => {
    for (const [, , zip] of cases) {
      const refusal = await refusalOf(zip);
      expect(refusal).not.toBeNull();
      if (refusal !== null) {
        expect(refusalSentence(refusal, 'zh')).not.toMatch(/\{\w+\}/);
        expect(refusalSentence(refusal, 'en')).not.toMatch(/\{\w+\}/);
      }
    }
  });

  test('is refused by the same code when it is sealed', async () => {
    const keys = await createKeys();
    for (const [what, code, zip] of cases.filter(
      ([, , bytes]) => bytes.length < 100_000 && bytes.subarray(0, 2).equals(Buffer.from('PK')),
    )) {
      const sealed: Uint8Array[] = [];
      for await (const chunk of seal(
        (async function* () {
          yield zip;
        })(),
        [keys.public.ageRecipient],
      )) {
        sealed.push(chunk);
      }
      const result = await readPackage({
        source: bytesSource(Buffer.concat(sealed)),
        fileName: '甲.lpapp',
        identities: [keys.ageIdentity],
      });
      expect([what, result.ok ? 'ok' : result.refusal.code]).toEqual([what, code]);
    }
  });
});
