import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** Declarations say what they are and are signed; what was said of each applicant is on file, also that nothing stands in the way. */
export const signedDeclarations: Migration = {
  number: 9,
  name: 'signed declarations',
  up(database) {
    database.exec(`
      ALTER TABLE declaration ADD COLUMN kind TEXT CHECK (kind IN ('sign-in', 'commitment'));
      ALTER TABLE declaration ADD COLUMN signature TEXT;

      -- The newest row of an applicant counts.
      CREATE TABLE conflict_declaration (
        number INTEGER PRIMARY KEY,
        round TEXT NOT NULL REFERENCES round (id),
        applicant TEXT NOT NULL,
        conflict TEXT NOT NULL CHECK (conflict IN ('none', 'employed', 'kin', 'other')),
        declared_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX conflict_declaration_round ON conflict_declaration (round, applicant, number);
    `);
    appendOnly(database, ['conflict_declaration']);
  },
};
