import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const projectFolder = resolve(import.meta.dirname, '../..');

let folder: string;
let running: ChildProcess | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linping-start-'));
  await mkdir(join(folder, 'bin'));
  await script('bin/xdg-open', `echo "$1" > "${folder}/opened"`);
});

afterEach(async () => {
  running?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function script(name: string, body: string): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${body}\n`);
  await chmod(join(folder, name), 0o755);
}

/** Runs what `npm start` runs; `said` resolves with its output once `until` is in it. */
function start(argv: string[], environment: Record<string, string>, until: RegExp) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', './electron/hosts/require-node.mjs', 'electron/hosts/launcher.ts', '--workspace', join(folder, 'workspace'), ...argv],
    {
      cwd: projectFolder,
      env: { ...inherited, PATH: `${join(folder, 'bin')}${delimiter}${inherited['PATH'] ?? ''}`, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  running = child;
  let output = '';
  const said = new Promise<string>((settle, reject) => {
    child.stdout.on('data', (piece: Buffer) => {
      output += piece.toString();
      if (until.test(output)) {
        settle(output);
      }
    });
    child.once('exit', () => reject(new Error(`ended having said: ${output}`)));
  });
  return { child, said };
}

const address = /http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]{43}/;

describe.skipIf(process.platform !== 'linux')('npm start', () => {
  test('without a display prints the address to open, says why there is no window, and ends cleanly', async () => {
    const { child, said } = start([], {}, address);
    expect(await said).toMatch(/没有图形界面/);
    expect((await fetch(address.exec(await said)?.[0] ?? '', { redirect: 'manual' })).status).toBe(303);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    await expect(readFile(join(folder, 'opened'))).rejects.toThrow(/ENOENT/);
  });

  test('opens the browser where Electron can’t be fetched, saying so', async () => {
    const nowhere = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'none'), ELECTRON_MIRROR: 'http://127.0.0.1:9/' };
    const { said } = start([], { ...nowhere, electron_config_cache: join(folder, 'cache') }, address);
    expect(await said).toMatch(/无法下载 Electron/);
    await expect.poll(() => readFile(join(folder, 'opened'), 'utf8').catch(() => '')).toMatch(address);
  });

  test('opens the browser where Electron is there but doesn’t start', async () => {
    await script('electron', 'exit 127');
    const { said } = start([], { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: folder }, address);
    expect(await said).toMatch(/Electron 未能启动（退出码 127）/);
  });

  test('opens Electron on the workspace where it does, and nothing else', async () => {
    await script('electron', `echo "electron $*"; exit 0`);
    const { child, said } = start([], { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: folder }, /electron .*\n/);
    expect(await said).toBe(`electron ${projectFolder} --workspace ${join(folder, 'workspace')}\n`);
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(0);
  });

  test('prints the address and opens nothing when told so', async () => {
    const { said } = start(['--no-open'], { DISPLAY: ':0' }, address);
    await said;
    await expect(readFile(join(folder, 'opened'))).rejects.toThrow(/ENOENT/);
  });
});
