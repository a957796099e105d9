import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** What a site visit holds beside the answers: measurements, the record, photos with their layers, signatures. The newest row counts. */
export const visits: Migration = {
  number: 10,
  name: 'visits',
  up(database) {
    database.exec(`
      ALTER TABLE answer ADD COLUMN measurements TEXT CHECK (measurements IS NULL OR json_valid(measurements));
      ALTER TABLE answer ADD COLUMN partial TEXT CHECK (partial IS NULL OR json_valid(partial));

      CREATE TABLE visit_record (
        number INTEGER PRIMARY KEY,
        round TEXT NOT NULL REFERENCES round (id),
        application TEXT NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document)),
        reason TEXT,
        recorded_at TEXT NOT NULL,
        event INTEGER NOT NULL UNIQUE REFERENCES audit_event (seq)
      ) STRICT;
      CREATE INDEX visit_record_application ON visit_record (round, application, number);

      CREATE TABLE visit_photo (
        number INTEGER PRIMARY KEY,
        round TEXT NOT NULL REFERENCES round (id),
        application TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        document TEXT NOT NULL CHECK (json_valid(document)),
        event INTEGER NOT NULL UNIQUE REFERENCES audit_event (seq),
        UNIQUE (round, application, sha256)
      ) STRICT;
      CREATE INDEX visit_photo_sha256 ON visit_photo (sha256);

      CREATE TABLE visit_layer (
        number INTEGER PRIMARY KEY,
        photo INTEGER NOT NULL REFERENCES visit_photo (number),
        document TEXT NOT NULL CHECK (json_valid(document)),
        reason TEXT,
        recorded_at TEXT NOT NULL,
        event INTEGER NOT NULL UNIQUE REFERENCES audit_event (seq)
      ) STRICT;
      CREATE INDEX visit_layer_photo ON visit_layer (photo, number);

      CREATE TABLE visit_signature (
        number INTEGER PRIMARY KEY,
        round TEXT NOT NULL REFERENCES round (id),
        application TEXT NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document)),
        event INTEGER NOT NULL UNIQUE REFERENCES audit_event (seq)
      ) STRICT;
      CREATE INDEX visit_signature_application ON visit_signature (round, application, number);
    `);
    appendOnly(database, ['visit_record', 'visit_photo', 'visit_layer', 'visit_signature']);
  },
};
