import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refused, type Result } from '#shared/result.ts';
import type { Database } from './encrypted-database.ts';

/** One step forward. Numbers run from 1 without gaps; a migration that was shipped is never edited. */
export type Migration = { readonly number: number; readonly name: string; readonly up: (database: Database) => void };

/**
 * Brings a database to the newest version, one transaction per step, and returns the version it had.
 *
 * A database that holds something is copied first, into `backups`: `VACUUM INTO` keeps the encryption and the key, where
 * `backup()` fails on an encrypted database. Refused: `workspace/newer-schema`;
 * `workspace/damaged` when a database that should exist is empty.
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
    backups: { folder: string; name: string };
    expecting: 'new' | 'existing';
    now: () => string;
  },
): Result<{ from: number; to: number; backup: string | null }> {
  const from = Number(database.pragma('user_version', { simple: true }));
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
  let backup: string | null = null;
  if (from > 0) {
    mkdirSync(backups.folder, { recursive: true });
    backup = join(
      backups.folder,
      `${backups.name}-v${from}-${now()
        .replaceAll(/[^0-9]/g, '')
        .slice(0, 14)}-${process.pid}.db`,
    );
    database.prepare('VACUUM INTO ?').run(backup);
  }
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
