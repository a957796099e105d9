import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { keepHostRecord, readHostRecord } from '#db/folder/host-record.ts';
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import type { Core } from '#electron/core/core.ts';
import { startLoopbackHost, type LoopbackHost } from '#electron/hosts/loopback/host.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';
import { proofSchema, returningPaths, returningText } from '#shared/api/returning.ts';
import { valueOf } from '#shared/result.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { ask } from './ask.ts';

const passphrase = '口令 2022 秋天 示例';

let folder: string;
let workspaceFolder: string;
let core: Core;
let host: LoopbackHost;
let key: string;
let clock: Date;

beforeEach(async () => {
  folder = makeFolder('returning');
  workspaceFolder = join(folder, 'workspace');
  await mkdir(join(folder, 'renderer'));
  await writeFile(join(folder, 'renderer/index.html'), '<!doctype html><title>page</title>');
  clock = new Date('2026-11-30T09:00:00Z');
  key = randomBytes(32).toString('base64url');
  await start();
});

afterEach(async () => {
  await end();
  await removeFolder(folder);
});

async function start(): Promise<void> {
  core = createCore({
    workspaceFolder,
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version: '0.0.0-test',
    now: () => clock,
  });
  host = await startLoopbackHost({
    router,
    core,
    rendererFolder: join(folder, 'renderer'),
    port: 0,
    now: () => clock,
    key,
    remember: (port) => keepHostRecord(workspaceFolder, { port, key }),
  });
}

async function end(): Promise<void> {
  await host.close();
  await core.close();
}

const json = { 'content-type': 'application/json' };
const nonce = () => randomBytes(32).toString('base64url');

function sign(side: 'host' | 'page', { by = key, port = host.port, over }: { by?: string; port?: number; over: string }): string {
  const text = returningText({ side, port, nonce: over });
  return createHmac('sha256', Buffer.from(by, 'base64url')).update(text).digest('base64url');
}

type Attempt = { by?: string; headers?: Record<string, string>; side?: 'host' | 'page'; port?: number };

function comeBack(typed: string, { by, headers = {}, side = 'page', port }: Attempt = {}) {
  const over = nonce();
  const proof = sign(side, { over, ...(by === undefined ? {} : { by }), ...(port === undefined ? {} : { port }) });
  const body = JSON.stringify({ nonce: over, proof, passphrase: typed });
  return ask(host.port, returningPaths.enter, { method: 'POST', body, headers: { ...json, ...headers } });
}

const codeOf = (body: Buffer) => z.object({ code: z.string() }).parse(JSON.parse(body.toString())).code;

async function aWorkspace(): Promise<void> {
  valueOf(await core.create({ passphrase, name: '断电专家（虚构）', organisation: '示例单位' }));
  await core.lock();
}

test('the host proves to whoever asks that it knows the key, at its own port only', async () => {
  const over = nonce();
  const { body } = await ask(host.port, `${returningPaths.proof}?nonce=${over}`);
  const { proof } = proofSchema.parse(JSON.parse(body.toString()));
  expect(proof).toBe(sign('host', { over }));
  expect(proof).not.toBe(sign('host', { over, port: host.port + 1 }));
  expect(proof).not.toBe(sign('page', { over }));
  expect((await ask(host.port, `${returningPaths.proof}?nonce=short`)).status).toBe(400);
});

test('a page that knows the key and the passphrase is let in with a new session, and the workspace is open', async () => {
  await aWorkspace();
  const { status, headers } = await comeBack(passphrase);
  expect(status).toBe(204);
  expect(headers['set-cookie']?.[0]).toMatch(/^linping-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  expect((await ask(host.port, '/', { headers: { cookie } })).status).toBe(200);
  expect(core.isOpen()).toBe(true);
});

test.each<[string, Attempt & { status: number }]>([
  ['without the key', { by: 'B'.repeat(43), status: 403 }],
  ['with the proof that the host itself gave', { side: 'host', status: 403 }],
  ['with a proof for another port', { port: 1, status: 403 }],
  ['from a foreign page', { headers: { origin: 'http://evil.example' }, status: 403 }],
  ['under a foreign name', { headers: { host: 'evil.example' }, status: 403 }],
  ['by a fetch of another site', { headers: { 'sec-fetch-site': 'cross-site' }, status: 403 }],
  ['as a form', { headers: { 'content-type': 'text/plain' }, status: 405 }],
])('nobody comes back %s, whatever passphrase it knows', async (_how, { status, ...attempt }) => {
  const answer = await comeBack(passphrase, attempt);
  expect([answer.status, answer.headers['set-cookie']]).toEqual([status, undefined]);
  expect(core.isOpen()).toBe(false);
});

test('the key is for pages that are inside', async () => {
  expect((await ask(host.port, returningPaths.key)).status).toBe(401);
  const { pathname, search } = new URL(host.entryUrl());
  const cookie = (await ask(host.port, pathname + search)).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const { body } = await ask(host.port, returningPaths.key, { headers: { cookie } });
  expect(JSON.parse(body.toString())).toEqual({ key });
});

test('the passphrase is asked for also where the workspace is open already', async () => {
  await aWorkspace();
  valueOf(await core.unlock(passphrase));
  expect(codeOf((await comeBack('另一个口令')).body)).toBe('workspace/passphrase-wrong');
  expect((await comeBack(passphrase)).status).toBe(204);
});

test('guesses are slowed down, one after the other however many come at once, and the right one waits as well', async () => {
  await aWorkspace();
  const guesses = await Promise.all(Array.from({ length: 5 }, (_, index) => comeBack(`猜 ${index}`)));
  expect(guesses.map(({ body }) => codeOf(body))).toEqual([
    ...Array.from({ length: 3 }, () => 'workspace/passphrase-wrong'),
    ...Array.from({ length: 2 }, () => 'workspace/too-many-guesses'),
  ]);
  expect(codeOf((await comeBack(passphrase)).body)).toBe('workspace/too-many-guesses');
  clock = new Date(clock.getTime() + 2000);
  expect((await comeBack(passphrase)).status).toBe(204);
});

test('what is no such request is refused without a word about the workspace', async () => {
  const send = (body: string) => ask(host.port, returningPaths.enter, { method: 'POST', body, headers: json });
  expect((await send('[')).status).toBe(400);
  expect((await send('{}')).status).toBe(400);
  expect((await send(JSON.stringify({ passphrase: 'x'.repeat(20_000) }))).status).toBe(400);
  expect((await ask(host.port, returningPaths.enter)).status).toBe(405);
});

test('the record is kept once the workspace is open here, beside it, for its owner alone', async () => {
  expect(await readHostRecord(workspaceFolder)).toBeNull();
  await aWorkspace();
  expect(await readHostRecord(workspaceFolder)).toBeNull();
  await comeBack(passphrase);
  expect(await readHostRecord(workspaceFolder)).toEqual({ port: host.port, key });
  expect((await stat(join(workspaceFolder, 'host.json'))).mode & 0o077).toBe(0);
  expect(await readFile(join(workspaceFolder, 'host.json'), 'utf8')).not.toContain(passphrase);
});

test.each(['', '{', '{"port":0,"key":"x"}'])('a record that says %s is none', async (text) => {
  await mkdir(workspaceFolder);
  await writeFile(join(workspaceFolder, 'host.json'), text);
  expect(await readHostRecord(workspaceFolder)).toBeNull();
});
