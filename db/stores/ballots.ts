import { type Ballot, ballotSchema } from '#shared/domain/election.ts';
import { AuditedStore } from './audited-store.ts';
import { canonicalJson } from './audit.ts';

/** My masked ballots. Neither the table nor the chain holds what I chose. */
export class BallotsStore extends AuditedStore {
  cast(round: string, { electors, numbers }: Ballot): void {
    this.records.transaction(() => {
      this.records.run(
        this.records.query.insertInto('ballot').values({ round, electors, numbers: canonicalJson(numbers), cast_at: this.now() }),
      );
      this.audit.append('election/voted', { round, electors });
    });
  }

  /** My ballot for this electorate, or null. */
  get(round: string, electors: string): (Ballot & { castAt: string }) | null {
    const row = this.records.first(
      this.records.query.selectFrom('ballot').selectAll().where('round', '=', round).where('electors', '=', electors),
    );
    return row === undefined ? null : { ...ballotSchema.parse({ electors, numbers: JSON.parse(row.numbers) }), castAt: row.cast_at };
  }

  /** All my ballots of a round, oldest first. */
  all(round: string): (Ballot & { castAt: string })[] {
    return this.records
      .all(this.records.query.selectFrom('ballot').selectAll().where('round', '=', round).orderBy('cast_at'))
      .map(({ electors, numbers, cast_at }) => ({ ...ballotSchema.parse({ electors, numbers: JSON.parse(numbers) }), castAt: cast_at }));
  }
}
