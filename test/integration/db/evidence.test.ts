import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EvidenceStore } from '#db/evidence/evidence-store.ts';
import { createSpool } from '#db/evidence/spool.ts';
import { temporaryFolder } from '../../temporary.ts';
import { openTestEvidence, tickingClock } from './fixtures/records.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function write(evidence: EvidenceStore, bytes: Uint8Array, pieceBytes = 65_536) {
  const writer = evidence.createWriter();
  for (let from = 0; from < bytes.byteLength; from += pieceBytes) {
    await writer.write(bytes.subarray(from, from + pieceBytes));
  }
  return writer.finish();
}

function rows(database: ReturnType<typeof openTestEvidence>['database']) {
  return database.prepare('SELECT (SELECT count(*) FROM blob) AS blobs, (SELECT count(*) FROM chunk) AS chunks').get();
}

test.each([0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 18 * 2 ** 20 + 12_345])('a file of %i bytes comes out as it went in', async (size) => {
  const { evidence } = openTestEvidence();
  const bytes = randomBytes(size);
  expect(await write(evidence, bytes)).toEqual({ sha256: sha256(bytes), bytes: size, deduplicated: false });
  expect(evidence.stat(sha256(bytes))?.bytes).toBe(size);
  const read: Buffer[] = [];
  for await (const part of evidence.read(sha256(bytes))) {
    read.push(part);
  }
  expect(Buffer.concat(read).equals(bytes)).toBe(true);
});

test('a range is read across chunk borders, and ends where the file ends', async () => {
  const { evidence } = openTestEvidence();
  const bytes = randomBytes(3 * 2 ** 20 + 77);
  const { sha256: hash } = await write(evidence, bytes, 1_000_003);
  for (const [offset, length] of [
    [0, 10],
    [2 ** 20 - 5, 10],
    [2 ** 20, 1],
    [500, 3 * 2 ** 20],
    [bytes.byteLength - 7, 65_536],
    [bytes.byteLength, 10],
    [3, 0],
  ] as const) {
    expect(evidence.readRange(hash, { offset, length }).equals(bytes.subarray(offset, offset + length))).toBe(true);
  }
});

test('the same file again adds nothing and says so, in one batch and in the next', async () => {
  const { evidence, database } = openTestEvidence();
  const bytes = randomBytes(2_500_000);
  expect((await write(evidence, bytes)).deduplicated).toBe(false);
  const before = rows(database);
  expect((await write(evidence, bytes, 999)).deduplicated).toBe(true);
  const batch = evidence.beginBatch();
  const twins = [batch.createWriter(), batch.createWriter()];
  const other = randomBytes(100);
  const stored = await Promise.all(
    twins.map(async (writer) => {
      await writer.write(other);
      return writer.finish();
    }),
  );
  expect(stored.map(({ deduplicated }) => deduplicated)).toEqual([false, true]);
  await batch.discard();
  expect(rows(database)).toEqual(before);
});

test('two batches that stage the same file leave it once, whole', async () => {
  const { evidence, database } = openTestEvidence();
  const bytes = randomBytes(1_500_000);
  const batches = [evidence.beginBatch(), evidence.beginBatch()];
  for (const batch of batches) {
    const writer = batch.createWriter();
    await writer.write(bytes);
    await writer.finish();
  }
  for (const batch of batches) {
    await batch.commit();
  }
  expect(rows(database)).toEqual({ blobs: 1, chunks: 2 });
  expect(evidence.readRange(sha256(bytes)).equals(bytes)).toBe(true);
});

test('nothing of a batch is seen before it commits, and nothing stays when it is discarded', async () => {
  const { evidence, database } = openTestEvidence();
  const files = Array.from({ length: 40 }, () => randomBytes(900_000));
  const stage = async () => {
    const batch = evidence.beginBatch();
    for (const file of files) {
      const writer = batch.createWriter();
      await writer.write(file);
      await writer.finish();
    }
    return batch;
  };
  const discarded = await stage();
  expect(files.some((file) => evidence.has(sha256(file)))).toBe(false);
  await discarded.discard();
  expect(rows(database)).toEqual({ blobs: 0, chunks: 0 });
  await (await stage()).commit();
  expect(files.every((file) => evidence.has(sha256(file)))).toBe(true);
});

