import { returnDocumentSchema, type ReturnDocument } from '#shared/packages/documents.ts';
import { AuditedStore } from './audited-store.ts';
import { canonicalJson } from './audit.ts';

/** A return that I issued as chair; `sha256` is its package's. */
export type IssuedReturn = { sha256: string; document: ReturnDocument; issuedAt: string };

/** What I returned to the experts of my rounds. Those I received are packages. */
export class ReturnsStore extends AuditedStore {
  /** Keeps a return whose package has been written. */
  add({ sha256, document }: Omit<IssuedReturn, 'issuedAt'>): void {
    const { expert, sequence } = document;
    const round = document.round.id;
    this.records.transaction(() => {
      this.records.run(
        this.records.query
          .insertInto('issued_return')
          .values({ sha256, round, expert, sequence, document: canonicalJson(document), issued_at: this.now() }),
      );
      this.audit.append('return/issued', { round, expert, sequence, sha256 });
    });
  }

  /** The returns of a round, oldest first. */
  list(round: string): IssuedReturn[] {
    const rows = this.records.all(
      this.records.query.selectFrom('issued_return').selectAll().where('round', '=', round).orderBy('issued_at').orderBy('sha256'),
    );
    return rows.map(({ sha256, document, issued_at: issuedAt }) => ({
      sha256,
      document: returnDocumentSchema.parse(JSON.parse(document)),
      issuedAt,
    }));
  }
}
