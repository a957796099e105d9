import { RefusedError } from '#shared/result.ts';
import type { Database } from '../database/encrypted-database.ts';
import { refusingFailures } from '../folder/failures.ts';
import { dropStaged, EvidenceBatch, type EvidenceWriter } from './batch.ts';
import { chunkBytes, chunksPerBlob } from './schema.ts';

/** A part of a file, in bytes; to its end without `length`. */
export type ByteRange = { offset?: number | undefined; length?: number | undefined };

/** The workspace's files, encrypted, each once, by SHA-256. */
export class EvidenceStore {
  readonly #database: Database;
  readonly #now: () => string;
  readonly #batches = new Set<EvidenceBatch>();
  #closed = false;

  constructor(database: Database, now: () => string) {
    this.#database = database;
    this.#now = now;
  }

  /** Starts a batch: write many, then `commit` or `discard`. The signal stops it between two writes. */
  beginBatch({ signal }: { signal?: AbortSignal | undefined } = {}): EvidenceBatch {
    const batch = new EvidenceBatch(this.#open(), { now: this.#now, signal, onOver: (over) => void this.#batches.delete(over) });
    this.#batches.add(batch);
    return batch;
  }

  /** A batch of one file: visible and durable when `finish` returns; `abort`, or the signal, leaves nothing. */
  createWriter({ signal }: { signal?: AbortSignal | undefined } = {}): EvidenceWriter {
    const batch = this.beginBatch({ signal });
    const writer = batch.createWriter();
    const orDiscard = async <Value>(step: () => Promise<Value>): Promise<Value> => {
      try {
        return await step();
      } catch (error) {
        await batch.discard();
        throw error;
      }
    };
    return {
      write: (bytes) => orDiscard(() => writer.write(bytes)),
      finish: () =>
        orDiscard(async () => {
          const stored = await writer.finish();
          await batch.commit();
          return stored;
        }),
      abort: () => batch.discard(),
    };
  }

  has(sha256: string): boolean {
    return this.stat(sha256) !== null;
  }

  /** The size of a file, or null when it isn't here. */
  stat(sha256: string): { bytes: number; storedAt: string } | null {
    const row = this.#find(sha256);
    return row === null ? null : { bytes: row.bytes, storedAt: row.storedAt };
  }

  /** A part of a file at once: for the PDF viewer, which asks for 64 KiB at a time. Refused: `workspace/evidence-missing`. */
  readRange(sha256: string, range: ByteRange = {}): Buffer<ArrayBuffer> {
    const bytes = this.#find(sha256)?.bytes ?? 0;
    const wanted = Math.max(0, Math.min(range.length ?? bytes, bytes - (range.offset ?? 0)));
    // Filled piece by piece: joining the pieces at the end would hold a large file twice.
    const whole = Buffer.allocUnsafeSlow(wanted);
    let at = 0;
    for (const part of this.#parts(sha256, range)) {
      at += part.copy(whole, at);
    }
    return whole;
  }

  /** A file, or a part of it, in pieces of at most 1 MiB; no statement stays open between two of them. */
  async *read(sha256: string, range: ByteRange = {}): AsyncGenerator<Buffer> {
    yield* this.#parts(sha256, range);
  }

  /** Every file here, for the doctor: hash and size, in the order in which they came. */
  *list(): Generator<{ sha256: string; bytes: number }> {
    let after = 0;
    for (;;) {
      const rows = this.#open()
        .prepare<[number], { id: number; sha256: string; bytes: number }>(
          'SELECT id, sha256, bytes FROM blob WHERE visible = 1 AND id > ? ORDER BY id LIMIT 500',
        )
        .all(after);
      if (rows.length === 0) {
        return;
      }
      for (const { id, sha256, bytes } of rows) {
        after = id;
        yield { sha256, bytes };
      }
    }
  }

  /** Drops what a killed process had staged. Only for the opener of the workspace, who knows that nobody is writing. */
  async dropLeftovers(): Promise<void> {
    const ids = this.#open().prepare<[], { id: number }>('SELECT id FROM blob WHERE visible = 0').all();
    await dropStaged(
      this.#database,
      ids.map(({ id }) => id),
    );
  }

  /** Discards unfinished batches, moves the log into the file and closes it. */
  async close(): Promise<void> {
    if (this.#closed) {
      return;
    }
    for (const batch of this.#batches) {
      await batch.discard();
    }
    this.#closed = true;
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
    this.#database.close();
  }

  *#parts(sha256: string, { offset = 0, length }: ByteRange): Generator<Buffer> {
    const blob = this.#find(sha256);
    if (blob === null) {
      throw new RefusedError('workspace/evidence-missing', { sha256 });
    }
    const end = Math.min(blob.bytes, length === undefined ? blob.bytes : offset + length);
    for (let at = offset; at < end;) {
      const place = Math.floor(at / chunkBytes);
      const row = refusingFailures(this.#database.name, () =>
        this.#open()
          .prepare<[number], { bytes: Buffer }>('SELECT bytes FROM chunk WHERE id = ?')
          .get(blob.id * chunksPerBlob + place),
      );
      const part = row?.bytes.subarray(at - place * chunkBytes, end - place * chunkBytes);
      if (part === undefined || part.byteLength === 0) {
        throw new RefusedError('workspace/damaged', { file: 'evidence.db' });
      }
      yield part;
      at += part.byteLength;
    }
  }

  #find(sha256: string): { id: number; bytes: number; storedAt: string } | null {
    const row = refusingFailures(this.#database.name, () =>
      this.#open()
        .prepare<[string], { id: number; bytes: number; storedAt: string }>(
          'SELECT id, bytes, stored_at AS storedAt FROM blob WHERE sha256 = ? AND visible = 1',
        )
        .get(sha256),
    );
    return row ?? null;
  }

  #open(): Database {
    if (this.#closed) {
      throw new RefusedError('workspace/locked');
    }
    return this.#database;
  }
}
