import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** Who I am, whose cards I know, how I like the program, and the chain of everything that happens. */
export const identitySettingsAudit: Migration = {
  number: 1,
  name: 'identity, settings, audit',
  up(database) {
    database.exec(`
      CREATE TABLE audit_event (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        previous TEXT NOT NULL CHECK (length(previous) = 64),
        hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
      ) STRICT;

      -- The newest row is the identity; an older one stays, so that what it signed can be told.
      CREATE TABLE identity (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        organisation TEXT NOT NULL,
        sign_key TEXT NOT NULL CHECK (json_valid(sign_key)),
        age_identity TEXT NOT NULL,
        card TEXT NOT NULL CHECK (json_valid(card)),
        recorded_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE known_card (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        key_id TEXT NOT NULL,
        card TEXT NOT NULL CHECK (json_valid(card)),
        received_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX known_card_key ON known_card (key_id);

      -- Whether two people compared the fingerprint; the newest row of a key counts.
      CREATE TABLE key_comparison (
        number INTEGER PRIMARY KEY,
        key_id TEXT NOT NULL,
        compared INTEGER NOT NULL CHECK (compared IN (0, 1)),
        recorded_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX key_comparison_key ON key_comparison (key_id, number);

      CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value)),
        recorded_at TEXT NOT NULL
      ) STRICT;
    `);
    appendOnly(database, ['audit_event', 'identity', 'known_card', 'key_comparison']);
  },
};
