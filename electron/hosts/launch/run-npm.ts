import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface NpmRun {
  cwd: string;
  /** The whole environment; `npmEnvironment()` where nothing else is wanted. */
  environment: NodeJS.ProcessEnv;
  /** The npm that runs us, or the one in the PATH, unless another is given: its Node, and its `npm-cli.js`. */
  npm?: readonly [node: string, cli: string];
}

export interface NpmOutcome {
  code: number | null;
  /** All that it said, on both outputs. */
  said: string;
}

/** Runs npm to its end. */
export async function runNpm(argv: readonly string[], { cwd, environment, npm }: NpmRun): Promise<NpmOutcome> {
  const [command, ...first] = npm ?? callingNpm(process.env);
  // On Windows the npm in the PATH is a batch file.
  const shell = first.length === 0 && process.platform === 'win32';
  const child = spawn(command, [...first, ...argv], { cwd, env: environment, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, complaints, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: typeof code === 'number' ? code : null, said: `${output}${complaints}` };
}

function callingNpm({ npm_node_execpath: node, npm_execpath: cli }: NodeJS.ProcessEnv): readonly [string, ...string[]] {
  return node === undefined || cli === undefined ? ['npm'] : [node, cli];
}

/**
 * Our environment without what a running npm tells its scripts: another npm would take it for settings (its folder, its cache). Where
 * the registry is and whose settings are read stays.
 */
export function npmEnvironment(): NodeJS.ProcessEnv {
  const kept = ['npm_config_registry', 'npm_config_userconfig', 'npm_config_globalconfig', 'npm_config_cache'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept.includes(name.toLowerCase())));
}
