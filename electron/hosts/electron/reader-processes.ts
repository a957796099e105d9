import { join } from 'node:path';
import type { MessagePortMain, UtilityProcess } from 'electron';
import { MessageChannelMain, utilityProcess } from 'electron';
import type { ReaderEnd } from '../../reading/reader-process.ts';

export interface ReaderProcesses {
  /** Starts the process that the core knows by this number; resolves when it has ended, with how. */
  run: (reader: number) => Promise<ReaderEnd>;
  /** Ends it at once. */
  end: (reader: number) => void;
  endAll: () => void;
}

/** Reading processes for the core, which can't start any itself; each gets a port to the core, which `give` hands over. */
export function readerProcesses(give: (reader: number, port: MessagePortMain) => void): ReaderProcesses {
  const running = new Map<number, UtilityProcess>();
  const end = (reader: number): void => void running.get(reader)?.kill();
  return {
    run: (reader) =>
      new Promise((resolve) => {
        const child = utilityProcess.fork(join(import.meta.dirname, 'utility-reader.js'), [], {
          serviceName: 'Linping reader',
          stdio: 'ignore',
        });
        running.set(reader, child);
        child.once('exit', (code) => {
          running.delete(reader);
          resolve(endOf(code));
        });
        const { port1, port2 } = new MessageChannelMain();
        child.postMessage(null, [port2]);
        give(reader, port1);
      }),
    end,
    endAll: () => [...running.keys()].forEach(end),
  };
}

/** Its watch kills it (9) and the engine aborts when its heap is full (6), where the system has signals; Windows says 1 and 134. */
function endOf(code: number): ReaderEnd {
  return [6, 9, 134, 137].includes(code) || (process.platform === 'win32' && code === 1) ? 'memory' : 'died';
}
