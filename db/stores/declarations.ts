import { AuditedStore } from './audited-store.ts';
import {
  conflictOfInterestSchema,
  type ConflictDeclaration,
  type ConflictOfInterest,
  type Declaration,
} from '#shared/domain/declaration.ts';

export type MyRecusal = { applicant: string; reason: string; recordedAt: string };

/** What I declared in a round, and from whose applications I stay away. */
export class DeclarationsStore extends AuditedStore {
  /** Keeps what I declared, word for word, with my signature where it bears one. */
  accept(round: string, { kind, text, acceptedAt, signature }: Declaration): void {
    this.records.transaction(() => {
      this.records.run(
        this.records.query
          .insertInto('declaration')
          .values({ round, kind: kind ?? null, text, accepted_at: acceptedAt, signature: signature ?? null }),
      );
      this.audit.append('declaration/accepted', { round, kind: kind ?? null });
    });
  }

  declarations(round: string): Declaration[] {
    const rows = this.records.all(this.records.query.selectFrom('declaration').selectAll().where('round', '=', round).orderBy('number'));
    return rows.map(({ kind, text, accepted_at: acceptedAt, signature }) => ({
      ...(kind === null ? {} : { kind }),
      text,
      acceptedAt,
      ...(signature === null ? {} : { signature }),
    }));
  }

  /**
   * Keeps how I stand to an applicant. Anything but `none` is a recusal with its reason; saying `none` after one takes it back, which
   * stays on file with its reason, too.
   */
  declareConflict(
    round: string,
    { applicant, conflict, reason }: { applicant: string; conflict: ConflictOfInterest; reason: string },
  ): void {
    this.records.transaction(() => {
      this.records.run(
        this.records.query.insertInto('conflict_declaration').values({ round, applicant, conflict, declared_at: this.now() }),
      );
      this.audit.append('conflict/declared', { round, applicant, conflict });
      if (conflict !== 'none') {
        this.recuse(round, { applicant, state: 'declared', reason });
      } else if (this.recusals(round).some((standing) => standing.applicant === applicant)) {
        this.recuse(round, { applicant, state: 'withdrawn', reason });
      }
    });
  }

  /** What I said last of each applicant, in the order in which I first said something. */
  conflicts(round: string): ConflictDeclaration[] {
    const rows = this.records.all(
      this.records.query.selectFrom('conflict_declaration').selectAll().where('round', '=', round).orderBy('number'),
    );
    const newest = new Map(
      rows.map(({ applicant, conflict, declared_at: declaredAt }) => [
        applicant,
        { applicant, conflict: conflictOfInterestSchema.parse(conflict), declaredAt },
      ]),
    );
    return [...newest.values()];
  }

  /** Declares that I stay away from an applicant, or takes that back; both stay on file. */
  recuse(round: string, { applicant, state, reason }: { applicant: string; state: 'declared' | 'withdrawn'; reason: string }): void {
    this.records.transaction(() => {
      this.records.run(this.records.query.insertInto('recusal').values({ round, applicant, state, reason, recorded_at: this.now() }));
      this.audit.append(`recusal/${state}`, { round, applicant });
    });
  }

  /** The recusals that stand, in the order in which they were declared. */
  recusals(round: string): MyRecusal[] {
    const standing = new Map<string, MyRecusal>();
    for (const row of this.records.all(this.records.query.selectFrom('recusal').selectAll().where('round', '=', round).orderBy('number'))) {
      standing.delete(row.applicant);
      if (row.state === 'declared') {
        standing.set(row.applicant, { applicant: row.applicant, reason: row.reason, recordedAt: row.recorded_at });
      }
    }
    return [...standing.values()];
  }
}
