import type { ContractRouterClient } from '@orpc/contract';
import type { MessagePortMain } from 'electron';
import type { StartReader } from '../../reading/reader-process.ts';
import type { ReadersContract } from './core-messages.ts';

export interface CoreReaders {
  start: StartReader;
  /** Takes the port to a reading process that main has started. */
  take: (reader: number, port: MessagePortMain) => void;
}

/** The core's side of reading processes that main starts for it. */
export function coreReaders(ask: ContractRouterClient<ReadersContract>): CoreReaders {
  const arrivals = new Map<number, (port: MessagePortMain) => void>();
  let last = 0;
  return {
    start: (onMessage) => {
      last += 1;
      const reader = last;
      const arrival = Promise.withResolvers<MessagePortMain>();
      arrivals.set(reader, (port) => {
        port.on('message', ({ data }) => onMessage(data));
        port.start();
        arrival.resolve(port);
      });
      const ended = ask.run(reader).catch(() => 'died' as const);
      void ended.then(() => arrivals.delete(reader));
      return {
        send: async (message) => {
          const port = await Promise.race([arrival.promise, ended]);
          if (typeof port !== 'string') {
            // A copy of just this part: a port clones all of the memory that the bytes are a view of.
            port.postMessage(message.type === 'part' ? { ...message, bytes: new Uint8Array(message.bytes) } : message);
          }
        },
        ended,
        kill: () => void ask.end(reader).catch(() => undefined),
        // Main keeps the core running as long as there is a window.
        atWork: () => undefined,
        atRest: () => undefined,
      };
    },
    take: (reader, port) => arrivals.get(reader)?.(port),
  };
}
