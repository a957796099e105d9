import type { Records } from '../records.ts';
import type { AuditStore } from './audit.ts';
import type { Clock } from './clock.ts';

export type Declaration = { text: string; acceptedAt: string };
export type MyRecusal = { applicant: string; reason: string; recordedAt: string };

/** What I declared in a round, and from whose applications I stay away. */
export class DeclarationsStore {
  readonly #records: Records;
  readonly #audit: AuditStore;
  readonly #now: Clock;

  constructor(records: Records, audit: AuditStore, now: Clock) {
    this.#records = records;
    this.#audit = audit;
    this.#now = now;
  }

  /** Keeps the text I accepted, word for word. */
  accept(round: string, text: string): void {
    this.#records.transaction(() => {
      this.#records.run(this.#records.query.insertInto('declaration').values({ round, text, accepted_at: this.#now() }));
      this.#audit.append('declaration/accepted', { round });
    });
  }

  declarations(round: string): Declaration[] {
    const rows = this.#records.all(this.#records.query.selectFrom('declaration').selectAll().where('round', '=', round).orderBy('number'));
    return rows.map(({ text, accepted_at: acceptedAt }) => ({ text, acceptedAt }));
  }

  /** Declares that I stay away from an applicant, or takes that back; both stay on file. */
  recuse(round: string, { applicant, state, reason }: { applicant: string; state: 'declared' | 'withdrawn'; reason: string }): void {
    this.#records.transaction(() => {
      this.#records.run(this.#records.query.insertInto('recusal').values({ round, applicant, state, reason, recorded_at: this.#now() }));
      this.#audit.append(`recusal/${state}`, { round, applicant });
    });
  }

  /** The recusals that stand, in the order in which they were declared. */
  recusals(round: string): MyRecusal[] {
    const standing = new Map<string, MyRecusal>();
    for (const row of this.#records.all(
      this.#records.query.selectFrom('recusal').selectAll().where('round', '=', round).orderBy('number'),
    )) {
      standing.delete(row.applicant);
      if (row.state === 'declared') {
        standing.set(row.applicant, { applicant: row.applicant, reason: row.reason, recordedAt: row.recorded_at });
      }
    }
    return [...standing.values()];
  }
}
