import { EventEmitter } from 'node:events';

/** A reading process's program in a real process of its own: it ends itself when it must, so it can't be a thread of the tests. */
class PortToParent extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.(message);
  }

  start(): void {
    process.on('message', (data) => this.emit('message', { data }));
  }
}

process.on('disconnect', () => process.exit(0));
const parentPort = new EventEmitter();
Object.defineProperty(process, 'parentPort', { value: parentPort });
await import(process.argv[2] ?? '');
parentPort.emit('message', { data: null, ports: [new PortToParent()] });
