import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEncryptedDatabase } from '#db/encrypted-database.ts';
import { evidenceMigrations } from '#db/evidence/schema.ts';
import { newWorkspaceKeys, wrapKeys } from '#db/keys.ts';
import { migrate, type Migration } from '#db/migrate.ts';
import { recordsMigrations } from '#db/migrations/index.ts';
import { Records } from '#db/records.ts';
import { replaceFile } from '#db/replace-file.ts';
import { openStores } from '#db/stores/index.ts';
import { openWorkspace } from '#db/workspace.ts';
import { workspacePaths } from '#db/workspace-paths.ts';
import { temporaryFolder } from '../../temporary.ts';
import { tickingClock, valueOf } from './fixtures/records.ts';

const keep = (folder: string) => ({ backups: { folder, name: 'records' }, expecting: 'new' as const, now: tickingClock() });

test('a workspace of the first version opens in this one, with its data, after a backup that the same key opens', async () => {
  const folder = temporaryFolder();
  const paths = workspacePaths(folder);
  const keys = newWorkspaceKeys();
  await replaceFile(paths.keys, JSON.stringify(await wrapKeys(keys, 'an old workspace')));
  const old = openEncryptedDatabase(paths.records, { cipher: 'sqlcipher', key: keys.records });
  valueOf(migrate(old, { migrations: recordsMigrations.slice(0, 1), ...keep(folder) }));
  const stores = openStores(new Records(old), tickingClock());
  stores.settings.set('language', 'zh');
  stores.audit.append('test/before', { old: true });
  old.close();
  const evidence = openEncryptedDatabase(paths.evidence, { cipher: 'aegis', key: keys.evidence });
  valueOf(migrate(evidence, { migrations: evidenceMigrations, ...keep(folder) }));
  evidence.close();

  const workspace = valueOf(await openWorkspace({ folder, passphrase: 'an old workspace', now: tickingClock() }));
  workspace.stores.rounds.saveDraft({ id: 'r', title: '', practice: false, document: null });
  expect(workspace.stores.audit.list().map(({ kind }) => kind)).toEqual(['test/before', 'workspace/migrated', 'round/drafted']);
  expect(workspace.stores.audit.verifyChain()).toEqual({ holds: true, count: 3 });
  await workspace.close();

  const [backup = '', ...others] = readdirSync(paths.backups);
  expect(others).toEqual([]);
  const copy = openEncryptedDatabase(join(paths.backups, backup), { cipher: 'sqlcipher', key: keys.records });
  expect(copy.pragma('user_version', { simple: true })).toBe(1);
  expect(openStores(new Records(copy), tickingClock()).audit.list()).toHaveLength(1);
  copy.close();
});

test('a migration that fails leaves the version and the tables as they were', () => {
  const folder = temporaryFolder();
  const database = openEncryptedDatabase(join(folder, 'x.db'), { cipher: 'sqlcipher', key: newWorkspaceKeys().records });
  const bad: Migration = {
    number: recordsMigrations.length + 1,
    name: 'bad',
    up: (inside) => {
      inside.exec('CREATE TABLE half (x INTEGER) STRICT');
      throw new Error('half-way');
    },
  };
  valueOf(migrate(database, { migrations: recordsMigrations, ...keep(folder) }));
  expect(() => migrate(database, { migrations: [...recordsMigrations, bad], ...keep(folder) })).toThrow('half-way');
  expect(database.pragma('user_version', { simple: true })).toBe(recordsMigrations.length);
  expect(database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'").get()).toEqual({ n: 0 });
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  database.close();
});

test('the migrations are numbered from 1 without gaps, every table is strict and every connection synchronous and checked', () => {
  const folder = temporaryFolder();
  const database = openEncryptedDatabase(join(folder, 'x.db'), { cipher: 'sqlcipher', key: newWorkspaceKeys().records });
  valueOf(migrate(database, { migrations: recordsMigrations, ...keep(folder) }));
  expect(recordsMigrations.map(({ number }) => number)).toEqual(recordsMigrations.map((_, index) => index + 1));
  const tables = database
    .prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  expect(tables.length).toBeGreaterThan(15);
  expect(tables.filter((table) => !(table instanceof Object && 'strict' in table && table.strict === 1))).toEqual([]);
  const pragma = (name: string) => database.pragma(name, { simple: true });
  expect([pragma('synchronous'), pragma('journal_mode'), pragma('foreign_keys'), pragma('temp_store')]).toEqual([2, 'wal', 1, 2]);
  database.close();
});
