import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { extractAll } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import electronPackage from 'electron/package.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { makeFolder, removeFolder } from '../temporary.ts';
import { firstStepsTaken, takeFirstSteps } from './first-steps.ts';
import { startLoopbackProgram } from './loopback-program.ts';
import { importsOf } from './program-imports.ts';

const run = promisify(execFile);
const projectFolder = resolve(import.meta.dirname, '../..');

/** What electron-builder looks for in Electron's program file to set its fuses: this text, a version, how many, then one each. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = 9;

let folder: string;
let unpacked: string;
let app: string;

/** Packs what `npm run build` made around a stand-in for Electron's files, and unpacks the archive out of reach of our node_modules. */
beforeAll(async () => {
  folder = makeFolder('packed');
  await writeElectronStub(join(folder, 'electron'));
  await pack();
  unpacked = join(folder, 'release/linux-unpacked');
  app = join(folder, 'app');
  extractAll(join(unpacked, 'resources/app.asar'), app);
  await cp(join(unpacked, 'resources/app.asar.unpacked'), app, { recursive: true });
});

afterAll(async () => {
  await removeFolder(folder);
});

async function writeElectronStub(stub: string): Promise<void> {
  await mkdir(join(stub, 'resources'), { recursive: true });
  await mkdir(join(stub, 'locales'));
  await writeFile(join(stub, 'electron'), Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, fuses]), Buffer.alloc(fuses, '1')]), {
    mode: 0o755,
  });
  await writeFile(join(stub, 'version'), electronPackage.version);
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'locales/zh-CN.pak']) {
    await writeFile(join(stub, file), '');
  }
}

async function pack(...more: string[]): Promise<void> {
  const builder = join(projectFolder, 'node_modules/electron-builder/cli.js');
  const argv = [
    '--dir',
    '--linux',
    '--x64',
    `-c.electronDist=${join(folder, 'electron')}`,
    `-c.directories.output=${join(folder, 'release')}`,
  ];
  await run(process.execPath, [builder, ...argv, ...more], { cwd: projectFolder, maxBuffer: 64 * 1024 * 1024 });
}

describe('the packed app', () => {
  test('is made by a configuration that is held to electron-builder’s schema', async () => {
    await expect(pack('-c.asarUnpacked=*.node')).rejects.toMatchObject({
      stdout: expect.stringMatching(/unknown property 'asarUnpacked'/),
    });
  });

  test('finds everything its programs import', async () => {
    const missing: string[] = [];
    let seen = 0;
    for (const file of (await readdir(join(app, 'dist/electron'))).filter((name) => name.endsWith('.js'))) {
      const source = await readFile(join(app, 'dist/electron', file), 'utf8');
      const resolvable = createRequire(join(app, 'dist/electron', file));
      for (const name of importsOf(source).filter((specifier) => specifier !== 'electron')) {
        seen += 1;
        if (!canResolve(resolvable, name)) {
          missing.push(`${file}: ${name}`);
        }
      }
    }
    expect(missing).toEqual([]);
    expect(seen).toBeGreaterThan(10);
  });

  test('holds every production dependency but Node itself, and every asset', async () => {
    const packed = (name: string) => existsSync(join(app, 'node_modules', name));
    expect(Object.keys(packageJson.dependencies).filter((name) => !packed(`${name}/package.json`))).toEqual([]);
    expect(Object.keys(packageJson.optionalDependencies).filter(packed)).toEqual([]);
    for (const place of ['assets', 'dist/renderer']) {
      const wanted = (await filesUnder(join(projectFolder, place))).filter((name) => !name.endsWith('.map'));
      expect(wanted.length).toBeGreaterThan(0);
      const packed = new Set(await filesUnder(join(app, place)));
      expect(wanted.filter((name) => !packed.has(name))).toEqual([]);
    }
  });

  test('leaves the native module outside the archive, for every system', async () => {
    const binaries = await readdir(join(unpacked, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds'));
    expect(binaries).toEqual(expect.arrayContaining(['linux-x64.node', 'linux-arm64.node', 'win32-x64.node', 'darwin-arm64.node']));
  });

  test('has the fuses that let nobody run other code with it', async () => {
    const program = (await readFile(join(unpacked, 'linping'))).toString('latin1');
    const [runAsNode, cookieEncryption, nodeOptions, inspect, asarIntegrity, onlyAsar, , fileProtocol] = program.slice(
      fuseSentinel.length + 2,
    );
    expect({ runAsNode, cookieEncryption, nodeOptions, inspect, asarIntegrity, onlyAsar, fileProtocol }).toEqual({
      runAsNode: '0',
      cookieEncryption: '1',
      nodeOptions: '0',
      inspect: '0',
      asarIntegrity: '1',
      onlyAsar: '1',
      fileProtocol: '0',
    });
  });

  test('serves its page, opens a workspace and makes the practice round, by itself', async () => {
    const program = await startLoopbackProgram({ workspaceFolder: join(folder, 'workspace'), appFolder: app });
    try {
      const { ask, ...steps } = await takeFirstSteps(program.entryUrl);
      expect(steps).toMatchObject(firstStepsTaken);
      // Made-up applicants need the font and the rubric, and reading their files PDF.js and the form readers.
      expect(await ask('rounds/startPractice')).toContain('"kind":"done"');
    } finally {
      await program.stop();
    }
  });
});

function canResolve(from: NodeJS.Require, name: string): boolean {
  try {
    from.resolve(name);
    return true;
  } catch (error) {
    // Only reachable by import, which is how it is used.
    return error instanceof Error && 'code' in error && error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED';
  }
}

async function filesUnder(start: string): Promise<string[]> {
  const entries = await readdir(start, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(start.length));
}
