import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRouterClient, ORPCError } from '@orpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCore } from '#electron/api/create-core.ts';
import type { Core } from '#electron/core/core.ts';
import type { HostServices } from '#electron/core/host-services.ts';
import { filesRouter, hostRouter, workspaceRouter } from '#electron/api/workspace.ts';
import { readCard } from '#electron/packages/card.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';

let folder: string;
let core: Core;

const browserHost: HostServices = { kind: 'browser', dialogs: null, startReader: forkReader };

function coreIn(workspaceFolder: string, host: HostServices = browserHost) {
  return createCore({ workspaceFolder, host, version: '0.0.0-test', now: () => new Date('2022-11-15T01:41:00Z') });
}

function clientOf(context: Core) {
  return createRouterClient({ host: hostRouter, files: filesRouter, workspace: workspaceRouter }, { context: { core: context } });
}

beforeEach(async () => {
  folder = makeFolder('core');
  core = coreIn(join(folder, 'workspace'));
});

afterEach(async () => {
  await core.close();
  await removeFolder(folder);
});

const me = { passphrase: '口令 2022 秋', name: '示例专家', organisation: '示例单位' };

it('says whether there is a workspace, and whether it is open', async () => {
  const client = clientOf(core);
  expect((await client.workspace.state()).state).toBe('none');
  expect(await client.workspace.create(me)).toMatchObject({ state: 'open', person: { name: '示例专家', organisation: '示例单位' } });
  expect((await client.workspace.lock()).state).toBe('locked');
  expect((await client.workspace.unlock({ passphrase: me.passphrase })).state).toBe('open');
});

it('refuses a wrong passphrase by its code and stays locked', async () => {
  const client = clientOf(core);
  await client.workspace.create(me);
  await client.workspace.lock();
  const refusal = await client.workspace.unlock({ passphrase: 'another one' }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ORPCError);
  expect(refusal).toMatchObject({ code: 'REFUSED', defined: true, data: { code: 'workspace/passphrase-wrong' } });
  expect((await client.workspace.state()).state).toBe('locked');
});

it('refuses what needs an open workspace while it is locked', async () => {
  const client = clientOf(core);
  for (const call of [() => client.workspace.exportCard(), () => client.workspace.settings(), () => client.files.release({ ids: [] })]) {
    await expect(call()).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'workspace/locked' } });
  }
});

it('opens with the new passphrase only, once it was changed', async () => {
  const client = clientOf(core);
  await client.workspace.create(me);
  await client.workspace.changePassphrase({ from: me.passphrase, to: 'the other one' });
  await client.workspace.lock();
  await expect(client.workspace.unlock({ passphrase: me.passphrase })).rejects.toMatchObject({
    data: { code: 'workspace/passphrase-wrong' },
  });
  expect((await client.workspace.unlock({ passphrase: 'the other one' })).state).toBe('open');
});

it('exports a card that others can check, with the fingerprint shown at home', async () => {
  const client = clientOf(core);
  const state = await client.workspace.create(me);
  const exported = await client.workspace.exportCard();
  expect(exported.name).toBe('card-示例专家.lpcard');
  const open = await core.openExport(exported.id);
  const chunks: Uint8Array[] = [];
  for await (const chunk of open?.content ?? []) {
    chunks.push(chunk);
  }
  const card = await readCard(Buffer.concat(chunks), exported.name);
  expect(card).toMatchObject({ ok: true, value: { card: { name: '示例专家' } } });
  expect(state.state === 'open' && card.ok && state.person.fingerprint.join(' ') === card.value.fingerprint).toBe(true);
  await client.workspace.lock();
  expect(await core.openExport(exported.id)).toBeNull();
});

it('saves an export through the system dialog as a whole file, or not at all when the user cancels', async () => {
  const target = join(folder, 'stick.lpcard');
  await writeFile(target, 'an older card');
  let answer: string | null = null;
  const host: HostServices = {
    kind: 'electron',
    dialogs: { chooseFiles: () => Promise.resolve([]), saveFile: () => Promise.resolve(answer) },
    startReader: forkReader,
  };
  const desktop = coreIn(join(folder, 'desktop'), host);
  const client = clientOf(desktop);
  await client.workspace.create(me);
  const exported = await client.workspace.exportCard();
  expect(await client.files.save({ id: exported.id })).toBeNull();
  expect(await readFile(target, 'utf8')).toBe('an older card');
  answer = target;
  expect(await client.files.save({ id: exported.id })).toEqual({ path: target });
  expect((await readCard(await readFile(target), 'stick.lpcard')).ok).toBe(true);
  answer = join(folder, 'no such folder', 'x.lpcard');
  await expect(client.files.save({ id: exported.id })).rejects.toMatchObject({ data: { code: 'package/target-not-writable' } });
  await desktop.close();
});

it('keeps settings over a restart', async () => {
  const client = clientOf(core);
  await client.workspace.create(me);
  expect(await client.workspace.settings()).toEqual({ language: 'zh', textSize: 'standard', colours: 'system' });
  await client.workspace.saveSettings({ language: 'en', textSize: 'largest', colours: 'dark' });
  await core.close();
  core = coreIn(join(folder, 'workspace'));
  const again = clientOf(core);
  await again.workspace.unlock({ passphrase: me.passphrase });
  expect(await again.workspace.settings()).toEqual({ language: 'en', textSize: 'largest', colours: 'dark' });
});

it('takes an upload into an encrypted copy and forgets it when it is released', async () => {
  const client = clientOf(core);
  await client.workspace.create(me);
  async function* content() {
    yield Buffer.from('申报');
    await Promise.resolve();
    yield Buffer.from('材料');
  }
  const ref = await core.registerFile({ kind: 'upload', content: content(), name: 'a.lpapp', relativePath: 'a.lpapp' });
  expect(ref).toMatchObject({ name: 'a.lpapp', bytes: 12 });
  const opened = await core.opened().files.open(ref.id);
  expect(opened.ok && Buffer.from(await opened.value.read(0, 12)).toString()).toBe('申报材料');
  await client.files.release({ ids: [ref.id] });
  expect(await core.opened().files.open(ref.id)).toMatchObject({ ok: false, refusal: { code: 'files/released' } });
});
