import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface GroupedProgram {
  /** Opens the page once. */
  entryUrl: string;
  /** All that it said until then. */
  said: string;
  /** Ends it and all that it started, as closing its terminal would. */
  end: () => Promise<void>;
}

/**
 * Starts a command that leads, by whatever others, to the browser host, in a process group of its own, and waits for the address that it
 * prints. Throws with what it said where it ends without one.
 */
export async function startGrouped(
  [command, ...argv]: readonly [string, ...string[]],
  { cwd, environment }: { readonly cwd: string; readonly environment: NodeJS.ProcessEnv },
): Promise<GroupedProgram> {
  const child = spawn(command, argv, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  // Closed when the last of those that it started has gone.
  const closed = once(child, 'close');
  let said = '';
  const entryUrl = await new Promise<string>((resolve, reject) => {
    for (const output of [child.stdout, child.stderr]) {
      output.on('data', (piece: Buffer) => {
        said += piece.toString();
        const address = /http:\/\/127\.0\.0\.1:\d+\/enter\S+/.exec(said)?.[0];
        if (address !== undefined) {
          resolve(address);
        }
      });
    }
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`ended with ${String(code)} having said: ${said}`)));
  });
  return {
    entryUrl,
    said,
    async end() {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        process.kill(-child.pid, 'SIGTERM');
      }
      await closed;
    },
  };
}
