import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestContext } from 'vitest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import packageJson from '../../package.json' with { type: 'json' };
import { makePortable } from '../../electron/hosts/portable/pack/make.ts';
import type { Platform } from '../../electron/hosts/portable/pack/platforms.ts';
import { platforms } from '../../electron/hosts/portable/pack/platforms.ts';
import { binaryKind } from '../binary-kind.ts';
import { Lockfile, platforms as lockedPlatforms } from '../lockfile.ts';
import { noRegistry } from '../registry.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { runTool } from '../tools.ts';
import { firstStepsTaken, takeFirstSteps } from './first-steps.ts';
import { startGrouped } from './grouped-program.ts';
import { importsOf } from './program-imports.ts';

const run = promisify(execFile);
const projectFolder = resolve(import.meta.dirname, '../..');

let folder: string;

beforeAll(() => {
  folder = makeFolder('portable');
});

afterAll(async () => {
  await removeFolder(folder);
});

const topOf = (name: string) => `遴评-${packageJson.version}-${name}`;

/** A file in a ZIP: what it may do, and how it begins. */
interface Packed {
  mode: number;
  start: Buffer;
}

/** Every file of a ZIP by its path under the one folder that all lie in. */
async function read(zip: string, top: string): Promise<Map<string, Packed>> {
  const archive = await yauzl.openPromise(zip);
  const files = new Map<string, Packed>();
  for await (const entry of archive.eachEntry()) {
    expect(entry.fileName.startsWith(`${top}/`)).toBe(true);
    files.set(entry.fileName.slice(top.length + 1), { mode: entry.externalFileAttributes >>> 16, start: await startOf(archive, entry) });
  }
  return files;
}

async function startOf(archive: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const stream = await archive.openReadStreamPromise(entry);
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= 4096) {
      break;
    }
  }
  return Buffer.concat(pieces);
}

const here = platforms.find(({ os, cpu }) => os === process.platform && cpu === process.arch);
/** Drawn anew in every run; `LINPING_PORTABLE=all` makes every platform's (`npm run test:long`). */
const tried = process.env['LINPING_PORTABLE'] === 'all' ? platforms : sampleOf(platforms);

/** The one for this machine and one of the others: each costs an installation and 100 MB to pack. */
function sampleOf(all: readonly Platform[]): readonly Platform[] {
  const others = all.filter((platform) => platform !== here);
  const drawn = others[Math.floor(Math.random() * others.length)];
  return all.filter((platform) => platform === here || platform === drawn);
}

/** The ZIPs by platform, all made at once, or why one could not be made: whether that is for want of a registry is each test's to say. */
const made = new Map<string, Map<string, Packed> | string>();

beforeAll(async () => {
  const makeOne = async (platform: Platform) => {
    const { zip } = await makePortable({ root: projectFolder, platform, out: folder });
    return read(zip, topOf(platform.name));
  };
  await Promise.all(tried.map(async (platform) => made.set(platform.name, await makeOne(platform).catch(String))));
});

/** The files of a platform's ZIP; ends the test where there is none. */
function filesOf(name: string, context: TestContext): Map<string, Packed> {
  const files = made.get(name);
  if (files instanceof Map) {
    return files;
  }
  noRegistry(files ?? '', context);
  throw new Error(files);
}

