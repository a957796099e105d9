import { createHash, randomBytes, randomFillSync } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { openEncryptedDatabase } from '#db/database/encrypted-database.ts';
import { EvidenceStore } from '#db/evidence/evidence-store.ts';
import { evidenceMigrations } from '#db/evidence/schema.ts';
import { createSpool } from '#db/evidence/spool.ts';
import { migrate } from '#db/database/migrate.ts';
import { secondsOf, type Bench, type Measurement } from './bench.ts';

const now = () => '2022-11-15T09:41:00+08:00';
const pieceBytes = 2 ** 18;

/** A large file and many small ones into the evidence store and out again, against a plain file written, synced and hashed. */
export const bench: Bench = {
  name: 'evidence-store',
  async run({ size, folder }) {
    const large = size === 'full' ? 2 ** 30 : 2 ** 26;
    const small = { count: size === 'full' ? 5000 : 300, bytes: 200 * 2 ** 10 };
    const total = small.count * small.bytes;
    const pieces = piecesOf(large);
    const files = () => smallFiles(small);
    const floor = {
      writing: await plainWrite(join(folder, 'plain'), pieces),
      reading: await plainRead(join(folder, 'plain')),
      smallWriting: await plainWrite(join(folder, 'plain-small'), files()),
    };
    const secret = { cipher: 'aegis' as const, key: randomBytes(32) };
    const database = openEncryptedDatabase(join(folder, 'evidence.db'), secret);
    const backups = { folder, name: 'evidence', open: (file: string) => openEncryptedDatabase(file, secret) };
    migrate(database, { migrations: evidenceMigrations, backups, expecting: 'new', now });
    const evidence = new EvidenceStore(database, now);
    const measured: Measurement[] = [];

    let sha256 = '';
    const inward = await secondsOf(async () => {
      const writer = evidence.createWriter();
      for (const piece of pieces) {
        await writer.write(piece);
      }
      ({ sha256 } = await writer.finish());
    });
    measured.push({
      what: `in: one file of ${megabytes(large)}`,
      seconds: inward,
      bytes: large,
      floor: { what: 'plain file, fsync, SHA-256', seconds: floor.writing },
    });
    const outward = await secondsOf(async () => {
      let bytes = 0;
      for await (const part of evidence.read(sha256)) {
        bytes += part.byteLength;
      }
      if (bytes !== large) {
        throw new Error(`${bytes} bytes came out of ${large}`);
      }
    });
    measured.push({
      what: `out: one file of ${megabytes(large)}`,
      seconds: outward,
      bytes: large,
      floor: { what: 'plain file read', seconds: floor.reading },
    });

    const hashes: string[] = [];
    const manyIn = await secondsOf(async () => {
      const batch = evidence.beginBatch();
      for (const file of files()) {
        const writer = batch.createWriter();
        await writer.write(file);
        hashes.push((await writer.finish()).sha256);
      }
      await batch.commit();
    });
    measured.push({
      what: `in: ${small.count} files of 200 KiB, one batch`,
      seconds: manyIn,
      bytes: total,
      floor: { what: 'the same bytes in one plain file', seconds: floor.smallWriting },
    });
    const manyOut = await secondsOf(() => {
      for (const hash of hashes) {
        evidence.readRange(hash);
      }
    });
    measured.push({ what: `out: ${small.count} files of 200 KiB`, seconds: manyOut, bytes: total, floor: null });
    const ranges = await secondsOf(() => {
      for (let at = 0; at < 1000; at += 1) {
        evidence.readRange(sha256, { offset: (at * 7_919_999) % (large - 65_536), length: 65_536 });
      }
    });
    measured.push({ what: 'out: 1,000 ranges of 64 KiB', seconds: ranges, bytes: 1000 * 65_536, floor: null });
    await evidence.close();

    const spool = await createSpool(folder);
    const spooled = await secondsOf(async () => {
      for (const piece of pieces) {
        await spool.write(piece);
      }
    });
    measured.push({
      what: `spool in: ${megabytes(large)}`,
      seconds: spooled,
      bytes: large,
      floor: { what: 'plain file, fsync, SHA-256', seconds: floor.writing },
    });
    const unspooled = await secondsOf(async () => {
      for (let at = 0; at < large; at += pieceBytes) {
        await spool.read(at, pieceBytes);
      }
    });
    measured.push({
      what: `spool out: ${megabytes(large)}`,
      seconds: unspooled,
      bytes: large,
      floor: { what: 'plain file read', seconds: floor.reading },
    });
    await spool.discard();
    return measured;
  },
};

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}

/** The same few megabytes over and over, each piece marked so that no two are the same. */
function* piecesIn(bytes: number): Generator<Buffer> {
  const noise = randomBytes(64 * pieceBytes);
  for (let at = 0; at < bytes; at += pieceBytes) {
    const piece = noise.subarray(at % noise.byteLength, (at % noise.byteLength) + pieceBytes);
    piece.writeUInt32BE(at / pieceBytes);
    yield piece;
  }
}

function piecesOf(bytes: number): Iterable<Buffer> {
  return { [Symbol.iterator]: () => piecesIn(bytes) };
}

function* smallFiles({ count, bytes }: { count: number; bytes: number }): Generator<Buffer> {
  const file = randomFillSync(Buffer.alloc(bytes));
  for (let number = 0; number < count; number += 1) {
    file.writeUInt32BE(number);
    yield file;
  }
}

async function plainWrite(path: string, pieces: Iterable<Buffer>): Promise<number> {
  return secondsOf(async () => {
    const file = await open(path, 'w');
    const hash = createHash('sha256');
    for (const piece of pieces) {
      hash.update(piece);
      await file.write(piece);
    }
    hash.digest();
    await file.sync();
    await file.close();
  });
}

async function plainRead(path: string): Promise<number> {
  return secondsOf(async () => {
    const file = await open(path, 'r');
    const piece = Buffer.alloc(2 ** 20);
    while ((await file.read(piece, 0, piece.byteLength, null)).bytesRead > 0) {
      // Only the reading is measured.
    }
    await file.close();
  });
}
