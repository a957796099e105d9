import * as z from 'zod';
import { AuditedStore } from './audited-store.ts';
import { canonicalJson, sha256Of, type JsonValue } from './audit.ts';

/** The next version of a round that is out, while its chair prepares it; each draft of it stays on file as the round's other drafts do. */
export class NextIssuesStore extends AuditedStore {
  /** The draft, or null while none is being prepared. */
  draft(round: string): { document: unknown; savedAt: string } | null {
    const row = this.records.first(this.records.query.selectFrom('next_issue').selectAll().where('round', '=', round));
    return row === undefined ? null : { document: z.unknown().parse(JSON.parse(row.draft)), savedAt: row.saved_at };
  }

  /** Begins one, or takes the place of the draft before; the same again changes nothing. The chain holds each one's hash. */
  save(round: string, document: JsonValue): void {
    const draft = canonicalJson(document);
    this.records.transaction(() => {
      const known = this.draft(round);
      if (known !== null && canonicalJson(z.json().parse(known.document)) === draft) {
        return;
      }
      this.#supersede(round);
      this.records.run(
        this.records.query
          .insertInto('next_issue')
          .values({ round, draft, saved_at: this.now() })
          .onConflict((conflict) => conflict.column('round').doUpdateSet({ draft, saved_at: this.now() })),
      );
      this.audit.append(known === null ? 'round/reissue-begun' : 'round/draft-changed', { round, draft: sha256Of(draft) });
    });
  }

  /** Gives it up: the round stays as it was issued. */
  drop(round: string): void {
    this.records.transaction(() => {
      if (this.end(round)) {
        this.audit.append('round/reissue-dropped', { round });
      }
    });
  }

  /** Puts the draft on file as superseded, once it is issued or dropped; whether there was one. */
  end(round: string): boolean {
    return this.records.transaction(() => {
      this.#supersede(round);
      return this.records.run(this.records.query.deleteFrom('next_issue').where('round', '=', round)).changes > 0;
    });
  }

  #supersede(round: string): void {
    const { query } = this.records;
    this.records.run(
      query
        .insertInto('superseded_draft')
        .columns(['round', 'document', 'saved_at', 'superseded_at'])
        .expression(
          query
            .selectFrom('next_issue')
            .select((eb) => ['round', eb.ref('draft').as('document'), 'saved_at', eb.val(this.now()).as('superseded_at')])
            .where('round', '=', round),
        ),
    );
  }
}
