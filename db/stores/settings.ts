import type * as z from 'zod';
import type { Records } from '../database/records.ts';
import { canonicalJson } from './audit.ts';
import type { Clock } from './clock.ts';

/** How the user likes the program. Not part of the review: a setting is replaced. */
export class SettingsStore {
  readonly #records: Records;
  readonly #now: Clock;

  constructor(records: Records, now: Clock) {
    this.#records = records;
    this.#now = now;
  }

  /** A setting, or null when it was never set or no longer fits the schema. */
  get<Value>(name: string, schema: z.ZodType<Value>): Value | null {
    const row = this.#records.first(this.#records.query.selectFrom('setting').select('value').where('name', '=', name));
    const parsed = row === undefined ? undefined : schema.safeParse(JSON.parse(row.value));
    return parsed?.success ? parsed.data : null;
  }

  set(name: string, value: unknown): void {
    const row = { value: canonicalJson(value), recorded_at: this.#now() };
    this.#records.run(
      this.#records.query
        .insertInto('setting')
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row)),
    );
  }
}
