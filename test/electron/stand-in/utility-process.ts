import { EventEmitter } from 'node:events';
import { join } from 'node:path';
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
  }

  postMessage(message: unknown, transfer: StandInPort[] = []): void {
    const ports = transfer.map((port) => port.raw);
    this.#worker.postMessage({ message, ports }, ports);
  }

  kill(): boolean {
    void this.#worker.terminate();
    return true;
  }
}

type ForkArguments = Parameters<typeof Electron.utilityProcess.fork>;

export const utilityProcess = {
  fork: (...[modulePath, argv = []]: ForkArguments) => {
    if (argv.length > 0) {
      throw new Error('where Electron puts arguments of a utility process is not modelled');
    }
    return new StandInUtilityProcess(modulePath);
  },
};
