import type { Migration } from '../database/migrate.ts';

/** Bytes per chunk row; the last row of a file is shorter. */
export const chunkBytes = 2 ** 20;

/** A chunk's row id is its file's number × this + its place: one b-tree, in reading order, with no second index. */
export const chunksPerBlob = 2 ** 20;

/** Every migration of the evidence database, in order. */
export const evidenceMigrations: readonly Migration[] = [
  {
    number: 1,
    name: 'files in chunks',
    up(database) {
      database.exec(`
        -- sha256 and bytes are null while a file is being written. Only a file with visible = 1 exists for readers.
        CREATE TABLE blob (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          sha256 TEXT CHECK (sha256 IS NULL OR length(sha256) = 64),
          bytes INTEGER CHECK (bytes IS NULL OR bytes >= 0),
          visible INTEGER NOT NULL CHECK (visible IN (0, 1)),
          stored_at TEXT NOT NULL,
          CHECK (visible = 0 OR (sha256 IS NOT NULL AND bytes IS NOT NULL))
        ) STRICT;
        CREATE UNIQUE INDEX blob_sha256 ON blob (sha256) WHERE visible = 1;
        CREATE INDEX blob_staged ON blob (id) WHERE visible = 0;
        CREATE TABLE chunk (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
        CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob WHEN old.visible = 1
        BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END;
        CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob WHEN old.visible = 1
        BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
      `);
    },
  },
];
