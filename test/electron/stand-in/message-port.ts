import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { MessageChannel } from 'node:worker_threads';

/** Electron's MessagePortMain over Node's own port, which can travel between threads as the real one does between processes. */
export class StandInPort extends EventEmitter {
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('close', () => this.emit('close'));
  }

  postMessage(message: unknown, transfer: StandInPort[] = []): void {
    this.#port.postMessage(
      { message, ports: transfer.map((port) => port.#port) },
      transfer.map((port) => port.#port),
    );
  }

  /** As in Electron, nothing arrives before this. */
  start(): void {
    this.#port.on('message', ({ message, ports }: { message: unknown; ports: MessagePort[] }) => {
      this.emit('message', { data: message, ports: ports.map((port) => new StandInPort(port)) });
    });
  }

  close(): void {
    this.#port.close();
  }

  /** The port as it is sent to another thread. */
  get raw(): MessagePort {
    return this.#port;
  }
}

export class StandInChannel {
  readonly port1: StandInPort;
  readonly port2: StandInPort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new StandInPort(port1);
    this.port2 = new StandInPort(port2);
  }
}
