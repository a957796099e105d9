import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** What the chair returned to whom; the same document gives the same package again when a stick is lost. */
export const issuedReturns: Migration = {
  number: 7,
  name: 'issued returns',
  up(database) {
    database.exec(`
      CREATE TABLE issued_return (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        round TEXT NOT NULL REFERENCES round (id),
        expert TEXT NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        document TEXT NOT NULL CHECK (json_valid(document)),
        issued_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX issued_return_round ON issued_return (round, expert, sequence);
    `);
    appendOnly(database, ['issued_return']);
  },
};
