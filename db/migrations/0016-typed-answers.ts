import type { Migration } from '../database/migrate.ts';

/** What was typed at an item and makes no value yet: half of a pair, a number that can be read in two ways. */
export const typedAnswers: Migration = {
  number: 16,
  name: 'typed answers',
  up(database) {
    database.exec('ALTER TABLE answer ADD COLUMN typed TEXT CHECK (typed IS NULL OR json_valid(typed))');
  },
};
