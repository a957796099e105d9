import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary.ts';

const projectFolder = resolve(import.meta.dirname, '../../..');
const ownNode = 'electron/hosts/own-node.mjs';

interface Installed {
  name: string;
  version: string;
  os: string;
  cpu: string;
  /** What its `node` does, as a shell script. */
  does: string;
}

/** A folder whose package.json asks for Node 99, which nobody has, with the given packages installed; `main.mjs` prints `ran`. */
async function folderWith(installed: readonly Installed[]): Promise<string> {
  const folder = temporaryFolder('own-node');
  await mkdir(join(folder, 'electron/hosts'), { recursive: true });
  await cp(join(projectFolder, ownNode), join(folder, ownNode));
  const optionalDependencies = { 'node-here': '99.1.0', 'node-elsewhere': '99.1.0' };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', optionalDependencies }));
  await writeFile(join(folder, 'main.mjs'), "console.log('ran')");
  for (const { name, version, os, cpu, does } of installed) {
    const packageFolder = join(folder, 'node_modules', name);
    await mkdir(join(packageFolder, 'bin'), { recursive: true });
    await writeFile(join(packageFolder, 'package.json'), JSON.stringify({ name, version, os, cpu, bin: { node: 'bin/node' } }));
    await writeFile(join(packageFolder, 'bin/node'), `#!/bin/sh\n${does}\n`);
    await chmod(join(packageFolder, 'bin/node'), 0o755);
  }
  return folder;
}

function start(folder: string, argv: readonly string[] = []) {
  return spawn(process.execPath, ['--import', `./${ownNode}`, 'main.mjs', ...argv], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function run(folder: string, argv: readonly string[] = []) {
  const child = start(folder, argv);
  const [output, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { output, complaint, code };
}

const here = { name: 'node-here', version: '99.1.0', os: process.platform, cpu: process.arch };
const elsewhere = { name: 'node-elsewhere', version: '99.1.0', os: process.platform === 'win32' ? 'linux' : 'win32', cpu: process.arch };

// The stand-ins are shell scripts.
describe.skipIf(process.platform === 'win32')('an older Node than the one that comes along', () => {
  test('runs the same command line again with the one installed for this platform, and ends as that does', async () => {
    const folder = await folderWith([
      { ...elsewhere, does: 'echo the wrong one' },
      { ...here, does: 'echo "again: $*"; exit 7' },
    ]);
    const { output, code } = await run(folder, ['--flag', 'two words']);
    expect(output).toBe(`again: --import ./${ownNode} ${join(folder, 'main.mjs')} --flag two words\n`);
    expect(code).toBe(7);
  });

  test('hands the signals that it gets on to it', async () => {
    const folder = await folderWith([
      { ...here, does: `trap 'echo asked to end; exit 3' TERM\necho up\nwhile [ -e "$0" ]; do sleep 0.05; done` },
    ]);
    const child = start(folder);
    const said: string[] = [];
    child.stdout.on('data', (piece: Buffer) => said.push(piece.toString()));
    await expect.poll(() => said.join('')).toContain('up');
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(3);
    await expect.poll(() => said.join('')).toBe('up\nasked to end\n');
  });

  test.each([
    ['none is installed', []],
    ['only another platform’s is installed', [{ ...elsewhere, does: 'echo the wrong one' }]],
    ['the installed one is as old', [{ ...here, version: '26.10.0', does: 'echo the wrong one' }]],
  ])('says what to do, in both languages, where %s, and runs nothing', async (_, installed) => {
    const { output, complaint, code } = await run(await folderWith(installed));
    expect(complaint).toMatch(/遴评需要 Node 99.*npm ci[^]*Linping needs Node 99.*npm ci/);
    expect({ output, code }).toEqual({ output: '', code: 2 });
  });
});

test('a Node that is new enough goes on by itself', async () => {
  const folder = temporaryFolder('own-node');
  await mkdir(join(folder, 'electron/hosts'), { recursive: true });
  await cp(join(projectFolder, ownNode), join(folder, ownNode));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ optionalDependencies: { 'node-here': process.versions.node } }));
  await writeFile(join(folder, 'main.mjs'), 'console.log(process.argv.slice(2).join())');
  expect(await run(folder, ['a', 'b'])).toEqual({ output: 'a,b\n', complaint: '', code: 0 });
});
