import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** Files that ended the process which read them, so that they are not tried at each opening. */
export const readingFaults: Migration = {
  number: 15,
  name: 'reading faults',
  up(database) {
    database.exec(`
      -- By the file's hash and the version of the reader, whatever bundle it came in: a better reader may try again.
      CREATE TABLE reading_fault (
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        reader INTEGER NOT NULL CHECK (reader > 0),
        fault TEXT NOT NULL CHECK (fault IN ('too-long', 'too-much-memory', 'broke-off')),
        recorded_at TEXT NOT NULL,
        PRIMARY KEY (sha256, reader)
      ) STRICT;
    `);
    appendOnly(database, ['reading_fault']);
  },
};
