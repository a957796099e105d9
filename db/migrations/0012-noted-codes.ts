import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** The seal codes that experts read out and the chair wrote down, every one of them. */
export const notedCodes: Migration = {
  number: 12,
  name: 'noted codes',
  up(database) {
    database.exec(`
      CREATE TABLE noted_code (
        number INTEGER PRIMARY KEY,
        round TEXT NOT NULL REFERENCES round (id),
        expert TEXT NOT NULL,
        code TEXT NOT NULL CHECK (length(code) = 20),
        noted_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX noted_code_round ON noted_code (round, expert, number);
    `);
    appendOnly(database, ['noted_code']);
  },
};
