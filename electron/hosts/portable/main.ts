import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram } from '../launch/run-program.ts';
import { workspaceFolderOf } from '../workspace-folder.ts';
import { askPlace } from './ask-place.ts';
import type { WorkspacePlace } from './workspace-place.ts';
import { placeFileName, readPlace, writePlace } from './workspace-place.ts';

/** The folder of the start file: this program is `program/dist/electron/portable.js` in it. */
const beside = resolve(import.meta.dirname, '../../..');

/**
 * What the start file of a portable copy runs: `[--workspace DIR] [--port N] [--no-open]`. Finds out where the workspace is to be kept,
 * by asking the first time, and runs the browser host on it. Returns the exit code once the user has ended it.
 */
async function start(): Promise<number> {
  const { values } = parseArgs({
    options: { workspace: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } },
  });
  const workspaceFolder = values.workspace === undefined ? await chosenFolder() : resolve(values.workspace);
  if (workspaceFolder === null) {
    return 1;
  }
  console.log(`工作区 Workspace: ${workspaceFolder}`);
  const port = values.port === undefined ? [] : ['--port', values.port];
  const open = values['no-open'] ? ['--no-open'] : [];
  const argv = [join(import.meta.dirname, 'loopback.js'), '--workspace', workspaceFolder, ...port, ...open];
  const { code } = await runProgram(process.execPath, argv);
  return code;
}

async function chosenFolder(): Promise<string | null> {
  const computerFolder = workspaceFolderOf([]);
  const kept = readPlace(await placeFile(), beside);
  const place = kept ?? (await askedPlace(computerFolder));
  return place === null ? null : place.kind === 'computer' ? computerFolder : place.folder;
}

async function placeFile(): Promise<string> {
  return readFile(join(beside, placeFileName), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') {
      return '';
    }
    throw error;
  });
}

async function askedPlace(computerFolder: string): Promise<WorkspacePlace | null> {
  if (!process.stdin.isTTY) {
    console.log(`没有终端可以询问，工作区放在本机；放在别处请写在 ${placeFileName} 中。`);
    console.log(`There is no terminal to ask on: the workspace is on this computer. For another place write it into ${placeFileName}.`);
    return { kind: 'computer' };
  }
  const place = await askPlace({ beside, computerFolder, input: process.stdin, output: process.stdout });
  if (place !== null) {
    await keep(place);
  }
  return place;
}

/** A copy on a medium that can't be written to asks each time. */
async function keep(place: WorkspacePlace): Promise<void> {
  try {
    await writeFile(join(beside, placeFileName), writePlace(place, beside));
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM', 'ENOSPC'].includes(codeOf(error) ?? '')) {
      throw error;
    }
    console.log(
      '这个选择记不下来（文件夹不能写入），下次启动还会再问。 The choice can’t be kept (the folder can’t be written to): the next start asks again.',
    );
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

process.exitCode = await start();
