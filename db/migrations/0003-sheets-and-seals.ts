import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** What I wrote as an expert, every version of it, and what I sealed. */
export const sheetsAndSeals: Migration = {
  number: 3,
  name: 'sheets and seals',
  up(database) {
    database.exec(`
      CREATE TABLE sheet (
        id INTEGER PRIMARY KEY,
        round TEXT NOT NULL REFERENCES round (id),
        application TEXT NOT NULL,
        stage TEXT NOT NULL CHECK (stage IN ('document', 'visit', 'roadshow')),
        methods TEXT NOT NULL CHECK (json_valid(methods)),
        started_at TEXT NOT NULL,
        completed_at TEXT,
        -- Where the expert left off; a convenience, not part of what is signed.
        resume_at TEXT CHECK (resume_at IS NULL OR json_valid(resume_at)),
        -- The audit event of the last change: newer than a seal's means changed since.
        last_event INTEGER NOT NULL REFERENCES audit_event (seq),
        UNIQUE (round, application, stage)
      ) STRICT;

      -- Every answer ever given. '' stands for 'no occupation' and 'no level group', so that the key below is a key.
      CREATE TABLE answer (
        number INTEGER PRIMARY KEY,
        sheet INTEGER NOT NULL REFERENCES sheet (id),
        item TEXT NOT NULL,
        occupation TEXT NOT NULL,
        level_group TEXT NOT NULL CHECK (level_group IN ('', 'skilled', 'technician')),
        value TEXT CHECK (value IS NULL OR json_valid(value)),
        points TEXT,
        verdict TEXT,
        comment TEXT NOT NULL,
        evidence TEXT NOT NULL CHECK (json_valid(evidence)),
        recorded_at TEXT NOT NULL,
        -- Why this answer took the place of the one before it.
        reason TEXT,
        event INTEGER NOT NULL UNIQUE REFERENCES audit_event (seq)
      ) STRICT;
      CREATE INDEX answer_slot ON answer (sheet, item, occupation, level_group, number);

      -- Which answer stands now.
      CREATE TABLE entry (
        sheet INTEGER NOT NULL REFERENCES sheet (id),
        item TEXT NOT NULL,
        occupation TEXT NOT NULL,
        level_group TEXT NOT NULL,
        answer INTEGER NOT NULL UNIQUE REFERENCES answer (number),
        -- 1 when it says something that counts: a value, points or a verdict. A comment alone is still a blank.
        filled INTEGER NOT NULL CHECK (filled IN (0, 1)),
        PRIMARY KEY (sheet, item, occupation, level_group)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE seal (
        round TEXT NOT NULL REFERENCES round (id),
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        document TEXT NOT NULL CHECK (json_valid(document)),
        sealed_at TEXT NOT NULL,
        event INTEGER NOT NULL UNIQUE REFERENCES audit_event (seq),
        PRIMARY KEY (round, sequence)
      ) STRICT;

      CREATE TABLE seal_sheet (
        round TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        application TEXT NOT NULL,
        stage TEXT NOT NULL,
        PRIMARY KEY (round, sequence, application, stage),
        FOREIGN KEY (round, sequence) REFERENCES seal (round, sequence)
      ) STRICT, WITHOUT ROWID;

      -- Every time a sealed document left the machine.
      CREATE TABLE seal_export (
        number INTEGER PRIMARY KEY,
        round TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        file TEXT NOT NULL,
        bytes INTEGER NOT NULL CHECK (bytes >= 0),
        exported_at TEXT NOT NULL,
        FOREIGN KEY (round, sequence) REFERENCES seal (round, sequence)
      ) STRICT;
      CREATE INDEX seal_export_seal ON seal_export (round, sequence);

      CREATE TABLE declaration (
        number INTEGER PRIMARY KEY,
        round TEXT NOT NULL REFERENCES round (id),
        text TEXT NOT NULL,
        accepted_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX declaration_round ON declaration (round);

      -- The newest row of an applicant counts: declared, or withdrawn with its own reason.
      CREATE TABLE recusal (
        number INTEGER PRIMARY KEY,
        round TEXT NOT NULL REFERENCES round (id),
        applicant TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('declared', 'withdrawn')),
        reason TEXT NOT NULL,
        recorded_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX recusal_round ON recusal (round, applicant, number);
    `);
    appendOnly(database, ['answer', 'seal', 'seal_sheet', 'seal_export', 'declaration', 'recusal']);
  },
};
