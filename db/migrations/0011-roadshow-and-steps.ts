import type { Migration } from '../database/migrate.ts';
import { appendOnly } from './append-only.ts';

/** The roadshow day, what was noted at it, and which changes took others back. */
export const roadshowAndSteps: Migration = {
  number: 11,
  name: 'roadshow and steps',
  up(database) {
    database.exec(`
      -- The newest row of a round counts.
      CREATE TABLE roadshow_agenda (
        number INTEGER PRIMARY KEY,
        round TEXT NOT NULL REFERENCES round (id),
        document TEXT NOT NULL CHECK (json_valid(document)),
        recorded_at TEXT NOT NULL,
        event INTEGER NOT NULL UNIQUE REFERENCES audit_event (seq)
      ) STRICT;
      CREATE INDEX roadshow_agenda_round ON roadshow_agenda (round, number);

      -- What was noted on a roadshow sheet. Clock events add up; of all else the newest row of a subject counts.
      CREATE TABLE roadshow_note (
        number INTEGER PRIMARY KEY,
        sheet INTEGER NOT NULL REFERENCES sheet (id),
        kind TEXT NOT NULL CHECK (kind IN ('clock', 'connected', 'fixed', 'question')),
        -- A question's id, else ''.
        subject TEXT NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document)),
        reason TEXT,
        recorded_at TEXT NOT NULL,
        event INTEGER NOT NULL UNIQUE REFERENCES audit_event (seq)
      ) STRICT;
      CREATE INDEX roadshow_note_sheet ON roadshow_note (sheet, kind, number);

      -- An answer that took another back, or made one that had been taken back again.
      CREATE TABLE answer_step (
        answer INTEGER PRIMARY KEY REFERENCES answer (number),
        kind TEXT NOT NULL CHECK (kind IN ('undo', 'redo')),
        target INTEGER NOT NULL REFERENCES answer (number)
      ) STRICT;
    `);
    appendOnly(database, ['roadshow_agenda', 'roadshow_note', 'answer_step']);
  },
};
