import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type Electron from 'electron';
import type { StandInPort } from './message-port.ts';

export class StandInUtilityProcess extends EventEmitter {
  readonly #worker: Worker;

  constructor(modulePath: string) {
    super();
    this.#worker = new Worker(join(import.meta.dirname, 'core-thread.ts'), { workerData: { modulePath: pathToFileURL(modulePath).href } });
    this.#worker.on('error', (error) => console.error(error));
    this.#worker.on('exit', (code) => this.emit('exit', code));
    StandInUtilityProcess.all.push(this);
  }

  postMessage(message: unknown, transfer: StandInPort[] = []): void {
    const ports = transfer.map((port) => port.raw);
    this.#worker.postMessage({ message, ports }, ports);
  }

  /** Every core that was started, so that a test can end one as a crash would. */
  static readonly all: StandInUtilityProcess[] = [];

  kill(): boolean {
    void this.#worker.terminate();
    return true;
  }
}

/** A reading process: its one port is relayed over a pipe. */
class StandInReaderProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(modulePath: string) {
    super();
    const program = join(import.meta.dirname, 'reader-child.ts');
    this.#child = fork(program, [pathToFileURL(modulePath).href], { execArgv: [], serialization: 'advanced' });
    this.#child.on('exit', (code, signal) => this.emit('exit', signal === 'SIGKILL' ? 9 : (code ?? 1)));
  }

  postMessage(_message: unknown, [port]: StandInPort[]): void {
    this.#child.on('message', (message) => port?.postMessage(message));
    port?.on('message', ({ data }: { data: Serializable }) => void (this.#child.connected && this.#child.send(data)));
    port?.start();
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL');
  }
}

type ForkArguments = Parameters<typeof Electron.utilityProcess.fork>;

export const utilityProcess = {
  fork: (...[modulePath, argv = []]: ForkArguments) => {
    if (argv.length > 0) {
      throw new Error('where Electron puts arguments of a utility process is not modelled');
    }
    return basename(modulePath) === 'utility-reader.js' ? new StandInReaderProcess(modulePath) : new StandInUtilityProcess(modulePath);
  },
};
