import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { StandInPort } from './message-port.ts';

/** A utility process as a thread: the built core program finds the `process.parentPort` that Electron would give it. */
const { modulePath } = z.object({ modulePath: z.string() }).parse(workerData);
const toProgram = new EventEmitter();
Object.defineProperty(process, 'parentPort', { value: toProgram });
await import(modulePath);
parentPort?.on('message', ({ message, ports }: { message: unknown; ports: MessagePort[] }) => {
  toProgram.emit('message', { data: message, ports: ports.map((port) => new StandInPort(port)) });
});
