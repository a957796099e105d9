import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { os } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LoopbackHost } from '#electron/hosts/loopback/host.ts';
import { startLoopbackHost } from '#electron/hosts/loopback/host.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { ask } from './ask.ts';
import { unremembered } from './unremembered.ts';
import type { StubCore } from './stub-core.ts';
import { createStubCore, keepEvidence } from './stub-core.ts';

let folder: string;
let core: StubCore;
let host: LoopbackHost;
let clock: Date;
let calls: number;

beforeEach(async () => {
  folder = makeFolder('loopback');
  await mkdir(join(folder, 'renderer/assets'), { recursive: true });
  await writeFile(join(folder, 'renderer/index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(folder, 'renderer/assets/app.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'outside');
  core = createStubCore();
  clock = new Date('2026-11-24T09:00:00Z');
  calls = 0;
  const count = os.handler(() => {
    calls += 1;
    return { calls };
  });
  host = await startLoopbackHost({
    router: { count },
    core,
    rendererFolder: join(folder, 'renderer'),
    port: 0,
    now: () => clock,
    ...unremembered,
  });
});

afterEach(async () => {
  await host.close();
  await removeFolder(folder);
});

async function enter(): Promise<string> {
  const { pathname, search } = new URL(host.entryUrl());
  const { headers } = await ask(host.port, pathname + search);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** Every kind of address there is, and some there aren't. */
function routes(sha256: string): { path: string; method: string; body?: string }[] {
  return [
    { path: '/', method: 'GET' },
    { path: '/', method: 'HEAD' },
    { path: '/index.html', method: 'GET' },
    { path: '/assets/app.js', method: 'GET' },
    { path: '/api', method: 'POST' },
    { path: '/api/count', method: 'POST', body: '{}' },
    { path: '/api/count', method: 'GET' },
    { path: '/api/nothing', method: 'POST', body: '{}' },
    { path: `/evidence/${sha256}`, method: 'GET' },
    { path: `/evidence/${sha256}`, method: 'HEAD' },
    { path: '/evidence/none', method: 'GET' },
    { path: '/files?name=a.lpapp', method: 'POST', body: 'abc' },
    { path: '/exports/one', method: 'GET' },
    { path: '/exports/none', method: 'GET' },
    { path: '/enter', method: 'POST' },
    { path: '/nothing-here', method: 'GET' },
    { path: '/nothing-here', method: 'PUT' },
    { path: '/', method: 'OPTIONS' },
    { path: '/', method: 'TRACE' },
    { path: '//evil.example/', method: 'GET' },
    { path: '/%2e%2e/secret.txt', method: 'GET' },
  ];
}

describe('nobody but the browser that came in by a one-time address gets an answer', () => {
  const strangers = [
    { who: 'without the cookie', status: 401, headers: () => ({}) },
    { who: 'with a made-up cookie', status: 401, headers: () => ({ cookie: `linping-${host.port}=${'A'.repeat(43)}` }) },
    { who: 'with a foreign Host', status: 403, headers: (cookie: string) => ({ cookie, host: `evil.example:${host.port}` }) },
    { who: 'with a Host of another port', status: 403, headers: (cookie: string) => ({ cookie, host: '127.0.0.1:1' }) },
    { who: 'with a foreign Origin', status: 403, headers: (cookie: string) => ({ cookie, origin: 'http://evil.example' }) },
    { who: 'with the opaque Origin', status: 403, headers: (cookie: string) => ({ cookie, origin: 'null' }) },
    { who: 'from another port of this machine', status: 403, headers: (cookie: string) => ({ cookie, origin: 'http://127.0.0.1:1' }) },
    { who: 'by a cross-site fetch', status: 403, headers: (cookie: string) => ({ cookie, 'sec-fetch-site': 'cross-site' }) },
    { who: 'by a same-site fetch', status: 403, headers: (cookie: string) => ({ cookie, 'sec-fetch-site': 'same-site' }) },
  ];
  for (const { who, status, headers } of strangers) {
    test(`no route answers ${who}`, async () => {
      const cookie = await enter();
      const sha256 = keepEvidence(core, Buffer.from('%PDF-secret'), 'application/pdf');
      for (const { path, method, body } of routes(sha256)) {
        const answer = await ask(host.port, path, { method, body, headers: { ...headers(cookie), 'content-type': 'application/json' } });
        expect({ path, method, status: answer.status }).toEqual({ path, method, status });
        expect(answer.body.toString()).not.toMatch(/secret|<title>|export|calls|bytes/);
      }
      expect(calls).toBe(0);
      expect(core.received).toEqual([]);
    });
  }

  test('and the entry address refuses foreign pages without using up the token', async () => {
    const { pathname, search } = new URL(host.entryUrl());
    const foreign = await ask(host.port, pathname + search, { headers: { 'sec-fetch-site': 'cross-site' } });
    const own = await ask(host.port, pathname + search, { headers: { 'sec-fetch-site': 'none' } });
    expect([foreign.status, own.status]).toEqual([403, 303]);
  });
});

describe('the entry address', () => {
  test('gives a cookie that no script and no other site can use, and leaves the address bar', async () => {
    const { pathname, search } = new URL(host.entryUrl());
    const { status, headers } = await ask(host.port, pathname + search);
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    expect(headers['set-cookie']?.[0]).toMatch(/^linping-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  test('works once', async () => {
    const { pathname, search } = new URL(host.entryUrl());
    await ask(host.port, pathname + search);
    const again = await ask(host.port, pathname + search);
    expect(again.status).toBe(401);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test('is worth nothing after five minutes', async () => {
    const { pathname, search } = new URL(host.entryUrl());
    clock = new Date(clock.getTime() + 5 * 60 * 1000);
    expect((await ask(host.port, pathname + search)).status).toBe(401);
  });

  test('admits to everything the page needs', async () => {
    const headers = { cookie: await enter(), origin: `http://127.0.0.1:${host.port}`, 'sec-fetch-site': 'same-origin' };
    const page = await ask(host.port, '/', { headers });
    const call = await ask(host.port, '/api/count', {
      method: 'POST',
      body: '{}',
      headers: { ...headers, 'content-type': 'application/json' },
    });
    expect(page.body.toString()).toContain('<title>page</title>');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(call.body.toString()).toBe('{"json":{"calls":1}}');
    expect(call.headers['cache-control']).toBe('no-store');
  });
});

describe('files', () => {
  test('outside the renderer’s folder cannot be reached, however the address is spelled', async () => {
    const cookie = await enter();
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%5c..%5c..%5csecret.txt', '/%00', '/%ff']) {
      const answer = await ask(host.port, path, { headers: { cookie } });
      expect([400, 404]).toContain(answer.status);
    }
  });

  test('sent by the page reach the core as they are, under the path they had in their folder', async () => {
    const cookie = await enter();
    const query = new URLSearchParams({ name: '附件3.docx', path: '张三/附件3.docx' });
    const answer = await ask(host.port, `/files?${query}`, { method: 'POST', body: 'content', headers: { cookie } });
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ name: '附件3.docx', path: '张三/附件3.docx', bytes: 7 });
    expect(core.received).toEqual([{ name: '附件3.docx', relativePath: '张三/附件3.docx', content: 'content' }]);
  });

  test('the core has made are downloads under their Chinese names', async () => {
    const answer = await ask(host.port, '/exports/one', { headers: { cookie: await enter() } });
    expect(answer.body.toString()).toBe('bytes');
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="____1_.lpscore"; filename*=UTF-8\'\'%E6%88%90%E7%BB%A9%20%281%29.lpscore',
    );
  });
});

describe('evidence', () => {
  test('is served by ranges larger than one read, byte for byte', async () => {
    const content = Buffer.alloc(3 * 1024 * 1024 + 17);
    content.forEach((_, index) => {
      content[index] = (index * 7) % 251;
    });
    const sha256 = keepEvidence(core, content, 'application/pdf');
    const cookie = await enter();
    const whole = await ask(host.port, `/evidence/${sha256}`, { headers: { cookie } });
    const part = await ask(host.port, `/evidence/${sha256}`, { headers: { cookie, range: 'bytes=1000-2200000' } });
    const beyond = await ask(host.port, `/evidence/${sha256}`, { headers: { cookie, range: `bytes=${content.length}-` } });
    expect(whole.status).toBe(200);
    expect(whole.body.equals(content)).toBe(true);
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 1000-2200000/${content.length}`);
    expect(part.body.equals(content.subarray(1000, 2_200_001))).toBe(true);
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${content.length}`]);
  });

  test('that a browser could run is a download of no type, locked into a sandbox', async () => {
    const cookie = await enter();
    for (const mediaType of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript']) {
      const sha256 = keepEvidence(core, Buffer.from(`<script>${mediaType}</script>`), mediaType);
      const { headers } = await ask(host.port, `/evidence/${sha256}`, { headers: { cookie } });
      expect(headers['content-type']).toBe('application/octet-stream');
      expect(headers['content-disposition']).toMatch(/^attachment/);
      expect(headers['content-security-policy']).toContain('sandbox');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  test('of no bytes is served as no bytes', async () => {
    const sha256 = keepEvidence(core, Buffer.alloc(0), 'text/plain');
    const answer = await ask(host.port, `/evidence/${sha256}`, { headers: { cookie: await enter() } });
    expect([answer.status, answer.headers['content-length'], answer.body.length]).toEqual([200, '0', 0]);
  });
});
