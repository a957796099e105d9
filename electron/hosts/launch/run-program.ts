import { spawn } from 'node:child_process';

/** A window program that ends this soon with an error never showed one: a missing library, no sandbox, no display after all. */
const startMilliseconds = 5000;

export interface Ended {
  code: number;
  /** It failed right after its start. */
  atOnce: boolean;
}

/** Runs a program in the foreground to its end. It sees the terminal, our signals, and (by `disconnect`) our death. */
export function runProgram(command: string, argv: string[], cwd?: string): Promise<Ended> {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, argv, { cwd, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) {
      process.on(signal, forward);
    }
    const end = (code: number) => {
      for (const signal of signals) {
        process.off(signal, forward);
      }
      resolve({ code, atOnce: code !== 0 && performance.now() - started < startMilliseconds });
    };
    child.once('error', () => end(127));
    child.once('exit', (code) => end(code ?? 1));
  });
}