describe.each(tried)('the portable copy for $name', ({ name, os, cpu }) => {
  test('holds everything that the built programs import, all that was built, and every asset', async (context) => {
    const files = filesOf(name, context);
    const programs = (await readdir(join(projectFolder, 'dist/electron'))).filter((file) => file.endsWith('.js'));
    const sources = await Promise.all(programs.map((file) => readFile(join(projectFolder, 'dist/electron', file), 'utf8')));
    const imported = [...new Set(sources.flatMap(importsOf))].filter(
      (specifier) => specifier !== 'electron' && !specifier.startsWith('node:'),
    );
    expect(imported.length).toBeGreaterThan(10);
    expect(imported.filter((specifier) => !files.has(`program/node_modules/${packageOf(specifier)}/package.json`))).toEqual([]);
    for (const place of ['dist', 'assets']) {
      const entries = await readdir(join(projectFolder, place), { recursive: true, withFileTypes: true });
      const wanted = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.map'));
      const paths = wanted.map((entry) => join(entry.parentPath, entry.name).slice(projectFolder.length + 1));
      expect(paths.length).toBeGreaterThan(0);
      expect(paths.filter((path) => !files.has(`program/${path}`))).toEqual([]);
    }
  });

  test('holds exactly the packages that run with the program on this platform', (context) => {
    const files = filesOf(name, context);
    const lockfile = new Lockfile();
    const platform = lockedPlatforms.find((one) => one.os === os && one.cpu === cpu) ?? expect.fail();
    const nodes = Object.keys(packageJson.optionalDependencies).map((node) => `node_modules/${node}`);
    const wanted = [...lockfile.productionTree(platform)].filter((place) => !nodes.includes(place));
    const packed = new Set(
      [...files.keys()].flatMap((path) => /^program\/((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
    );
    expect([...packed].toSorted()).toEqual(wanted.toSorted());
    expect(wanted.filter((place) => !files.has(`program/${place}/package.json`))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(50);
  });

  test('holds machine code for this platform and for no other: Node, SQLite and what else comes in editions', (context) => {
    const files = filesOf(name, context);
    const binaries = [...files].flatMap(([path, { start }]) => {
      const kind = binaryKind(start);
      return kind === null ? [] : [{ path, ...kind }];
    });
    expect(binaries.filter((binary) => binary.os !== os || binary.cpu !== cpu)).toEqual([]);
    const paths = binaries.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        os === 'win32' ? 'node/node.exe' : 'node/node',
        `program/node_modules/better-sqlite3/prebuilds/${os}-${cpu}.node`,
      ]),
    );
    expect([...files.keys()].filter((path) => path.endsWith('.node')).filter((path) => !paths.includes(path))).toEqual([]);
  });

  test('can be unpacked on Windows, keeps the permission to run, and says on top what to do', (context) => {
    const files = filesOf(name, context);
    const start = { linux: '遴评.sh', darwin: '遴评.command', win32: '遴评.cmd' }[os];
    expect([...files.keys()].filter((path) => !path.includes('/')).toSorted()).toEqual(['说明.txt', start].toSorted());
    // 260 characters with the drive and a folder of one's own.
    expect([...files.keys()].filter((path) => `${topOf(name)}/${path}`.length > 200)).toEqual([]);
    expect(new Set([...files.keys()].map((path) => path.toLowerCase())).size).toBe(files.size);
    expect([...files.keys()].filter((path) => /[:*?"<>|]|[. ](?:\/|$)/.test(path))).toEqual([]);
    const mayRun = [...files].filter(([, { mode }]) => mode === 0o100755).map(([path]) => path);
    expect(mayRun.toSorted()).toEqual(
      { linux: ['node/node', '遴评.sh'], darwin: ['node/node', '遴评.command'], win32: ['node/node.exe'] }[os].toSorted(),
    );
    const script = files.get(start)?.start.toString() ?? '';
    const lines = script.split('\n').slice(0, -1);
    expect(lines.filter((line) => line.endsWith('\r')).length).toBe(os === 'win32' ? lines.length : 0);
    expect(script).toMatch(os === 'win32' ? /^@echo off\r\nchcp 65001 / : /^#!\/bin\/sh\n/);
    expect(files.get('说明.txt')?.start.toString()).toContain(start);
  });
});

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

// Unpacked and started where it is for: on this machine, when that is Linux.
describe.skipIf(process.platform !== 'linux')('the one for this machine, unpacked, with no Node in the PATH', () => {
  const name = process.arch === 'arm64' ? 'linux-arm64' : 'linux-x64';
  let bin: string;
  let start: string;

  beforeAll(async () => {
    // Its names are UTF-8, which unzip believes where the language says so.
    const zip = join(folder, `linping-${packageJson.version}-${name}.zip`);
    await runTool('unzip', ['-q', zip, '-d', join(folder, 'stick')], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    start = join(folder, 'stick', topOf(name), '遴评.sh');
    bin = join(folder, 'bin');
    await mkdir(bin);
    for (const tool of ['sh', 'dirname', 'cmp', 'mkdir', 'cp', 'chmod', 'mv']) {
      const { stdout } = await run('/bin/sh', ['-c', `command -v ${tool}`]);
      await symlink(stdout.trim(), join(bin, tool));
    }
  });

  const environment = () => ({ PATH: bin, HOME: join(folder, 'home'), XDG_CACHE_HOME: join(folder, 'cache') });
  const begin = (...argv: string[]) => startGrouped(['/bin/sh', start, '--no-open', ...argv], { cwd: '/', environment: environment() });

  test('serves its page, makes a workspace where it is told to, and the practice round', async () => {
    const program = await startGrouped([start, '--no-open', '--workspace', join(folder, 'said')], { cwd: '/', environment: environment() });
    try {
      const { ask, ...steps } = await takeFirstSteps(program.entryUrl);
      expect(steps).toMatchObject(firstStepsTaken);
      expect(await ask('rounds/startPractice')).toContain('"kind":"done"');
    } finally {
      await program.end();
    }
    expect(await readdir(join(folder, 'said'))).toContain('keys.json');
  });

  test('keeps the workspace where the file beside it says, wherever it is started from', async () => {
    await writeFile(join(dirname(start), '工作区位置.txt'), '\u{FEFF}工作区\r\n');
    const program = await begin();
    try {
      expect(await takeFirstSteps(program.entryUrl)).toMatchObject(firstStepsTaken);
    } finally {
      await program.end();
    }
    expect(await readdir(join(dirname(start), '工作区'))).toContain('keys.json');
  });

  test('runs from a stick that keeps no permission to run, with a copy of its Node on this computer', async () => {
    await chmod(join(dirname(start), 'node/node'), 0o644);
    const program = await begin('--workspace', join(folder, 'fat'));
    try {
      expect(await takeFirstSteps(program.entryUrl)).toMatchObject(firstStepsTaken);
    } finally {
      await program.end();
    }
    expect(await readdir(join(folder, 'cache/linping'))).toHaveLength(1);
  });
});
