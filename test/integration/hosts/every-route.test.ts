import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import type { Core } from '#electron/core/core.ts';
import { hostPaths, startLoopbackHost, type LoopbackHost } from '#electron/hosts/loopback/host.ts';
import { siteAreas } from '#electron/hosts/site/site.ts';
import { contract } from '#shared/api/contract.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { ask } from './ask.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';
import { unremembered } from './unremembered.ts';

let folder: string;
let core: Core;
let host: LoopbackHost;
let cookie: string;

beforeAll(async () => {
  folder = makeFolder('routes');
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  core = createCore({
    workspaceFolder: join(folder, 'workspace'),
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version: '0.0.0-test',
    now: () => new Date(),
  });
  host = await startLoopbackHost({ router, core, rendererFolder: folder, port: 0, now: () => new Date(), ...unremembered });
  const { pathname, search } = new URL(host.entryUrl());
  cookie = (await ask(host.port, pathname + search)).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});

afterAll(async () => {
  await host.close();
  await core.close();
  await removeFolder(folder);
});

/** Every procedure of the contract as an address, every area of the site, and what the host answers itself. */
const procedures = [...addresses(contract, hostPaths.api)];
const routes = [
  ...procedures.map((path) => ({ method: 'POST', path })),
  ...siteAreas.map((area) => ({ method: 'GET', path: `/${area}/${'0'.repeat(64)}` })),
  { method: 'POST', path: `${hostPaths.files}?name=a.pdf` },
  { method: 'GET', path: '/' },
  { method: 'GET', path: '/index.html' },
];

function* addresses(part: unknown, path: string): Generator<string> {
  if (isContractProcedure(part)) {
    yield path;
  } else if (typeof part === 'object' && part !== null) {
    for (const [name, inner] of Object.entries(part)) {
      yield* addresses(inner, `${path}/${name}`);
    }
  }
}

test('the list holds the procedures there are, and each is really answered to the browser that came in', async () => {
  expect(procedures).toEqual(expect.arrayContaining(['/api/workspace/create', '/api/rounds/draft/issue', '/api/merge/export']));
  for (const path of procedures) {
    // What the contract does not take is refused by the procedure itself, not by the gate, and not as an unknown address.
    const { status } = await ask(host.port, path, { method: 'POST', body: '[', headers: { cookie, 'content-type': 'application/json' } });
    expect([path, status]).toEqual([path, 400]);
  }
});

const strangers = {
  'without a token': { status: 401, headers: () => ({}) },
  'with a foreign Host': { status: 403, headers: () => ({ cookie, host: `evil.example:${host.port}` }) },
  'with a foreign Origin': { status: 403, headers: () => ({ cookie, origin: 'http://evil.example' }) },
} as const;

test.each(Object.entries(strangers))('no route answers %s', async (_who, { status, headers }) => {
  const answers = [];
  for (const { method, path } of routes) {
    const body = method === 'POST' ? '{}' : undefined;
    const answer = await ask(host.port, path, { method, body, headers: { ...headers(), 'content-type': 'application/json' } });
    answers.push({ method, path, status: answer.status });
    expect(answer.body.toString()).not.toMatch(/<title>|"json"|"defined"/);
  }
  expect(answers).toEqual(routes.map((route) => ({ ...route, status })));
  expect((await core.state()).state).toBe('none');
});
