import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../encrypted-database.ts';
import { refusingFailures } from '../failures.ts';
import { chunkBytes, chunksPerBlob } from './schema.ts';

/** What became of a file that was written. `deduplicated`: it was here already, and nothing was added. */
export type Stored = { sha256: string; bytes: number; deduplicated: boolean };

/** Takes one file's bytes in order. After `abort`, or when the signal fires, nothing of it stays. */
export type EvidenceWriter = {
  /** Throws `RefusedError` `workspace/disk-full`, or the signal's reason. */
  write(bytes: Uint8Array): Promise<void>;
  /** The file's hash; it stays invisible until the intake commits. */
  finish(): Promise<Stored>;
  /** Drops what was written. Harmless after `finish`: the intake's `discard` takes finished files back. */
  abort(): Promise<void>;
};

/** How many bytes wait in memory and go to disk in one transaction. */
const bytesPerTransaction = 16 * 2 ** 20;
const chunksPerDeletion = 256;

/**
 * Many files staged, then one short move: what an import does, so that a refused package leaves nothing behind and no
 * transaction is ever long.
 */
export class EvidenceIntake {
  readonly #database: Database;
  readonly #now: () => string;
  readonly #signal: AbortSignal | undefined;
  readonly #staged = new Set<number>();
  readonly #hashes = new Set<string>();
  #waiting: { id: number; bytes: Uint8Array }[] = [];
  #waitingBytes = 0;
  #state: 'open' | 'over' = 'open';
  readonly #onOver: (intake: EvidenceIntake) => void;

  constructor(
    database: Database,
    { now, signal, onOver }: { now: () => string; signal?: AbortSignal | undefined; onOver: (intake: EvidenceIntake) => void },
  ) {
    this.#database = database;
    this.#now = now;
    this.#signal = signal;
    this.#onOver = onOver;
  }

  /** A writer for the next file. Files may be written side by side. */
  createWriter(): EvidenceWriter {
    this.#check();
    const id = Number(
      refusingFailures('evidence.db', () => this.#database.prepare('INSERT INTO blob (visible, stored_at) VALUES (0, ?)').run(this.#now()))
        .lastInsertRowid,
    );
    this.#staged.add(id);
    const hash = createHash('sha256');
    let total = 0;
    let places = 0;
    let chunk = Buffer.allocUnsafeSlow(0);
    let used = 0;
    let finished = false;
    const pushChunk = () => {
      if (places >= chunksPerBlob) {
        throw new RangeError('a file of more than 1 TiB');
      }
      this.#waiting.push({ id: id * chunksPerBlob + places, bytes: chunk.subarray(0, used) });
      this.#waitingBytes += used;
      places += 1;
      used = 0;
      // Its own memory each time: what waits must not change under it.
      chunk = Buffer.allocUnsafeSlow(0);
    };
    return {
      write: async (bytes) => {
        this.#check();
        if (finished) {
          throw new Error('this file is finished');
        }
        hash.update(bytes);
        total += bytes.byteLength;
        for (let from = 0; from < bytes.byteLength;) {
          if (used === chunk.byteLength) {
            chunk = grown(chunk, used + bytes.byteLength - from);
          }
          const part = bytes.subarray(from, from + chunk.byteLength - used);
          chunk.set(part, used);
          used += part.byteLength;
          from += part.byteLength;
          if (used === chunkBytes) {
            pushChunk();
          }
          if (this.#waitingBytes >= bytesPerTransaction) {
            this.#flush();
            await nextTurn();
          }
        }
      },
      finish: async () => {
        this.#check();
        if (used > 0) {
          pushChunk();
        }
        if (this.#waitingBytes >= bytesPerTransaction) {
          this.#flush();
        }
        const sha256 = hash.digest('hex');
        finished = true;
        const deduplicated = this.#hashes.has(sha256) || this.#isVisible(sha256);
        if (deduplicated) {
          await this.#drop(id);
        } else {
          this.#hashes.add(sha256);
          refusingFailures('evidence.db', () =>
            this.#database.prepare('UPDATE blob SET sha256 = ?, bytes = ? WHERE id = ?').run(sha256, total, id),
          );
        }
        return { sha256, bytes: total, deduplicated };
      },
      abort: async () => {
        if (!finished) {
          finished = true;
          await this.#drop(id);
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
    const left: number[] = [];
    refusingFailures('evidence.db', () =>
      this.#database
        .transaction(() => {
          for (const id of this.#staged) {
            if (promote.run(id).changes === 0) {
              left.push(id);
            }
          }
        })
        .immediate(),
    );
    this.#over();
    await dropStaged(this.#database, left);
  }

  /** Leaves nothing. Harmless after `commit` or a second time. */
  async discard(): Promise<void> {
    if (this.#state === 'over') {
      return;
    }
    this.#over();
    await dropStaged(this.#database, [...this.#staged]);
  }

  #check(): void {
    this.#signal?.throwIfAborted();
    if (this.#state === 'over') {
      throw new Error('this intake is over');
    }
  }

  #over(): void {
    this.#state = 'over';
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#onOver(this);
  }

  #isVisible(sha256: string): boolean {
    return this.#database.prepare('SELECT 1 FROM blob WHERE sha256 = ? AND visible = 1').get(sha256) !== undefined;
  }

  /** Writes what waits, in one transaction. */
  #flush(): void {
    const insert = this.#database.prepare('INSERT INTO chunk (id, bytes) VALUES (?, ?)');
    const waiting = this.#waiting;
    refusingFailures('evidence.db', () =>
      this.#database
        .transaction(() => {
          for (const { id, bytes } of waiting) {
            insert.run(id, bytes);
          }
        })
        .immediate(),
    );
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  async #drop(id: number): Promise<void> {
    this.#staged.delete(id);
    this.#waiting = this.#waiting.filter((chunk) => Math.floor(chunk.id / chunksPerBlob) !== id);
    this.#waitingBytes = this.#waiting.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    await dropStaged(this.#database, [id]);
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

/** Room for `wanted` bytes: small files stay small in memory, large ones go by whole chunks. */
function grown(chunk: Buffer, wanted: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(Math.min(chunkBytes, Math.max(wanted, chunk.byteLength * 2)));
  larger.set(chunk);
  return larger;
}
