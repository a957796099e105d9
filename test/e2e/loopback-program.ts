import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface LoopbackProgram {
  /** Opens the page once. */
  entryUrl: string;
  /** The process, for measuring it. */
  pid: number;
  /** Ends it as Ctrl+C would; throws when it doesn't end cleanly. */
  stop: () => Promise<void>;
  /** Ends it as a battery that is empty would. */
  kill: () => Promise<void>;
}

const projectFolder = resolve(import.meta.dirname, '../..');

/** Runs the built browser host on a workspace folder; `appFolder` is where `dist` is, the project's own unless another is given. */
export async function startLoopbackProgram({
  workspaceFolder,
  appFolder = projectFolder,
}: {
  workspaceFolder: string;
  appFolder?: string;
}): Promise<LoopbackProgram> {
  const program = join(appFolder, 'dist/electron/loopback.js');
  const child = spawn(process.execPath, [program, '--no-open', '--workspace', workspaceFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const entryUrl = /http:\S+/.exec(line)?.[0];
    if (entryUrl !== undefined && child.pid !== undefined) {
      child.stdout.resume();
      return {
        entryUrl,
        pid: child.pid,
        async kill() {
          child.kill('SIGKILL');
          await exited;
        },
        async stop() {
          child.kill('SIGINT');
          const [code] = await exited;
          if (code !== 0) {
            throw new Error(`the browser host ended with ${String(code)}`);
          }
        },
      };
    }
  }
  throw new Error('the browser host ended without an address');
}
