import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { openEncryptedDatabase, type Database } from '#db/database/encrypted-database.ts';
import { parseKeyFile, unwrapKeys } from '#db/keys/keys.ts';
import type { Core } from '#electron/core/core.ts';
import { readDirectory } from '#electron/packages/bag/directory.ts';
import { entryChunks } from '#electron/packages/bag/entry.ts';
import { signDetached, keyIdOf, publicSignKey } from '#electron/packages/signature.ts';
import { seal, unseal } from '#electron/packages/sealing.ts';
import { bytesSource } from '#electron/packages/source.ts';
import type { ImportOutcome } from '#shared/api/rounds.ts';
import type { PackageKind } from '#shared/packages/kinds.ts';
import { valueOf } from '#shared/result.ts';
import { handMadeBag } from '../../fixtures/packages/hand-made-bag.ts';
import { handMadeZip, type HandMadeEntry } from '../../fixtures/packages/hand-made-zip.ts';
import {
  carry,
  clientOf,
  draftWithSamples,
  finished,
  issueTo,
  passphrase,
  sampleBundles,
  workspaceFolders,
} from '../../fixtures/small-panel.ts';

let folder: string;
let end: () => Promise<void>;
let chair: Core;
let expert: Core;
let round: string;
/** Honest packages of every kind, as files that travel. */
const honest = new Map<PackageKind, Buffer>();

/** Who takes a package of a kind in, whose key made it, and to whom it is sealed. */
const ways = {
  application: { to: () => chair, from: () => chair, sealed: false, signed: false },
  round: { to: () => expert, from: () => chair, sealed: true, signed: true },
  score: { to: () => chair, from: () => expert, sealed: true, signed: true },
  return: { to: () => expert, from: () => chair, sealed: true, signed: true },
  result: { to: () => expert, from: () => chair, sealed: false, signed: true },
} as const;

beforeAll(async () => {
  ({ folder, end, chair, expert } = await workspaceFolders());
  const setUp = await draftWithSamples(chair, expert, folder);
  ({ round } = setUp);
  const [first = ''] = await sampleBundles(folder);
  honest.set('application', await readFile(first));
  const issued = await issueTo(chair, expert, round);
  const address = { round, application: setUp.draft.applications[0]?.id ?? '', stage: 'visit' as const };
  const slot = { item: 'B02', occupation: null, levelGroup: null };
  const answer = { value: { kind: 'number' as const, number: '62.4' }, points: null, verdict: null, comment: '', evidence: [] };
  await clientOf(expert).sheets.record({ ...address, slot, answer, reason: null });
  await clientOf(expert).submission.seal({ round, partial: true });
  const score = await finished(await clientOf(expert).submission.export({ round }));
  await finished(await clientOf(chair).packages.import({ files: [await carry(expert, score, chair)], trust: [] }));
  const items = [{ ...slot, application: address.application, stage: address.stage, reason: '请复测' }];
  const returned = await finished(await clientOf(chair).returns.make({ round, expert: setUp.member, reason: '请复测', items }));
  const result = await finished(await clientOf(chair).merge.export({ round }));
  honest.set('round', await bytesOf(chair, issued));
  honest.set('score', await bytesOf(expert, score));
  honest.set('return', await bytesOf(chair, returned));
  honest.set('result', await bytesOf(chair, result));
});

afterAll(() => end());

type Bag = { readonly entries: readonly HandMadeEntry[]; readonly kind: PackageKind; readonly top: string };
const deep = Buffer.from(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);

/** What is wrong → the code → the ZIP made of an honest bag's files. */
const forms: readonly (readonly [string, string, (bag: Bag) => Buffer | Promise<Buffer>])[] = [
  ['a name with ../', 'package/name-leaves-bag', ({ entries, top }) => handMadeZip([...entries, file(`${top}/../../evil`)])],
  ['an absolute name', 'package/name-absolute', ({ entries }) => handMadeZip([...entries, file('/etc/passwd')])],
  ['a backslash', 'package/name-backslash', ({ entries, top }) => handMadeZip([...entries, file(`${top}\\evil`)])],
  ['a symlink', 'package/link', ({ entries, top }) => handMadeZip([...entries, { ...file(`${top}/x`), unixMode: 0o120777 }])],
  ['a duplicate', 'package/name-duplicate', ({ entries }) => handMadeZip([...entries, ...entries.slice(-1)])],
  ['a case-colliding name', 'package/name-collides', ({ entries, top }) => handMadeZip([...entries, file(`${top}/DATA/document.json`)])],
  ['an unlisted file', 'package/unlisted-file', ({ entries, top }) => handMadeZip([...entries, file(`${top}/data/files/evil.pdf`)])],
  [
    'a missing file',
    'package/missing-file',
    ({ entries }) => handMadeZip(entries.filter(({ name }) => !String(name).endsWith('/data/document.json'))),
  ],
  ['a lying size', 'package/size-lies', (bag) => handMadeZip(withDocument(bag, { deflate: true, claimedBytes: 3 }))],
  [
    'a 1000:1 bomb',
    'package/bomb',
    (bag) => handMadeZip(withDocument(bag, { content: Buffer.alloc(20 * 1024 * 1024, ' '), deflate: true })),
  ],
  ['JSON of depth 10,000', 'package/json-too-deep', async (bag) => handMadeZip(await resigned(bag, deep))],
  [
    'a flipped byte',
    'package/damaged',
    ({ entries }) => {
      const zip = handMadeZip(entries);
      const at = zip.indexOf('"kind":') + 1;
      zip[at] = (zip[at] ?? 0) ^ 1;
      return zip;
    },
  ],
];

