import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** Rounds being set up, issued and accepted, and the applications in them. */
export const roundsAndApplications: Migration = {
  number: 2,
  name: 'rounds and applications',
  up(database) {
    database.exec(`
      -- What every state of a round has in common; a draft's document lives here and is replaced while it is one.
      CREATE TABLE round (
        id TEXT PRIMARY KEY,
        state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'accepted')),
        title TEXT NOT NULL,
        practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
        draft TEXT CHECK (draft IS NULL OR json_valid(draft)),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        CHECK ((state = 'draft') = (draft IS NOT NULL))
      ) STRICT;

      -- A signed round as it stands on paper; a re-issue is a new row with the next number.
      CREATE TABLE round_issue (
        round TEXT NOT NULL REFERENCES round (id),
        issue INTEGER NOT NULL CHECK (issue > 0),
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        document TEXT NOT NULL CHECK (json_valid(document)),
        me TEXT NOT NULL,
        chairs INTEGER NOT NULL CHECK (chairs IN (0, 1)),
        scores INTEGER NOT NULL CHECK (scores IN (0, 1)),
        recorded_at TEXT NOT NULL,
        PRIMARY KEY (round, issue)
      ) STRICT;

      -- A bundle taken in, by its package hash. Two bundles of one applicant are two rows.
      CREATE TABLE application (
        bundle TEXT PRIMARY KEY CHECK (length(bundle) = 64),
        id TEXT NOT NULL,
        applicant TEXT NOT NULL,
        bytes INTEGER NOT NULL CHECK (bytes >= 0),
        document TEXT NOT NULL CHECK (json_valid(document)),
        signer TEXT,
        received_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE attachment (
        bundle TEXT NOT NULL REFERENCES application (bundle),
        position INTEGER NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        name TEXT NOT NULL,
        bytes INTEGER NOT NULL CHECK (bytes >= 0),
        class TEXT NOT NULL,
        problem TEXT,
        PRIMARY KEY (bundle, position)
      ) STRICT;
      CREATE INDEX attachment_sha256 ON attachment (sha256);

      CREATE TABLE round_application (
        round TEXT NOT NULL REFERENCES round (id),
        bundle TEXT NOT NULL REFERENCES application (bundle),
        added_at TEXT NOT NULL,
        removed_at TEXT,
        PRIMARY KEY (round, bundle)
      ) STRICT;
    `);
    appendOnly(database, ['round_issue', 'application', 'attachment']);
  },
};
