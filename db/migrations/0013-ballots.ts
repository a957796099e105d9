import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** My masked ballots in votes for 组长: one per electorate, since a second under the same masks would give both away. */
export const ballots: Migration = {
  number: 13,
  name: 'ballots',
  up(database) {
    database.exec(`
      CREATE TABLE ballot (
        round TEXT NOT NULL REFERENCES round (id),
        electors TEXT NOT NULL CHECK (length(electors) = 64),
        numbers TEXT NOT NULL CHECK (json_valid(numbers)),
        cast_at TEXT NOT NULL,
        PRIMARY KEY (round, electors)
      ) STRICT, WITHOUT ROWID;
    `);
    appendOnly(database, ['ballot']);
  },
};
