import { createRequire, registerHooks } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import type { StandIn } from './stand-in/electron.ts';
import { createStandIn } from './stand-in/electron.ts';

const built = resolve(import.meta.dirname, '../../dist/electron');
const standInUrl = 'linping-test:electron';
const standInKey = Symbol.for('linping-test-electron');

/**
 * Runs the built main program in this process, with a stand-in wherever it imports `electron`, until it has a page to show.
 * Once in a process: it is the very file that ships, evaluated as Node evaluates it.
 */
export async function bootMain(workspaceFolder: string): Promise<StandIn> {
  const standIn = createStandIn(dirname(workspaceFolder));
  Object.defineProperty(globalThis, standInKey, { value: standIn.electron });
  registerHooks({
    resolve: (specifier, context, next) => (specifier === 'electron' ? { url: standInUrl, shortCircuit: true } : next(specifier, context)),
    load: (url, context, next) =>
      url === standInUrl ? { format: 'module', source: standInSource(standIn), shortCircuit: true } : next(url, context),
  });
  process.argv.push('--workspace', workspaceFolder);
  // Fails on a top-level await, as Electron would: it isn't ready before the main module has been evaluated.
  createRequire(import.meta.url)(join(built, 'main.js'));
  standIn.becomeReady();
  await standIn.loaded;
  return standIn;
}

const standInSource = ({ electron }: StandIn) =>
  `const electron = globalThis[Symbol.for('linping-test-electron')];\n${Object.keys(electron)
    .map((name) => `export const ${name} = electron.${name};`)
    .join('\n')}`;

/** Runs the built preload the way a sandboxed one is: a function that is given `require`, which knows `electron` and nothing else. */
export function runPreload(standIn: StandIn, window: object): void {
  const source = readFileSync(join(built, 'preload.cjs'), 'utf8');
  const requireElectron = (name: string) => {
    if (name !== 'electron') {
      throw new Error(`a sandboxed preload can't require ${name}`);
    }
    return standIn.electron;
  };
  const preload: unknown = compileFunction(source, ['require', 'window', 'exports', 'module', 'process']);
  if (typeof preload === 'function') {
    const module = { exports: {} };
    Reflect.apply(preload, undefined, [requireElectron, window, module.exports, module, undefined]);
  }
}
