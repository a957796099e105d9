import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openEncryptedDatabase } from '#db/database/encrypted-database.ts';
import { evidenceMigrations } from '#db/evidence/schema.ts';
import { newWorkspaceKeys, wrapKeys } from '#db/keys/keys.ts';
import { migrate, type Migration } from '#db/database/migrate.ts';
import { recordsMigrations } from '#db/migrations/index.ts';
import { Records } from '#db/database/records.ts';
import { replaceFile } from '#db/folder/replace-file.ts';
import { openStores } from '#db/stores/index.ts';
import { openWorkspace } from '#db/workspace.ts';
import { workspacePaths } from '#db/folder/workspace-paths.ts';
import { temporaryFolder } from '../../temporary.ts';
import { tickingClock, valueOf } from './fixtures/records.ts';

const keep = (folder: string, key = newWorkspaceKeys().records) => ({
  backups: { folder, name: 'records', open: (file: string) => openEncryptedDatabase(file, { cipher: 'sqlcipher', key }) },
  expecting: 'new' as const,
  now: tickingClock(),
});

/** A workspace as the first version left it, with something in it. */
async function oldWorkspace() {
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
  return { folder, paths, keys };
}

test('a workspace of the first version opens in this one, with its data, after a backup that the same key opens', async () => {
  const { folder, paths, keys } = await oldWorkspace();
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

test('a failure on the way is told by the folder and the file that the user knows', async () => {
  const { folder, paths } = await oldWorkspace();
  const open = () => openWorkspace({ folder, passphrase: 'an old workspace', now: tickingClock() });
  writeFileSync(paths.backups, 'a file where the folder should be');
  expect(await open()).toMatchObject({ refusal: { code: 'workspace/not-writable', details: { folder } } });
  rmSync(paths.records);
  expect(await open()).toMatchObject({ refusal: { code: 'workspace/damaged', details: { file: 'records.db' } } });
});

test('a migration that fails leaves the version and the tables as they were', () => {
  const folder = temporaryFolder();
  const key = newWorkspaceKeys().records;
  const database = openEncryptedDatabase(join(folder, 'x.db'), { cipher: 'sqlcipher', key });
  const bad: Migration = {
    number: recordsMigrations.length + 1,
    name: 'bad',
    up: (inside) => {
      inside.exec('CREATE TABLE half (x INTEGER) STRICT');
      throw new Error('half-way');
    },
  };
  valueOf(migrate(database, { migrations: recordsMigrations, ...keep(folder) }));
  expect(() => migrate(database, { migrations: [...recordsMigrations, bad], ...keep(folder, key) })).toThrow('half-way');
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

/** A database of the first version with this many rows of four kilobytes. */
function firstVersion(file: string, { key, rows }: { key: Buffer; rows: number }): void {
  const database = openEncryptedDatabase(file, { cipher: 'sqlcipher', key });
  valueOf(migrate(database, { migrations: recordsMigrations.slice(0, 1), ...keep('nowhere', key) }));
  const stores = openStores(new Records(database), tickingClock());
  database.transaction(() => {
    for (let row = 0; row < rows; row += 1) {
      stores.settings.set(`setting ${row}`, 'x'.repeat(4000));
    }
  })();
  database.close();
}

const whole = (name: string): boolean => name.endsWith('.db');

test(
  'a migration that is killed at any moment leaves under a backup’s name only whole copies, and the next one leaves nothing else',
  { timeout: 300_000 },
  async () => {
    const folder = temporaryFolder();
    const backups = join(folder, 'backups');
    const file = join(folder, 'records.db');
    const key = newWorkspaceKeys().records;
    const rows = 4000;
    firstVersion(file, { key, rows });
    const { size } = statSync(file);
    let killedWhileCopying = 0;
    for (let round = 0; round < 8; round += 1) {
      const before = names(backups).filter(whole).length;
      // From the moment the copy begins to the one at which it has its name.
      const share = round / 7;
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, 'fixtures/migrate-and-wait.ts'), file, backups, key.toString('hex')],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      onTestFinished(() => void child.kill('SIGKILL'));
      const closed = once(child, 'close');
      const reached = (): boolean => names(backups).some((name) => statSize(join(backups, name)) >= share * size && !whole(name));
      while (child.exitCode === null && !reached() && names(backups).filter(whole).length === before) {
        await nextTurn();
      }
      child.kill('SIGKILL');
      await closed;
      killedWhileCopying += names(backups).some((name) => !whole(name)) ? 1 : 0;
      for (const name of names(backups).filter(whole)) {
        const copy = openEncryptedDatabase(join(backups, name), { cipher: 'sqlcipher', key });
        expect(copy.pragma('quick_check', { simple: true })).toBe('ok');
        expect(copy.prepare('SELECT count(*) AS n FROM setting').get()).toEqual({ n: rows });
        copy.close();
      }
    }
    expect(killedWhileCopying).toBeGreaterThan(2);
    const database = openEncryptedDatabase(file, { cipher: 'sqlcipher', key });
    onTestFinished(() => void database.close());
    const version = Number(database.pragma('user_version', { simple: true }));
    valueOf(migrate(database, { migrations: recordsMigrations, ...keep(backups, key) }));
    expect(database.prepare('SELECT count(*) AS n FROM setting').get()).toEqual({ n: rows });
    expect(version === 1 ? names(backups).filter((name) => !whole(name)) : []).toEqual([]);
  },
);

test.each([
  [
    'can’t be made',
    { cipher: 'sqlcipher' as const, spoil: (backups: string) => writeFileSync(backups, 'a file where the folder should be') },
  ],
  ['does not read back', { cipher: 'aegis' as const, spoil: () => undefined }],
])('when the backup %s, nothing is migrated and nothing has a backup’s name', (_what, { cipher, spoil }) => {
  const folder = temporaryFolder();
  const backups = join(folder, 'backups');
  const file = join(folder, 'records.db');
  const key = newWorkspaceKeys().records;
  firstVersion(file, { key, rows: 3 });
  spoil(backups);
  const database = openEncryptedDatabase(file, { cipher: 'sqlcipher', key });
  const place = { ...keep(backups, key).backups, open: (copy: string) => openEncryptedDatabase(copy, { cipher, key }) };
  expect(() => migrate(database, { migrations: recordsMigrations, ...keep(backups, key), backups: place })).toThrow();
  expect(database.pragma('user_version', { simple: true })).toBe(1);
  database.close();
  expect(statSync(backups).isDirectory() ? names(backups) : []).toEqual([]);
});

test('what is no unfinished copy of this database stays in the folder of backups', () => {
  const folder = temporaryFolder();
  const backups = join(folder, 'backups');
  const file = join(folder, 'records.db');
  const key = newWorkspaceKeys().records;
  firstVersion(file, { key, rows: 3 });
  mkdirSync(backups);
  for (const name of [
    'evidence-v1-1-1.db.part',
    'records-v1-1-1.db',
    'notes.part',
    'records-v1-1-1.db.part',
    'records-v1-1-1.db.part-wal',
  ]) {
    writeFileSync(join(backups, name), name);
  }
  const database = openEncryptedDatabase(file, { cipher: 'sqlcipher', key });
  onTestFinished(() => void database.close());
  const { backup } = valueOf(migrate(database, { migrations: recordsMigrations, ...keep(backups, key) }));
  expect(
    names(backups)
      .filter((name) => join(backups, name) !== backup)
      .toSorted(),
  ).toEqual(['evidence-v1-1-1.db.part', 'notes.part', 'records-v1-1-1.db']);
  expect(readFileSync(join(backups, 'records-v1-1-1.db'), 'utf8')).toBe('records-v1-1-1.db');
});

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not made yet.
    return [];
  }
}

/** A file that is renamed meanwhile has no size any more. */
function statSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}
