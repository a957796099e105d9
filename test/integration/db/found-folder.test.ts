import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkspace, openWorkspace } from '#db/workspace.ts';
import { temporaryFolder } from '../../temporary.ts';
import { tickingClock, valueOf } from './fixtures/records.ts';

const passphrase = '江城 2022 correct';

/** A closed workspace that holds something. */
async function usedWorkspace(): Promise<string> {
  const folder = join(temporaryFolder(), 'workspace');
  const workspace = valueOf(await createWorkspace({ folder, passphrase, now: tickingClock() }));
  workspace.stores.rounds.saveDraft({ id: 'r', title: '第一批', practice: false, document: { notice: '通知' } });
  await workspace.close();
  return folder;
}

/** Every file and folder with its bytes and modes; the lock, which is empty, comes and goes. */
function everything(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    found.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const mode = statSync(path).mode.toString(8);
      return [relative(folder, path), entry.isDirectory() ? `folder ${mode}` : `${readFileSync(path).toString('base64')} ${mode}`];
    }),
  );
}

async function createIn(folder: string): Promise<string> {
  const created = await createWorkspace({ folder, passphrase: 'another passphrase', now: tickingClock() });
  if (!created.ok) {
    return created.refusal.code;
  }
  await created.value.close();
  return 'created';
}

async function open(folder: string): Promise<string> {
  const opened = await openWorkspace({ folder, passphrase, now: tickingClock() });
  if (!opened.ok) {
    return opened.refusal.code;
  }
  await opened.value.close();
  return 'opened';
}

/** What may be found of each file that a workspace has. */
const kept = ['as it was', 'missing', 'empty', 'foreign'] as const;
type State = (typeof kept)[number];

function put(path: string, state: State): void {
  if (state === 'missing') {
    rmSync(path, { force: true });
  } else if (state !== 'as it was') {
    writeFileSync(path, state === 'empty' ? '' : 'of somebody else');
  }
}

const combinations = kept.flatMap((keys) =>
  kept.flatMap((copy) => kept.flatMap((records) => kept.map((evidence) => ({ keys, copy, records, evidence })))),
);

test('whatever is left of a workspace, a new one is not made over it, and nothing of it is touched', { timeout: 120_000 }, async () => {
  const whole = await usedWorkspace();
  const files = new Map(
    readdirSync(whole, { withFileTypes: true })
      .flatMap((entry) => (entry.isFile() ? [entry.name] : []))
      .map((name) => [name, readFileSync(join(whole, name))]),
  );
  expect(combinations).toHaveLength(256);
  for (const { keys, copy, records, evidence } of combinations) {
    const folder = temporaryFolder();
    files.forEach((bytes, name) => writeFileSync(join(folder, name), bytes));
    put(join(folder, 'keys.json'), keys);
    put(join(folder, 'keys-copy.json'), copy);
    put(join(folder, 'records.db'), records);
    put(join(folder, 'evidence.db'), evidence);
    const nothingLeft = [keys, copy, records, evidence].every((state) => state === 'missing');
    const before = everything(folder);
    const hasKeys = keys !== 'missing' || copy !== 'missing';
    const said = await createIn(folder);
    const which = `keys ${keys}, copy ${copy}, records ${records}, evidence ${evidence}`;
    expect(said, which).toBe(nothingLeft ? 'created' : hasKeys ? 'workspace/already-exists' : 'workspace/keys-missing');
    if (!nothingLeft) {
      expect(everything(folder), which).toEqual(before);
    }
  }
});

test('databases without their keys are told as such when the workspace is opened', async () => {
  const folder = await usedWorkspace();
  rmSync(join(folder, 'keys.json'));
  rmSync(join(folder, 'keys-copy.json'));
  expect(await open(folder)).toBe('workspace/keys-missing');
});

test.each([
  ['a photo', (folder: string) => writeFileSync(join(folder, 'photo.jpg'), 'x'), 'workspace/folder-not-empty'],
  ['a file called lock that is not empty', (folder: string) => writeFileSync(join(folder, 'lock'), 'x'), 'workspace/folder-not-empty'],
  ['an empty folder called exports', (folder: string) => mkdirSync(join(folder, 'exports')), 'workspace/folder-not-empty'],
  [
    'a mark of an unfinished creation beside a photo',
    (folder: string) => {
      writeFileSync(join(folder, 'unfinished'), '');
      writeFileSync(join(folder, 'photo.jpg'), 'x');
    },
    'workspace/folder-not-empty',
  ],
  [
    'a mark of an unfinished creation beside backups',
    (folder: string) => {
      writeFileSync(join(folder, 'unfinished'), '');
      mkdirSync(join(folder, 'backups'));
      writeFileSync(join(folder, 'backups/records-v1.db'), 'x');
    },
    'workspace/keys-missing',
  ],
  [
    'backups of a workspace that is gone',
    (folder: string) => {
      mkdirSync(join(folder, 'backups'));
      writeFileSync(join(folder, 'backups/records-v1.db'), 'x');
    },
    'workspace/keys-missing',
  ],
  ['the log of a database that is gone', (folder: string) => writeFileSync(join(folder, 'records.db-wal'), 'x'), 'workspace/keys-missing'],
  ['a folder called records.db', (folder: string) => mkdirSync(join(folder, 'records.db')), 'workspace/keys-missing'],
])('a folder with %s is refused as it is', async (_what, furnish, code) => {
  const folder = temporaryFolder();
  furnish(folder);
  const before = everything(folder);
  expect(await createIn(folder)).toBe(code);
  expect(everything(folder)).toEqual(before);
});

test('an empty folder, a missing one and one with the empty lock of a refused creation can be used', async () => {
  const empty = temporaryFolder();
  expect(await createIn(empty)).toBe('created');
  expect(await createIn(join(temporaryFolder(), 'a', 'b'))).toBe('created');
  const locked = temporaryFolder();
  writeFileSync(join(locked, 'lock'), '');
  expect(await createIn(locked)).toBe('created');
});

test('what a killed creation left, which it marked itself, does not stand in the way of the next', async () => {
  const folder = temporaryFolder();
  for (const name of ['unfinished', 'lock', 'records.db', 'records.db-wal', 'evidence.db']) {
    writeFileSync(join(folder, name), name === 'records.db' ? 'half a database' : '');
  }
  mkdirSync(join(folder, 'spool'));
  const workspace = valueOf(await createWorkspace({ folder, passphrase, now: tickingClock() }));
  onTestFinished(() => workspace.close());
  expect(workspace.stores.rounds.list()).toEqual([]);
  expect(readdirSync(folder)).not.toContain('unfinished');
});

test('a mark that outlived its creation is gone once the workspace was opened, so that nothing of it is ever taken for unfinished', async () => {
  const folder = await usedWorkspace();
  writeFileSync(join(folder, 'unfinished'), '');
  expect(await createIn(folder)).toBe('workspace/already-exists');
  expect(await open(folder)).toBe('opened');
  rmSync(join(folder, 'keys.json'));
  rmSync(join(folder, 'keys-copy.json'));
  expect(await createIn(folder)).toBe('workspace/keys-missing');
});
