import type { Migration } from '../database/migrate.ts';

/** What a check had proposed when an answer was given, and what the expert made of it. */
export const proposals: Migration = {
  number: 5,
  name: 'proposals',
  up(database) {
    database.exec(`ALTER TABLE answer ADD COLUMN proposal TEXT CHECK (proposal IS NULL OR json_valid(proposal))`);
  },
};
