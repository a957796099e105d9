import { chmodSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkspace, openWorkspace } from '#db/workspace.ts';
import { temporaryFolder } from '../../temporary.ts';
import { tickingClock, valueOf } from './fixtures/records.ts';

const passphrase = '江城 2022 correct';

/** What of the folder is not its owner's alone, with its mode. Windows has no such modes: there the folder's own list of rights counts. */
function openToOthers(folder: string): string[] {
  if (process.platform === 'win32') {
    return [];
  }
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name));
  return [folder, ...inside].flatMap((path) => {
    const status = lstatSync(path);
    const right = status.isDirectory() ? 0o700 : 0o600;
    return status.isSymbolicLink() || (status.mode & 0o777) === right
      ? []
      : [`${relative(folder, path) || '.'} ${(status.mode & 0o777).toString(8)}`];
  });
}

/** Every kind of file that a workspace has while it is at work. */
async function atWork(folder: string) {
  const workspace = valueOf(await createWorkspace({ folder, passphrase, now: tickingClock() }));
  onTestFinished(() => workspace.close());
  workspace.stores.settings.set('language', 'zh');
  const batch = workspace.evidence.beginBatch({});
  const file = batch.createWriter();
  await file.write(Buffer.from('a proof'));
  await file.finish();
  await batch.commit();
  const spool = await workspace.createSpool();
  await spool.write(Buffer.alloc(300_000, 1));
  mkdirSync(join(folder, 'backups'), { recursive: true, mode: 0o700 });
  workspace.copyRecords(join(folder, 'backups', 'records-copy.db'));
  return workspace;
}

test('everything of an open workspace is its owner’s alone, whatever the machine gives by default', async () => {
  const before = process.umask(0);
  onTestFinished(() => void process.umask(before));
  const folder = join(temporaryFolder(), 'workspace');
  await atWork(folder);
  const names = readdirSync(folder, { recursive: true }).map(String);
  expect(names).toEqual(
    expect.arrayContaining(['records.db-wal', 'records.db-shm', 'evidence.db-wal', 'lock', 'keys.json', 'keys-copy.json']),
  );
  expect(names.filter((name) => name.startsWith('spool/'))).toHaveLength(1);
  expect(openToOthers(folder)).toEqual([]);
});

test('a workspace that was open to others is closed to them when it is opened; what is not its own is left as it is', async () => {
  const folder = join(temporaryFolder(), 'workspace');
  const workspace = await atWork(folder);
  await workspace.close();
  const outside = join(temporaryFolder(), 'of-the-user.txt');
  writeFileSync(outside, 'x');
  chmodSync(outside, 0o644);
  mkdirSync(join(folder, 'exports'), { recursive: true });
  symlinkSync(outside, join(folder, 'exports', 'link'));
  writeFileSync(join(folder, 'note of the user.txt'), 'x');
  for (const path of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!path.isSymbolicLink()) {
      chmodSync(join(path.parentPath, path.name), path.isDirectory() ? 0o755 : 0o644);
    }
  }
  chmodSync(folder, 0o755);
  const again = valueOf(await openWorkspace({ folder, passphrase, now: tickingClock() }));
  onTestFinished(() => again.close());
  expect(openToOthers(folder)).toEqual(['note of the user.txt 644']);
  expect(lstatSync(outside).mode & 0o777).toBe(0o644);
});
