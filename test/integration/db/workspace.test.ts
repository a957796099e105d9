import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEncryptedDatabase } from '#db/database/encrypted-database.ts';
import { createWorkspace, openWorkspace } from '#db/workspace.ts';
import { temporaryFolder } from '../../temporary.ts';
import { tickingClock, valueOf } from './fixtures/records.ts';

const passphrase = '江城 2022 correct';

async function workspaceIn(folder: string) {
  const workspace = valueOf(await createWorkspace({ folder, passphrase, now: tickingClock() }));
  onTestFinished(() => workspace.close());
  return workspace;
}

async function refusalOf(opening: ReturnType<typeof openWorkspace> | ReturnType<typeof createWorkspace>): Promise<string> {
  const opened = await opening;
  if (opened.ok) {
    await opened.value.close();
    return 'opened';
  }
  return opened.refusal.code;
}

test('what was written is there when the workspace is opened again', async () => {
  const folder = join(temporaryFolder(), '工作区');
  const first = await workspaceIn(folder);
  first.stores.rounds.saveDraft({ id: 'r', title: '第一批', practice: false, document: { notice: '通知' } });
  await first.close();
  const again = valueOf(await openWorkspace({ folder, passphrase, now: tickingClock() }));
  onTestFinished(() => again.close());
  expect(again.stores.rounds.draft('r')).toMatchObject({ title: '第一批', document: { notice: '通知' } });
  expect(readdirSync(folder).toSorted()).toContain('keys.json');
});

test('another passphrase does not open it, the right one typed decomposed does', async () => {
  const folder = temporaryFolder();
  const workspace = valueOf(await createWorkspace({ folder, passphrase: 'réviseur \u00e9', now: tickingClock() }));
  await workspace.close();
  expect(await refusalOf(openWorkspace({ folder, passphrase: 'reviseur e', now: tickingClock() }))).toBe('workspace/passphrase-wrong');
  expect(await refusalOf(openWorkspace({ folder, passphrase: 're\u0301viseur e\u0301', now: tickingClock() }))).toBe('opened');
});

test('after a change of passphrase only the new one opens it', async () => {
  const folder = temporaryFolder();
  const workspace = await workspaceIn(folder);
  expect(await workspace.changePassphrase({ from: 'not it at all', to: 'the new one' })).toMatchObject({
    refusal: { code: 'workspace/passphrase-wrong' },
  });
  valueOf(await workspace.changePassphrase({ from: passphrase, to: 'the new one' }));
  await workspace.close();
  expect(await refusalOf(openWorkspace({ folder, passphrase, now: tickingClock() }))).toBe('workspace/passphrase-wrong');
  expect(await refusalOf(openWorkspace({ folder, passphrase: 'the new one', now: tickingClock() }))).toBe('opened');
});

test('a workspace that is open is not opened twice, by this process or another', async () => {
  const folder = temporaryFolder();
  await workspaceIn(folder);
  expect(await refusalOf(openWorkspace({ folder, passphrase, now: tickingClock() }))).toBe('workspace/in-use');
  expect(await openInChild(folder)).toMatch(/^workspace\/in-use/);
});

test('a process killed with the workspace open leaves no lock behind', async () => {
  const folder = temporaryFolder();
  await (await workspaceIn(folder)).close();
  const child = startChild(folder);
  const [first] = await once(child.stdout, 'data');
  expect(String(first)).toMatch(/^opened/);
  expect(await refusalOf(openWorkspace({ folder, passphrase, now: tickingClock() }))).toBe('workspace/in-use');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await refusalOf(openWorkspace({ folder, passphrase, now: tickingClock() }))).toBe('opened');
});

test('a folder without a workspace, with one, or with something else is told apart', async () => {
  const folder = temporaryFolder();
  expect(await refusalOf(openWorkspace({ folder, passphrase, now: tickingClock() }))).toBe('workspace/not-found');
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, 'photo.jpg'), '');
  expect(await refusalOf(createWorkspace({ folder, passphrase, now: tickingClock() }))).toBe('workspace/folder-not-empty');
  const taken = join(folder, 'taken');
  await (await workspaceIn(taken)).close();
  expect(await refusalOf(createWorkspace({ folder: taken, passphrase, now: tickingClock() }))).toBe('workspace/already-exists');
});

test('damage is told as damage, and which file', async () => {
  const folder = temporaryFolder();
  const workspace = await workspaceIn(folder);
  const { paths } = workspace;
  await workspace.close();
  const evidence = readFileSync(paths.evidence);
  evidence.fill(0x5a, 100, 40_000);
  writeFileSync(paths.evidence, evidence);
  expect(await openWorkspace({ folder, passphrase, now: tickingClock() })).toMatchObject({
    refusal: { code: 'workspace/damaged', details: { file: 'evidence.db' } },
  });
  truncateSync(paths.records, 0);
  expect(await openWorkspace({ folder, passphrase, now: tickingClock() })).toMatchObject({
    refusal: { code: 'workspace/damaged', details: { file: 'records.db' } },
  });
});

test('a workspace of a newer version is refused and left as it is', async () => {
  const folder = temporaryFolder();
  const workspace = await workspaceIn(folder);
  const { file, key } = { file: workspace.paths.evidence, key: Buffer.from(workspace.evidenceAccess().key) };
  await workspace.close();
  const database = openEncryptedDatabase(file, { cipher: 'aegis', key });
  database.pragma('user_version=99');
  database.close();
  expect(await openWorkspace({ folder, passphrase, now: tickingClock() })).toMatchObject({
    refusal: { code: 'workspace/newer-schema', details: { found: 99 } },
  });
});

test('the keys of two workspaces with one passphrase differ', async () => {
  const [one, two] = [await workspaceIn(temporaryFolder()), await workspaceIn(temporaryFolder())];
  expect(one.evidenceAccess().key.equals(two.evidenceAccess().key)).toBe(false);
  expect(readFileSync(one.paths.keys, 'utf8')).not.toBe(readFileSync(two.paths.keys, 'utf8'));
});

function startChild(folder: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fixtures/open-and-wait.ts'), folder, passphrase], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function openInChild(folder: string): Promise<string> {
  const child = startChild(folder);
  const [first] = await once(child.stdout, 'data');
  child.kill('SIGKILL');
  return String(first);
}
