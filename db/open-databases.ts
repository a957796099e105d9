import { basename } from 'node:path';
import { ok, type Result } from '#shared/result.ts';
import { openEncryptedDatabase, type Database } from './database/encrypted-database.ts';
import { EvidenceStore } from './evidence/evidence-store.ts';
import { evidenceMigrations } from './evidence/schema.ts';
import { refusingFailures } from './folder/failures.ts';
import type { WorkspaceKeys } from './keys/keys.ts';
import { migrate, type Migration } from './database/migrate.ts';
import { recordsMigrations } from './migrations/index.ts';
import type { Clock } from './stores/clock.ts';
import type { WorkspacePaths } from './folder/workspace-paths.ts';

export type OpenDatabases = { records: Database; evidence: EvidenceStore; migrated: { from: number; to: number } | null };

/**
 * Both databases, at the newest version. `new` makes them; `existing` refuses an empty file as damage, for SQLite would
 * take it for a new database and the user's work would seem never to have been.
 */
export function openDatabases(
  paths: WorkspacePaths,
  { keys, expecting, now }: { keys: WorkspaceKeys; expecting: 'new' | 'existing'; now: Clock },
): Result<OpenDatabases, 'workspace/damaged' | 'workspace/newer-schema'> {
  const opened: Database[] = [];
  const open = (part: { file: string; cipher: 'sqlcipher' | 'aegis'; key: Buffer; migrations: readonly Migration[] }) => {
    const name = basename(part.file);
    return refusingFailures(part.file, () => {
      const database = openEncryptedDatabase(part.file, part);
      opened.push(database);
      const { migrations } = part;
      const backups = { folder: paths.backups, name: basename(name, '.db'), open: (file: string) => openEncryptedDatabase(file, part) };
      const migrated = migrate(database, { migrations, backups, expecting, now });
      return migrated.ok ? ok({ database, from: migrated.value.from, to: migrated.value.to }) : migrated;
    });
  };
  const closeAll = () => {
    for (const database of opened) {
      database.close();
    }
  };
  try {
    const records = open({ file: paths.records, cipher: 'sqlcipher', key: keys.records, migrations: recordsMigrations });
    if (!records.ok) {
      closeAll();
      return records;
    }
    const evidence = open({ file: paths.evidence, cipher: 'aegis', key: keys.evidence, migrations: evidenceMigrations });
    if (!evidence.ok) {
      closeAll();
      return evidence;
    }
    const { database, from, to } = records.value;
    return ok({ records: database, evidence: new EvidenceStore(evidence.value.database, now), migrated: from < to ? { from, to } : null });
  } catch (error) {
    closeAll();
    throw error;
  }
}
