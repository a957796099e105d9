import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPackage } from '#electron/packages/bag/read.ts';
import { writePackage } from '#electron/packages/bag/write.ts';
import { makeCard, readCard } from '#electron/packages/card.ts';
import { createKeys } from '#electron/packages/identity.ts';
import { bytesSource } from '#electron/packages/source.ts';
import { applicationWith, packed, roundOf, signedAt } from '../../fixtures/packages/documents.ts';
import { valueOf } from '../../fixtures/packages/value-of.ts';
import { temporaryFolder } from '../../temporary.ts';

/** Everything that reading gives: the document, every tag file, every name and the hash of every file. `refused` when it is refused. */
async function readingOf(bytes: Uint8Array, identities: readonly string[] = []): Promise<string> {
  const files: string[] = [];
  const read = await readPackage({
    source: bytesSource(bytes),
    fileName: 'x',
    identities,
    sink: async (file, chunks) => {
      const hash = createHash('sha256');
      for await (const chunk of chunks) {
        hash.update(chunk);
      }
      files.push(`${file.name} ${file.bytes} ${hash.digest('hex')}`);
    },
  });
  return read.ok ? JSON.stringify([read.value.skeleton, read.value.files, read.value.signatures, files]) : 'refused';
}

async function expectNoFlipMatters(
  bytes: Buffer,
  positions: Iterable<readonly [number, number]>,
  identities: readonly string[],
): Promise<number> {
  const original = await readingOf(bytes, identities);
  expect(original).not.toBe('refused');
  let refusals = 0;
  for (const [position, mask] of positions) {
    const flipped = Buffer.from(bytes);
    flipped[position] = (flipped[position] ?? 0) ^ mask;
    const reading = await readingOf(flipped, identities);
    if (reading === 'refused') {
      refusals += 1;
    } else if (reading !== original) {
      expect.fail(`byte ${position} ^ ${mask} reads as something else`);
    }
  }
  return refusals;
}

function* everyByte(length: number): Generator<readonly [number, number]> {
  for (let position = 0; position < length; position += 1) {
    // Two flips: the lowest bit (a number off by one) and all bits.
    yield [position, 1];
    yield [position, 0xff];
  }
}

/** Reproducible positions: a failing one can be run again. */
function* randomBytes(length: number, count: number): Generator<readonly [number, number]> {
  let state = 20221115;
  for (let index = 0; index < count; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    yield [state % length, 1 << (index % 8)];
  }
}

async function smallRound(recipients: 'plain' | 'sealed'): Promise<{ bytes: Buffer; identities: readonly string[] }> {
  const folder = temporaryFolder();
  const [chair, expert] = [await createKeys(), await createKeys()];
  const target = join(folder, 'r.lpround');
  const proof = packed(Buffer.from('a small proof'));
  valueOf(
    await writePackage({
      kind: 'round',
      document: roundOf(chair, expert),
      files: [proof],
      signers: [{ privateJwk: chair.signKey }],
      signedAt,
      recipients: recipients === 'sealed' ? [expert.public.ageRecipient] : [],
      target,
    }),
  );
  return { bytes: await readFile(target), identities: [expert.ageIdentity] };
}

describe('a flipped byte is refused, or means nothing', () => {
  test('anywhere in a small signed package', async () => {
    const { bytes, identities } = await smallRound('plain');
    const refusals = await expectNoFlipMatters(bytes, everyByte(bytes.length), identities);
    // What is not refused are time stamps, versions and hints of the ZIP headers.
    expect(refusals / (bytes.length * 2)).toBeGreaterThan(0.85);
  });

  test('anywhere in a small sealed package: every one is refused', async () => {
    const { bytes, identities } = await smallRound('sealed');
    expect(await expectNoFlipMatters(bytes, everyByte(bytes.length), identities)).toBe(bytes.length * 2);
  });

  test('anywhere in a card: every one is refused', async () => {
    const card = await makeCard({ name: '专家', organisation: '示范市', keys: await createKeys(), signedAt });
    expect((await readCard(card, 'c.lpcard')).ok).toBe(true);
    for (const [position, mask] of everyByte(card.length)) {
      const flipped = Buffer.from(card);
      flipped[position] = (flipped[position] ?? 0) ^ mask;
      expect([position, (await readCard(flipped, 'c.lpcard')).ok]).toEqual([position, false]);
    }
  });

  test('at 500 places of a package of a few megabytes', async () => {
    const folder = temporaryFolder();
    const files = Array.from({ length: 30 }, (_, index) =>
      packed(createHash('shake256', { outputLength: 100_000 }).update(String(index)).digest(), 'jpg'),
    );
    const target = join(folder, 'a.lpapp');
    valueOf(await writePackage({ kind: 'application', document: applicationWith(files), files, signers: [], signedAt, target }));
    const bytes = await readFile(target);
    const refusals = await expectNoFlipMatters(bytes, randomBytes(bytes.length, 500), []);
    expect(refusals).toBeGreaterThan(480);
  });
});
