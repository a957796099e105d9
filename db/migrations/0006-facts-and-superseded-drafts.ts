import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** What was read from each bundle's attachments, every draft that gave way, and the way to one sheet's newest seal. */
export const factsAndSupersededDrafts: Migration = {
  number: 6,
  name: 'facts and superseded drafts',
  up(database) {
    database.exec(`
      -- Derived from the bundle's bytes, so of no version but the reader's: a better reader adds its own row.
      CREATE TABLE bundle_facts (
        bundle TEXT NOT NULL REFERENCES application (bundle),
        reader INTEGER NOT NULL CHECK (reader > 0),
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        derived_at TEXT NOT NULL,
        PRIMARY KEY (bundle, reader)
      ) STRICT;

      CREATE TABLE superseded_draft (
        number INTEGER PRIMARY KEY,
        round TEXT NOT NULL REFERENCES round (id),
        document TEXT NOT NULL CHECK (json_valid(document)),
        saved_at TEXT NOT NULL,
        superseded_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX superseded_draft_round ON superseded_draft (round, number);

      CREATE INDEX seal_sheet_sheet ON seal_sheet (round, application, stage, sequence);
    `);
    appendOnly(database, ['bundle_facts', 'superseded_draft']);
  },
};