test('an aborted writer leaves nothing, whether it was told or its signal fired', async () => {
  const { evidence, database } = openTestEvidence();
  const writer = evidence.createWriter();
  await writer.write(randomBytes(20 * 2 ** 20));
  await writer.abort();
  const abort = new AbortController();
  const stopped = evidence.createWriter({ signal: abort.signal });
  await stopped.write(randomBytes(20 * 2 ** 20));
  abort.abort();
  await expect(stopped.write(Buffer.from('more'))).rejects.toThrow('aborted');
  expect(rows(database)).toEqual({ blobs: 0, chunks: 0 });
});

test('what a killed process had staged is dropped when the workspace is opened, and only that', async () => {
  const { evidence, database } = openTestEvidence();
  const kept = await write(evidence, randomBytes(2_000_000));
  const left = evidence.beginBatch().createWriter();
  await left.write(randomBytes(17 * 2 ** 20));
  const next = new EvidenceStore(database, tickingClock());
  await next.dropLeftovers();
  expect(rows(database)).toEqual({ blobs: 1, chunks: 2 });
  expect(next.has(kept.sha256)).toBe(true);
});

test('a full disk refuses the file and leaves what was there', async () => {
  const { evidence, database } = openTestEvidence();
  const kept = await write(evidence, randomBytes(1_000_000));
  database.pragma(`max_page_count=${Number(database.pragma('page_count', { simple: true })) + 4}`);
  await expect(write(evidence, randomBytes(5_000_000))).rejects.toMatchObject({ refusal: { code: 'workspace/disk-full' } });
  database.pragma('max_page_count=1000000');
  expect(rows(database)).toEqual({ blobs: 1, chunks: 1 });
  expect(evidence.readRange(kept.sha256)).toHaveLength(1_000_000);
});

test('evidence that is not here, and a store that is closed, are refused by name', async () => {
  const { evidence } = openTestEvidence();
  expect(() => evidence.readRange('0'.repeat(64))).toThrow('workspace/evidence-missing');
  await evidence.close();
  expect(() => evidence.has('0'.repeat(64))).toThrow('workspace/locked');
});

test('evidence is neither changed nor deleted', async () => {
  const { evidence, database } = openTestEvidence();
  await write(evidence, randomBytes(10));
  expect(() => database.exec('DELETE FROM blob')).toThrow('never deleted');
  expect(() => database.exec('UPDATE blob SET bytes = 1')).toThrow('never changed');
});

test('a spool gives back any part of what was written, and its file is gone after', async () => {
  const folder = join(temporaryFolder(), 'spool');
  const spool = await createSpool(folder);
  const bytes = randomBytes(3 * 2 ** 18 + 1000);
  for (let from = 0; from < bytes.byteLength; from += 70_001) {
    await spool.write(bytes.subarray(from, from + 70_001));
  }
  expect(spool.size).toBe(bytes.byteLength);
  for (const [offset, length] of [
    [0, 1],
    [2 ** 18 - 3, 6],
    [bytes.byteLength - 22, 65_557],
    [10, bytes.byteLength],
    [bytes.byteLength + 5, 5],
  ] as const) {
    expect((await spool.read(offset, length)).equals(bytes.subarray(offset, offset + length))).toBe(true);
  }
  await expect(spool.write(bytes)).rejects.toThrow('read only');
  await spool.discard();
  expect(readdirSync(folder)).toEqual([]);
});

test('a spool that was altered on disk is not read', async () => {
  const folder = temporaryFolder();
  const spool = await createSpool(folder);
  onTestFinished(() => spool.discard());
  await spool.write(randomBytes(2 ** 18 * 2));
  await spool.read(2 ** 18, 1);
  const [name = ''] = readdirSync(folder);
  const file = readFileSync(join(folder, name));
  file.writeUInt8(file.readUInt8(1000) ^ 1, 1000);
  writeFileSync(join(folder, name), file);
  await expect(spool.read(0, 10)).rejects.toMatchObject({ refusal: { code: 'workspace/damaged' } });
});
