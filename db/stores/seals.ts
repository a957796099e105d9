import { createHash } from 'node:crypto';
import { scoreDocumentSchema, type ScoreDocument } from '#shared/packages/documents.ts';
import type { Records } from '../database/records.ts';
import { canonicalJson, type AuditStore } from './audit.ts';
import type { Clock } from './clock.ts';

/** A score document as it was sealed; it never changes. */
export type Seal = SealHeading & { document: ScoreDocument };

/** The same without the document, which may hold hundreds of sheets. */
export type SealHeading = { round: string; sequence: number; sealedAt: string; exports: SealExport[] };

/** Each time a sealed document left the machine: the package's SHA-256 and the file the user was given. */
export type SealExport = { sha256: string; file: string; bytes: number; exportedAt: string };

/** What I sealed, by round and sequence. */
export class SealsStore {
  readonly #records: Records;
  readonly #audit: AuditStore;
  readonly #now: Clock;
  readonly #rounds = new Map<string, string>();

  constructor(records: Records, audit: AuditStore, now: Clock) {
    this.#records = records;
    this.#audit = audit;
    this.#now = now;
  }

  /** Runs `make` with the next sequence and the audit head of this moment, and keeps the document it gives. */
  seal(round: string, make: (next: { sequence: number; sealedAt: string; audit: { head: string; count: number } }) => ScoreDocument): Seal {
    return this.#records.transaction(() => {
      const sequence = (this.#lastSequence(round) ?? 0) + 1;
      const sealedAt = this.#now();
      const document = make({ sequence, sealedAt, audit: this.#audit.head() });
      const event = this.#audit.append('score/sealed', { round, sequence });
      this.#records.run(
        this.#records.query
          .insertInto('seal')
          .values({ round, sequence, document: canonicalJson(document), sealed_at: sealedAt, event: event.seq }),
      );
      for (const { application, stage } of document.sheets) {
        this.#records.run(this.#records.query.insertInto('seal_sheet').values({ round, sequence, application, stage }));
      }
      return { round, sequence, document, sealedAt, exports: [] };
    });
  }

  /** What is to be said of the newest seal of a round, or null before the first; does not read the document. */
  heading(round: string): SealHeading | null {
    const sequence = this.#lastSequence(round);
    const row =
      sequence === null
        ? undefined
        : this.#records.first(
            this.#records.query.selectFrom('seal').select('sealed_at').where('round', '=', round).where('sequence', '=', sequence),
          );
    return sequence === null || row === undefined
      ? null
      : { round, sequence, sealedAt: row.sealed_at, exports: this.#exports({ round, sequence }) };
  }

  /** Every version of a round, oldest first, with the SHA-256 of its document as it is written. */
  headings(round: string): { sequence: number; sealedAt: string; sha256: string }[] {
    const rows = this.#records.all(this.#records.query.selectFrom('seal').selectAll().where('round', '=', round).orderBy('sequence'));
    return rows.map(({ sequence, document, sealed_at: sealedAt }) => ({
      sequence,
      sealedAt,
      sha256: createHash('sha256').update(document).digest('hex'),
    }));
  }

  /** The newest seal of a round, or null. */
  latest(round: string): Seal | null {
    const sequence = this.#lastSequence(round);
    return sequence === null ? null : this.get({ round, sequence });
  }

  get({ round, sequence }: { round: string; sequence: number }): Seal | null {
    const { query } = this.#records;
    const row = this.#records.first(query.selectFrom('seal').selectAll().where('round', '=', round).where('sequence', '=', sequence));
    if (row === undefined) {
      return null;
    }
    return {
      round,
      sequence,
      document: scoreDocumentSchema.parse(JSON.parse(row.document)),
      sealedAt: row.sealed_at,
      exports: this.#exports({ round, sequence }),
    };
  }

  /** The SHA-256 of the round's package that a version was sealed under; the document is read once, for it never changes. */
  roundOf({ round, sequence }: { round: string; sequence: number }): string {
    const key = `${round} ${sequence}`;
    const known = this.#rounds.get(key) ?? this.get({ round, sequence })?.document.round.sha256;
    if (known === undefined) {
      throw new Error(`round ${round} has no version ${sequence}`);
    }
    this.#rounds.set(key, known);
    return known;
  }

  /** Notes that a sealed document left the machine. */
  recordExport({ round, sequence, sha256, file, bytes }: { round: string; sequence: number } & Omit<SealExport, 'exportedAt'>): void {
    this.#records.transaction(() => {
      this.#records.run(
        this.#records.query.insertInto('seal_export').values({ round, sequence, sha256, file, bytes, exported_at: this.#now() }),
      );
      this.#audit.append('score/exported', { round, sequence, sha256 });
    });
  }

  /** Whether any sheet of the round changed after the newest seal; false when there is none. */
  changedSince(round: string): boolean {
    const { query } = this.#records;
    const seal = this.#records.first(
      query.selectFrom('seal').select('event').where('round', '=', round).orderBy('sequence', 'desc').limit(1),
    );
    return (
      seal !== undefined &&
      this.#records.first(
        query.selectFrom('sheet').select('id').where('round', '=', round).where('last_event', '>', seal.event).limit(1),
      ) !== undefined
    );
  }

  #exports({ round, sequence }: { round: string; sequence: number }): SealExport[] {
    const rows = this.#records.all(
      this.#records.query
        .selectFrom('seal_export')
        .selectAll()
        .where('round', '=', round)
        .where('sequence', '=', sequence)
        .orderBy('number'),
    );
    return rows.map(({ sha256, file, bytes, exported_at: exportedAt }) => ({ sha256, file, bytes, exportedAt }));
  }

  #lastSequence(round: string): number | null {
    const row = this.#records.first(
      this.#records.query.selectFrom('seal').select('sequence').where('round', '=', round).orderBy('sequence', 'desc').limit(1),
    );
    return row?.sequence ?? null;
  }
}
