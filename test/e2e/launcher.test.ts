import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFolder, removeFolder } from '../temporary.ts';

const projectFolder = resolve(import.meta.dirname, '../..');

const grouped = process.platform !== 'win32';

let folder: string;
let running: { child: ChildProcess; closed: Promise<unknown> } | null = null;

beforeEach(async () => {
  folder = makeFolder('start');
  await mkdir(join(folder, 'bin'));
  await script('bin/xdg-open', `echo "$1" > "${folder}/opened"`);
});

afterEach(async () => {
  await endAll();
  await removeFolder(folder);
});

async function script(name: string, body: string): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${body}\n`);
  await chmod(join(folder, name), 0o755);
}

/** Ends what runs and all that it started: their output is closed when the last of them has gone. */
async function endAll(): Promise<void> {
  if (running?.child.pid !== undefined && running.child.exitCode === null && running.child.signalCode === null) {
    // Where there are no groups, what was started sees its parent's death.
    process.kill(grouped ? -running.child.pid : running.child.pid, 'SIGKILL');
  }
  await running?.closed;
  running = null;
}

/** Runs what `npm start` runs, in a group of its own; `said` resolves with its output once `until` is in it. */
function start(argv: string[], environment: Record<string, string>, until: RegExp) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', './electron/hosts/own-node.mjs', 'electron/hosts/launcher.ts', '--workspace', join(folder, 'workspace'), ...argv],
    {
      cwd: projectFolder,
      env: { ...inherited, PATH: `${join(folder, 'bin')}${delimiter}${inherited['PATH'] ?? ''}`, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: grouped,
    },
  );
  running = { child, closed: once(child, 'close') };
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

const opened = () => readFile(join(folder, 'opened'), 'utf8').catch(() => '');

test('npm start prints the address and opens nothing when told so, and ends when told so', async () => {
  const { child, said } = start(['--no-open'], { DISPLAY: ':0' }, address);
  expect((await fetch(address.exec(await said)?.[0] ?? '', { redirect: 'manual' })).status).toBe(303);
  child.kill('SIGTERM');
  await running?.closed;
  expect(await opened()).toBe('');
});

/** Elsewhere there is always a display, and neither Electron nor what opens an address can be stood in for by a script in the PATH. */
describe.skipIf(process.platform !== 'linux')('npm start on Linux, where the environment says what there is to show it with', () => {
  test('without a display prints the address to open, says why there is no window, and ends cleanly', async () => {
    const { child, said } = start([], {}, address);
    expect(await said).toMatch(/没有图形界面/);
    child.kill('SIGTERM');
    await running?.closed;
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
    expect(await opened()).toBe('');
  });

  test('opens the browser where Electron can’t be fetched, saying so', async () => {
    const nowhere = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'none'), ELECTRON_MIRROR: 'http://127.0.0.1:9/' };
    const { said } = start([], { ...nowhere, electron_config_cache: join(folder, 'cache') }, address);
    expect(await said).toMatch(/无法下载 Electron/);
    await expect.poll(opened).toMatch(address);
  });

  test('opens the browser where Electron is there but doesn’t start', async () => {
    await script('electron', 'exit 127');
    const { said } = start([], { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: folder }, address);
    expect(await said).toMatch(/Electron 未能启动（退出码 127）/);
    await expect.poll(opened).toMatch(address);
  });

  test('opens Electron on the workspace where it does, and nothing else', async () => {
    await script('electron', `echo "electron $*"; exit 0`);
    const { child, said } = start([], { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: folder }, /electron .*\n/);
    expect(await said).toBe(`electron ${projectFolder} --workspace ${join(folder, 'workspace')}\n`);
    await running?.closed;
    expect(child.exitCode).toBe(0);
    expect(await opened()).toBe('');
  });
});
