import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import type { Core } from '#electron/core/core.ts';
import { WorkUnderWay } from '#electron/core/work-under-way.ts';
import { temporaryFolder } from '../../temporary.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';

const me = { passphrase: '口令 2022 秋', name: '示例专家', organisation: '示例单位' };

function newCore(workspaceFolder = join(temporaryFolder(), 'workspace')): Core {
  const core = createCore({
    workspaceFolder,
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version: '0.0.0-test',
    now: () => new Date('2022-11-15T01:41:00Z'),
  });
  onTestFinished(() => core.close());
  return core;
}

const clientOf = (core: Core) => createRouterClient(router, { context: { core } });
const codeOf = (outcome: Awaited<ReturnType<Core['unlock']>>): string => (outcome.ok ? 'ok' : outcome.refusal.code);

test('a creation asked for twice at once is one creation, and another one beside it is refused', async () => {
  const core = newCore();
  const outcomes = await Promise.all([core.create(me), core.create({ ...me }), core.create({ ...me, name: '别人' })]);
  expect(outcomes.map(codeOf)).toEqual(['ok', 'ok', 'workspace/already-exists']);
  expect(await core.state()).toMatchObject({ state: 'open', person: { name: me.name } });
});

test('unlocking twice at once opens once, and locking and unlocking keep their order', async () => {
  const core = newCore();
  await core.create(me);
  await core.lock();
  const { passphrase } = me;
  expect((await Promise.all([core.unlock(passphrase), core.unlock(passphrase)])).map(codeOf)).toEqual(['ok', 'ok']);
  const [, , again] = await Promise.all([core.lock(), core.lock(), core.unlock(passphrase)]);
  expect(codeOf(again)).toBe('ok');
  expect((await core.state()).state).toBe('open');
  await Promise.all([core.unlock(passphrase), core.close()]);
  expect((await core.state()).state).toBe('locked');
});

test('locking stops long work, waits for it, and leaves nothing half-done', async () => {
  const core = newCore();
  await core.create(me);
  const client = clientOf(core);
  const events: string[] = [];
  const practising = (async () => {
    for await (const event of await client.rounds.startPractice()) {
      events.push(event.kind);
      if (events.length === 1) {
        void core.lock().then(() => events.push('locked'));
      }
    }
  })();
  await expect(practising).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'workspace/locked' } });
  await core.lock();
  expect(events).toContain('locked');
  expect(events).not.toContain('done');
  await expect(client.rounds.list()).rejects.toMatchObject({ data: { code: 'workspace/locked' } });

  expect(codeOf(await core.unlock(me.passphrase))).toBe('ok');
  const { stores, evidence } = core.opened().workspace;
  expect(stores.audit.verifyChain().holds).toBe(true);
  const kept = new Set(stores.rounds.list().flatMap(({ id }) => stores.applications.inRound(id).map(({ bundle }) => bundle)));
  const listed = new Set(
    [...kept].flatMap((bundle) => stores.applications.get(bundle)?.application.attachments.map(({ sha256 }) => sha256) ?? []),
  );
  expect([...evidence.list()].filter(({ sha256 }) => !listed.has(sha256))).toEqual([]);
});

test('locking lets go of an upload whose sender has fallen silent', async () => {
  const core = newCore();
  await core.create(me);
  const sent = Promise.withResolvers<void>();
  async function* content() {
    yield Buffer.from('the first half');
    sent.resolve();
    await new Promise(() => undefined);
  }
  const upload = core.registerFile({ kind: 'upload', content: content(), name: 'a.lpapp', relativePath: 'a.lpapp' });
  const refusal = expect(upload).rejects.toMatchObject({ refusal: { code: 'workspace/locked' } });
  await sent.promise;
  const { spool } = core.opened().workspace.paths;
  await core.lock();
  await refusal;
  expect(readdirSync(spool)).toEqual([]);
});

test('draining waits even for work that does not look at its signal, and nothing starts after it', async () => {
  const work = new WorkUnderWay();
  const order: string[] = [];
  const finish = Promise.withResolvers<string>();
  const stubborn = work.start(() => finish.promise.then((said) => order.push(said)));
  const failing = work.start(() => Promise.reject(new Error('a bug')));
  await expect(failing).rejects.toThrow('a bug');
  const drained = work.drain().then(() => order.push('drained'));
  await nextTurn();
  finish.resolve('finished');
  await Promise.all([stubborn, drained]);
  expect(order).toEqual(['finished', 'drained']);
  await expect(work.start(() => Promise.resolve(1))).rejects.toMatchObject({ refusal: { code: 'workspace/locked' } });
});

test.each(['lock', 'unfinished', 'records.db', 'evidence.db', 'keys.json.new', 'keys.json', 'keys-copy.json.new', 'keys-copy.json'])(
  'a creation killed when %s appears leaves a whole workspace or none',
  async (name) => {
    const folder = join(temporaryFolder(), 'workspace');
    await createUntil(folder, name);
    const core = newCore(folder);
    const { state } = await core.state();
    // From the key file on it is a workspace, and one is never made over.
    expect(state).toBe(['keys.json', 'keys-copy.json.new', 'keys-copy.json'].includes(name) ? 'locked' : state);
    expect(codeOf(state === 'locked' ? await core.unlock(me.passphrase) : await core.create(me))).toBe('ok');
    expect(await core.state()).toMatchObject({ state: 'open', person: { name: me.name } });
    expect(core.opened().workspace.stores.audit.verifyChain().holds).toBe(true);
  },
);

/** Has another process create a workspace and kills it as soon as a file of that name is there. */
function createUntil(folder: string, name: string): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fixtures/create-workspace.ts'), folder, JSON.stringify(me)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  const watch = async (): Promise<void> => {
    while (child.exitCode === null && !names(folder).includes(name)) {
      await nextTurn();
    }
    child.kill('SIGKILL');
  };
  return Promise.all([closed, watch()]).then(() => undefined);
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not made yet.
    return [];
  }
}
