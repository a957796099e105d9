import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** Every package received, with what proves who signed it, and what the chair decided about them. */
export const packagesAndResolutions: Migration = {
  number: 4,
  name: 'packages and resolutions',
  up(database) {
    database.exec(`
      CREATE TABLE package (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        kind TEXT NOT NULL,
        format INTEGER NOT NULL CHECK (format > 0),
        -- No foreign key: a package of a round that isn't ours is kept too, set aside.
        round TEXT,
        expert TEXT,
        sequence INTEGER,
        signer TEXT,
        -- data/document.json as it came, before any migration in memory.
        document TEXT NOT NULL CHECK (json_valid(document)),
        file TEXT NOT NULL,
        bytes INTEGER NOT NULL CHECK (bytes >= 0),
        received_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX package_round ON package (round, kind, expert, sequence);

      CREATE TABLE package_tag_file (
        package TEXT NOT NULL REFERENCES package (sha256),
        path TEXT NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (package, path)
      ) STRICT;

      -- The newest row of a package is its state.
      CREATE TABLE package_state (
        number INTEGER PRIMARY KEY,
        package TEXT NOT NULL REFERENCES package (sha256),
        state TEXT NOT NULL CHECK (state IN ('received', 'superseded', 'set-aside')),
        code TEXT,
        recorded_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX package_state_package ON package_state (package, number);

      -- The newest row of a matter counts; the others stay for the report.
      CREATE TABLE resolution (
        number INTEGER PRIMARY KEY,
        round TEXT NOT NULL REFERENCES round (id),
        matter TEXT NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document)),
        recorded_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX resolution_matter ON resolution (round, matter, number);
    `);
    appendOnly(database, ['package', 'package_tag_file', 'package_state', 'resolution']);
  },
};
