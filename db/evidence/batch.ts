import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../database/encrypted-database.ts';
import { refusingFailures } from '../folder/failures.ts';
import { chunksPerBlob } from './schema.ts';
import { StagedFile } from './staged-file.ts';

/** What became of a file that was written. `deduplicated`: it was here already, and nothing was added. */
export type Stored = { sha256: string; bytes: number; deduplicated: boolean };

/** Takes one file's bytes in order. After `abort`, or when the signal fires, nothing of it stays. */
export type EvidenceWriter = {
  /** Throws `RefusedError` `workspace/disk-full`, or the signal's reason. The bytes are copied. */
  write(bytes: Uint8Array): Promise<void>;
  /** The file's hash; it stays invisible until the batch commits. */
  finish(): Promise<Stored>;
  /** Drops what was written. Harmless after `finish`: the batch's `discard` takes finished files back. */
  abort(): Promise<void>;
};

/** How many bytes wait in memory and go to disk in one transaction. */
const bytesPerTransaction = 4 * 2 ** 20;
const chunksPerDeletion = 256;

/**
 * Many files staged, then one short move: what an import does, so that a refused package leaves nothing behind and no
 * transaction is ever long.
 */
export class EvidenceBatch {
  readonly #database: Database;
  readonly #now: () => string;
  readonly #signal: AbortSignal | undefined;
  readonly #onOver: (batch: EvidenceBatch) => void;
  readonly #files = new Set<StagedFile>();
  readonly #hashes = new Set<string>();
  /** Memory of chunks that are on disk: a gigabyte goes through the same few pieces instead of waiting for the collector. */
  readonly #spare: Buffer<ArrayBuffer>[] = [];
  /** At least what waits: a file that is dropped may leave it too high, which only brings the next transaction forward. */
  #waitingBytes = 0;
  #over = false;

  constructor(
    database: Database,
    { now, signal, onOver }: { now: () => string; signal?: AbortSignal | undefined; onOver: (batch: EvidenceBatch) => void },
  ) {
    this.#database = database;
    this.#now = now;
    this.#signal = signal;
    this.#onOver = onOver;
  }

  /** A writer for the next file. Files may be written side by side. */
  createWriter(): EvidenceWriter {
    this.#check();
    const file = new StagedFile(this.#now(), this.#spare);
    this.#files.add(file);
    return {
      write: async (bytes) => {
        // A piece larger than a transaction is cut, so that memory stays bounded whatever the caller hands over.
        for (let from = 0; from < bytes.byteLength; from += bytesPerTransaction) {
          this.#check();
          this.#waitingBytes += file.append(bytes.subarray(from, from + bytesPerTransaction));
          if (this.#waitingBytes >= bytesPerTransaction) {
            this.#flush();
            await nextTurn();
          }
        }
      },
      finish: async () => {
        this.#check();
        const { sha256, bytes } = file.finish();
        const deduplicated = this.#hashes.has(sha256) || this.#isVisible(sha256);
        if (deduplicated) {
          await this.#drop(file);
        } else {
          this.#hashes.add(sha256);
        }
        return { sha256, bytes, deduplicated };
      },
      abort: async () => {
        if (file.finished === null) {
          await this.#drop(file);
        }
      },
    };
  }

  /** Makes every finished file visible at once, durably. Unfinished ones are dropped, and twins of what is there already. */
  async commit(): Promise<void> {
    this.#check();
    this.#flush();
    const promote = this.#database.prepare(
      `UPDATE blob SET visible = 1 WHERE id = ? AND sha256 IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM blob AS other WHERE other.sha256 = blob.sha256 AND other.visible = 1)`,
    );
    const ids = this.#ids();
    const left = this.#transaction(() => ids.filter((id) => promote.run(id).changes === 0));
    this.#end();
    await dropStaged(this.#database, left);
  }

  /** Leaves nothing. Harmless after `commit` or a second time. */
  async discard(): Promise<void> {
    if (!this.#over) {
      this.#end();
      await dropStaged(this.#database, this.#ids());
    }
  }

  #check(): void {
    this.#signal?.throwIfAborted();
    if (this.#over) {
      throw new Error('this batch is over');
    }
  }

  #end(): void {
    this.#over = true;
    this.#onOver(this);
  }

  #ids(): number[] {
    return [...this.#files].flatMap(({ id }) => id ?? []);
  }

  #isVisible(sha256: string): boolean {
    return this.#database.prepare('SELECT 1 FROM blob WHERE sha256 = ? AND visible = 1').get(sha256) !== undefined;
  }

  /** Writes what waits, in one transaction: rows of files and chunks alike, so that a small file costs no sync of its own. */
  #flush(): void {
    const addFile = this.#database.prepare('INSERT INTO blob (visible, stored_at) VALUES (0, ?)');
    const addChunk = this.#database.prepare('INSERT INTO chunk (id, bytes) VALUES (?, ?)');
    const finishFile = this.#database.prepare('UPDATE blob SET sha256 = ?, bytes = ? WHERE id = ?');
    const files = [...this.#files].filter(({ isWaiting }) => isWaiting);
    const ids = this.#transaction(() =>
      files.map((file) => {
        const id = file.id ?? Number(addFile.run(file.storedAt).lastInsertRowid);
        for (const { place, bytes } of file.waiting()) {
          addChunk.run(id * chunksPerBlob + place, bytes);
        }
        if (file.finished !== null) {
          finishFile.run(file.finished.sha256, file.finished.bytes, id);
        }
        return id;
      }),
    );
    // Only now: after a failed transaction everything still waits.
    files.forEach((file, index) => {
      file.written(ids[index] ?? 0);
    });
    this.#waitingBytes = 0;
  }

  async #drop(file: StagedFile): Promise<void> {
    this.#files.delete(file);
    await dropStaged(this.#database, file.id === null ? [] : [file.id]);
  }

  #transaction<Value>(step: () => Value): Value {
    return refusingFailures(this.#database.name, () => this.#database.transaction(step).immediate());
  }
}

/** Deletes staged files, a few chunks per transaction, so that nothing waits long for it. */
export async function dropStaged(database: Database, ids: readonly number[]): Promise<void> {
  const remove = database.prepare('DELETE FROM chunk WHERE id >= ? AND id < ? ORDER BY id LIMIT ?');
  for (const id of ids) {
    while (remove.run(id * chunksPerBlob, (id + 1) * chunksPerBlob, chunksPerDeletion).changes === chunksPerDeletion) {
      await nextTurn();
    }
    database.prepare('DELETE FROM blob WHERE id = ? AND visible = 0').run(id);
  }
}
