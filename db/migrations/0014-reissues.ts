import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** The next version of an issued round while its chair prepares it, and the answers that a new version asks to look at again. */
export const reissues: Migration = {
  number: 14,
  name: 'reissues',
  up(database) {
    database.exec(`
      -- The round itself stays issued meanwhile; what this draft says goes out as the next issue or is dropped.
      CREATE TABLE next_issue (
        round TEXT PRIMARY KEY REFERENCES round (id),
        draft TEXT NOT NULL CHECK (json_valid(draft)),
        saved_at TEXT NOT NULL
      ) STRICT;

      -- Answers of mine that stood when a version came in which their item is another.
      CREATE TABLE recheck (
        number INTEGER PRIMARY KEY,
        round TEXT NOT NULL,
        issue INTEGER NOT NULL,
        answer INTEGER NOT NULL REFERENCES answer (number),
        FOREIGN KEY (round, issue) REFERENCES round_issue (round, issue),
        UNIQUE (issue, answer)
      ) STRICT;
      CREATE INDEX recheck_round ON recheck (round, number);

      CREATE TABLE confirmed_recheck (
        recheck INTEGER PRIMARY KEY REFERENCES recheck (number),
        event INTEGER NOT NULL REFERENCES audit_event (seq)
      ) STRICT;
    `);
    appendOnly(database, ['recheck', 'confirmed_recheck']);
  },
};
