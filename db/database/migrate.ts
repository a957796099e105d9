import { ok, refused, type Result } from '#shared/result.ts';
import { backupBeforeMigrating, versionOf, type BackupPlace } from './backup-before-migrating.ts';
import type { Database } from './encrypted-database.ts';

/** One step forward. Numbers run from 1 without gaps; a migration that was shipped is never edited. */
export type Migration = { readonly number: number; readonly name: string; readonly up: (database: Database) => void };

/**
 * Brings a database to the newest version, one transaction per step, and returns the version it had.
 *
 * A database that holds something is copied first, into `backups`. Refused: `workspace/newer-schema`;
 * `workspace/damaged` when a database that should exist is empty; throws what {@link backupBeforeMigrating} throws.
 */
export function migrate(
  database: Database,
  {
    migrations,
    backups,
    expecting,
    now,
  }: {
    migrations: readonly Migration[];
    backups: BackupPlace;
    expecting: 'new' | 'existing';
    now: () => string;
  },
): Result<{ from: number; to: number; backup: string | null }, 'workspace/damaged' | 'workspace/newer-schema'> {
  const from = versionOf(database);
  const to = migrations.length;
  if (from === 0 && expecting === 'existing') {
    return refused('workspace/damaged', { file: `${backups.name}.db` });
  }
  if (from > to) {
    return refused('workspace/newer-schema', { found: from, known: to });
  }
  if (from === to) {
    return ok({ from, to, backup: null });
  }
  const time = now()
    .replaceAll(/[^0-9]/g, '')
    .slice(0, 14);
  const backup = from === 0 ? null : backupBeforeMigrating(database, { ...backups, stamp: `v${from}-${time}-${process.pid}` });
  // Rebuilding a table that others refer to needs this off, and it can't be changed inside a transaction.
  database.pragma('foreign_keys=OFF');
  try {
    for (const migration of migrations.slice(from)) {
      database
        .transaction(() => {
          migration.up(database);
          const broken = database.pragma('foreign_key_check');
          if (!Array.isArray(broken) || broken.length > 0) {
            throw new Error(`migration ${migration.number} ${migration.name} breaks ${JSON.stringify(broken)}`);
          }
          database.pragma(`user_version=${migration.number}`);
        })
        .exclusive();
    }
  } finally {
    database.pragma('foreign_keys=ON');
  }
  return ok({ from, to, backup });
}
