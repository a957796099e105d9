import type { Database } from '../database/encrypted-database.ts';

/** Forbids changing or deleting rows of these tables: what was written stays, a newer row supersedes it. */
export function appendOnly(database: Database, tables: readonly string[]): void {
  for (const table of tables) {
    for (const change of ['UPDATE', 'DELETE']) {
      database.exec(
        `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
         BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
      );
    }
  }
}
