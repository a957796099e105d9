import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** Applicants' folders as they were read, waiting to be confirmed, with every edit of a person. */
export const intakeReadings: Migration = {
  number: 8,
  name: 'intake readings',
  up(database) {
    database.exec(`
      -- What was read, never changed; the files themselves are in the evidence store.
      CREATE TABLE intake_reading (
        id TEXT PRIMARY KEY,
        round TEXT NOT NULL REFERENCES round (id),
        folder TEXT NOT NULL,
        -- SHA-256 over the names and hashes of the folder's files: the same folder again is the same reading.
        contents TEXT NOT NULL CHECK (length(contents) = 64),
        document TEXT NOT NULL CHECK (json_valid(document)),
        read_at TEXT NOT NULL,
        UNIQUE (round, contents)
      ) STRICT;

      CREATE TABLE intake_file (
        reading TEXT NOT NULL REFERENCES intake_reading (id),
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        PRIMARY KEY (reading, position)
      ) STRICT;
      CREATE INDEX intake_file_sha256 ON intake_file (sha256);

      CREATE TABLE intake_edit (
        number INTEGER PRIMARY KEY,
        reading TEXT NOT NULL REFERENCES intake_reading (id),
        edit TEXT NOT NULL CHECK (json_valid(edit)),
        recorded_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX intake_edit_reading ON intake_edit (reading, number);

      -- What the edits make of the reading, so that it needn't be worked out anew each time.
      CREATE TABLE intake_current (
        reading TEXT PRIMARY KEY REFERENCES intake_reading (id),
        document TEXT NOT NULL CHECK (json_valid(document)),
        edits INTEGER NOT NULL CHECK (edits >= 0),
        updated_at TEXT NOT NULL
      ) STRICT;

      -- The newest row of a reading is its state.
      CREATE TABLE intake_state (
        number INTEGER PRIMARY KEY,
        reading TEXT NOT NULL REFERENCES intake_reading (id),
        state TEXT NOT NULL CHECK (state IN ('waiting', 'confirmed', 'discarded')),
        bundle TEXT,
        recorded_at TEXT NOT NULL,
        CHECK ((state = 'confirmed') = (bundle IS NOT NULL))
      ) STRICT;
      CREATE INDEX intake_state_reading ON intake_state (reading, number);
    `);
    appendOnly(database, ['intake_reading', 'intake_file', 'intake_edit', 'intake_state']);
  },
};
