import { applicationFactsSchema, type ApplicationFacts } from '#shared/domain/facts.ts';
import type { Records } from '../records.ts';
import { canonicalJson } from './audit.ts';
import type { Clock } from './clock.ts';

/** What was read from the attachments of each bundle, by the version of the reader. No event: anyone can derive them again. */
export class FactsStore {
  readonly #records: Records;
  readonly #now: Clock;

  constructor(records: Records, now: Clock) {
    this.#records = records;
    this.#now = now;
  }

  /** The facts of a bundle as this reader read them, or null when it has not yet. */
  get({ bundle, reader }: { bundle: string; reader: number }): ApplicationFacts | null {
    const row = this.#records.first(
      this.#records.query.selectFrom('bundle_facts').select('facts').where('bundle', '=', bundle).where('reader', '=', reader),
    );
    return row === undefined ? null : applicationFactsSchema.parse(JSON.parse(row.facts));
  }

  /** Keeps them; a reader's first reading of a bundle stays. */
  keep({ bundle, reader, facts }: { bundle: string; reader: number; facts: ApplicationFacts }): void {
    this.#records.run(
      this.#records.query
        .insertInto('bundle_facts')
        .values({ bundle, reader, facts: canonicalJson(facts), derived_at: this.#now() })
        .onConflict((conflict) => conflict.doNothing()),
    );
  }
}
