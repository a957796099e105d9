import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestContext } from 'vitest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { NpmOutcome } from '../../electron/hosts/launch/run-npm.ts';
import { npmEnvironment, runNpm } from '../../electron/hosts/launch/run-npm.ts';
import { noRegistry } from '../registry.ts';
import { ownLines } from '../run/own-lines.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { firstStepsTaken, takeFirstSteps } from './first-steps.ts';
import { startGrouped } from './grouped-program.ts';

const projectFolder = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** The oldest that README names, and the npm that comes with it: that one would compile SQLite, and takes away our link to Node 26. */
const outside = { node: '20.20.2', npm: '10.8.2' };

let folder: string;
/** A copy of what a clean checkout holds. */
let copy: string;
let environment: NodeJS.ProcessEnv;
let npm: readonly [node: string, cli: string];
let tools: NpmOutcome;

beforeAll(async () => {
  folder = makeFolder('install');
  copy = join(folder, '遴评 clean copy');
  await copyProject();
  // The package that holds the Node of this machine, in the older version.
  const node = basename(dirname(dirname(await ownNode())));
  const cache = join(folder, 'cache');
  tools = await runNpm(['install', '--no-save', '--ignore-scripts', `--cache=${cache}`, `${node}@${outside.node}`, `npm@${outside.npm}`], {
    cwd: await made('outside'),
    environment: npmEnvironment(),
  });
  npm = [join(folder, `outside/node_modules/${node}/bin/node`), join(folder, 'outside/node_modules/npm/bin/npm-cli.js')];
  environment = { ...npmEnvironment(), npm_config_cache: cache, PATH: [await barePath(), dirname(npm[0])].join(delimiter) };
});

afterAll(async () => {
  await removeFolder(folder);
});

async function made(name: string): Promise<string> {
  await mkdir(join(folder, name));
  return join(folder, name);
}

/** What git knows and what is about to be committed, without anything that was installed or built. */
async function copyProject(): Promise<void> {
  const argv = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await run('git', argv, { cwd: projectFolder, maxBuffer: 64 * 1024 * 1024 });
  for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(join(projectFolder, name)))) {
    await cp(join(projectFolder, file), join(copy, file));
  }
}

async function ownNode(): Promise<string> {
  for (const name of Object.keys(packageJson.optionalDependencies)) {
    const program = join(projectFolder, 'node_modules', name, 'bin/node');
    if (existsSync(program)) {
      return program;
    }
  }
  throw new Error('npm ci installed no Node for this platform');
}

/** A folder for the PATH with nothing in it but the shell that npm runs scripts with: no compiler, no make, no Python. */
async function barePath(): Promise<string> {
  const bin = await made('bin');
  await symlink('/bin/sh', join(bin, 'sh'));
  return bin;
}

const npmInCopy = (argv: readonly string[], more: NodeJS.ProcessEnv = {}) =>
  runNpm(argv, { cwd: copy, environment: { ...environment, ...more }, npm });

/** Warnings that npm gave, but for those about packages that ask for a newer Node: README says what they mean. */
const warningsIn = (said: string) => said.split('\n').filter((line) => /^npm (?:warn|error)/i.test(line) && !line.includes('EBADENGINE'));

async function expectInstalled({ code, said }: NpmOutcome, context: TestContext): Promise<void> {
  noRegistry(said, context);
  expect(code, said).toBe(0);
  expect(warningsIn(said)).toEqual([]);
  expect(said).not.toMatch(/node-gyp|prebuild|deprecated/);
  expect(await readdir(join(copy, 'node_modules/better-sqlite3'))).not.toContain('build');
}

// Windows has no such PATH, and no group of processes to end; what is installed there is asked of the registry (lockfile.test.ts).
describe.skipIf(process.platform === 'win32')(
  `a clean copy, with Node ${outside.node} and its npm ${outside.npm}, no compiler and no Python`,
  () => {
    test('is installed by npm ci, from the registry and from nothing else', async (context) => {
      noRegistry(tools.said, context);
      const outcome = await npmInCopy(['ci']);
      await expectInstalled(outcome, context);
      // Each of them is about the old Node outside, none about something that is wrong with the new one.
      const named = outcome.said.matchAll(/current: \{ node: '([^']+)'/g);
      expect(new Set([...named].map(([, version]) => version))).toEqual(new Set([`v${outside.node}`]));
    });

    test('is installed again with no network at all, from the cache that the first installation filled', async (context) => {
      noRegistry(tools.said, context);
      const nowhere = 'http://127.0.0.1:9/';
      await expectInstalled(await npmInCopy(['ci', '--offline'], { HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere }), context);
    });

    test('starts the browser host by npm start, serves its page and makes a workspace', async (context) => {
      noRegistry(tools.said, context);
      const argv = ['start', '--', '--browser', '--no-open', '--workspace', join(folder, 'workspace')];
      const program = await startGrouped([...npm, ...argv], { cwd: copy, environment });
      try {
        expect(await takeFirstSteps(program.entryUrl)).toMatchObject(firstStepsTaken);
        expect(program.said).not.toMatch(/warn|\(!\)/i);
      } finally {
        await program.end();
      }
    });

    test('runs its checks on the Node that came with it', async (context) => {
      noRegistry(tools.said, context);
      // npm test is these; whoever runs this test is in the middle of it.
      const scripts: Record<string, string> = packageJson.scripts;
      expect(Object.keys(scripts).flatMap((name) => ownLines(scripts, name)).length).toBeGreaterThan(10);
      const { code, said } = await npmInCopy(['run', '-s', 'check:layers']);
      expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^layers: \d{3,} modules, 0 violations\n$/) });
      expect(await readFile(join(copy, 'README.md'), 'utf8')).toMatch(/EBADENGINE/);
    });
  },
);