describe.each(['application', 'round', 'score', 'return', 'result'] as const)('a hostile %s', (kind) => {
  test('is refused by its own code, and both databases and the folder are as they were', async () => {
    const way = ways[kind];
    const watched = await watch(way.to());
    const original = honest.get(kind) ?? Buffer.alloc(0);
    const zip = way.sealed ? await opened(original, way.to()) : original;
    const bag = await bagOf(zip, kind);
    const before = watched.look();
    for (const [what, code, make] of forms) {
      const made = await make(bag);
      const outcome = await taken(kind, way.sealed ? await sealedTo(made, way.to()) : made);
      expect([what, outcome.outcome, outcome.refusal?.code]).toEqual([what, 'refused', code]);
      expect([what, watched.look()]).toEqual([what, before]);
    }
    const flipped = Buffer.from(original);
    flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
    expect((await taken(kind, flipped)).refusal?.code).toMatch(/^package\//);
    expect(watched.look()).toEqual(before);
    watched.close();
    // The bag that the others were made of is a good one.
    const again = await taken(kind, way.sealed ? await sealedTo(handMadeZip(bag.entries), way.to()) : handMadeZip(bag.entries));
    expect(again.refusal).toBeNull();
  });
});

const file = (name: string): HandMadeEntry => ({ name, content: Buffer.from('x') });

function withDocument({ entries }: Bag, change: Partial<HandMadeEntry>): HandMadeEntry[] {
  return entries.map((entry) => (String(entry.name).endsWith('/data/document.json') ? { ...entry, ...change } : entry));
}

/** The bag with another document, every hash right and signed by the very key that signed the honest one. */
async function resigned({ entries, kind, top }: Bag, document: Buffer): Promise<HandMadeEntry[]> {
  const payload = Object.fromEntries(
    entries
      .map(({ name, content }) => [String(name).slice(top.length + 1), content] as const)
      .filter(([path]) => path.startsWith('data/'))
      .map(([path, content]) => [path, path === 'data/document.json' ? document : content]),
  );
  const made = handMadeBag({ kind, payload });
  const tagmanifest = made.find(({ name }) => name === 'bag/tagmanifest-sha256.txt')?.content ?? Buffer.alloc(0);
  if (!ways[kind].signed) {
    return made;
  }
  const { signKey } = ways[kind].from().opened().me.keys;
  const jws = await signDetached(tagmanifest, signKey, '2022-11-15T09:41:00+08:00');
  return [...made, { name: `bag/signatures/${await keyIdOf(publicSignKey(signKey))}.jws`, content: jws }];
}

async function bagOf(zip: Buffer, kind: PackageKind): Promise<Bag> {
  const source = bytesSource(zip);
  const entries: HandMadeEntry[] = [];
  for (const entry of await readDirectory(source)) {
    const parts: Uint8Array[] = [];
    for await (const part of entryChunks(source, entry)) {
      parts.push(part);
    }
    entries.push({ name: entry.name, content: Buffer.concat(parts) });
  }
  return { entries, kind, top: String(entries[0]?.name).split('/')[0] ?? '' };
}

async function opened(sealed: Buffer, core: Core): Promise<Buffer> {
  const { ageIdentity } = core.opened().me.keys;
  const source = await unseal({
    source: bytesSource(sealed),
    identities: [ageIdentity],
    spool: undefined,
    signal: undefined,
    onBytes: () => undefined,
  });
  return Buffer.from(await source.read(0, source.size));
}

async function sealedTo(zip: Buffer, core: Core): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  async function* plain() {
    yield await Promise.resolve(zip);
  }
  for await (const part of seal(plain(), [core.opened().me.keys.public.ageRecipient])) {
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Hands a file to whom such packages are for, and what became of it. */
async function taken(kind: PackageKind, bytes: Buffer): Promise<ImportOutcome> {
  const core = ways[kind].to();
  async function* content() {
    yield await Promise.resolve(bytes);
  }
  const name = `甲.${kind}`;
  const { id } = await core.registerFile({ kind: 'upload', content: content(), name, relativePath: name });
  const files = [id];
  const client = clientOf(core);
  const outcomes =
    kind === 'application'
      ? (await finished(await client.rounds.draft.addApplications({ round: await emptyDraft(), files }))).outcomes
      : await finished(await client.packages.import({ files, trust: [] }));
  await client.files.release({ ids: files });
  const [outcome] = outcomes;
  if (outcome === undefined) {
    throw new Error('one file, one outcome');
  }
  return outcome;
}

let draft: string | null = null;
async function emptyDraft(): Promise<string> {
  draft ??= (await clientOf(chair).rounds.draft.create({ title: '第二批（虚构）', practice: false })).id;
  return draft;
}

async function bytesOf(core: Core, exported: { id: string }): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of (await core.openExport(exported.id))?.content ?? []) {
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Looks at a workspace from beside it: the rows of every table of both databases, and every name in its folder. */
async function watch(core: Core): Promise<{ look: () => unknown; close: () => void }> {
  await emptyDraft();
  const { paths } = core.opened().workspace;
  const keys = valueOf(await unwrapKeys(valueOf(parseKeyFile(await readFile(paths.keys, 'utf8'))), passphrase));
  const databases = [
    openEncryptedDatabase(paths.records, { cipher: 'sqlcipher', key: keys.records }),
    openEncryptedDatabase(paths.evidence, { cipher: 'aegis', key: keys.evidence }),
  ];
  return {
    look: () => ({
      rows: databases.map(rowCounts),
      files: readdirSync(paths.folder, { recursive: true, encoding: 'utf8' }).toSorted(),
    }),
    close: () => {
      for (const database of databases) {
        database.close();
      }
    },
  };
}

function rowCounts(database: Database): Record<string, unknown> {
  const tables = database.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  expect(tables.length).toBeGreaterThan(1);
  return Object.fromEntries(tables.map(({ name }) => [name, database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]));
}
