import { applicationFactsSchema, type ApplicationFacts } from '#shared/domain/facts.ts';
import type { Records } from '../database/records.ts';
import type { Schema } from '../database/schema.ts';
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

  /** Files that a reader could not read in bounds, by their hash: it does not try them again. A later one may. */
  faultsOf(reader: number): { get: (sha256: string) => ReadingFault | null; keep: (sha256: string, fault: ReadingFault) => void } {
    return {
      get: (sha256) => {
        const row = this.#records.first(
          this.#records.query.selectFrom('reading_fault').select('fault').where('sha256', '=', sha256).where('reader', '=', reader),
        );
        return row === undefined ? null : row.fault;
      },
      keep: (sha256, fault) => {
        this.#records.run(
          this.#records.query
            .insertInto('reading_fault')
            .values({ sha256, reader, fault, recorded_at: this.#now() })
            .onConflict((conflict) => conflict.doNothing()),
        );
      },
    };
  }
}

type ReadingFault = Schema['reading_fault']['fault'];
