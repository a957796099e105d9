import { fork } from 'node:child_process';
import type { ReaderEnd, StartReader } from '../../reading/reader-process.ts';
import { readerProgram } from './program.ts';

/**
 * A reading process as a child of this one, on its Node. Jobs and answers are messages; a file's bytes go to its standard input as they
 * are, never over the disk: as messages they would be copied and collected several times over. It ends when this program does.
 */
export const forkReader: StartReader = (onMessage) => {
  // What it would say on its way out of memory is for nobody; an error of its own comes as a message.
  const child = fork(readerProgram('main'), [], { execArgv: [], serialization: 'advanced', stdio: ['pipe', 'ignore', 'ignore', 'ipc'] });
  const { stdin } = child;
  if (stdin === null) {
    throw new TypeError('a child with a piped standard input has none');
  }
  // A pipe that broke is a process that ended, and that is heard below.
  stdin.on('error', () => undefined);
  const ended = new Promise<ReaderEnd>((resolve) => {
    child.once('exit', (code, signal) => resolve(endOf(code, signal)));
    // It could not be started, or its pipe broke.
    child.on('error', () => {
      child.kill('SIGKILL');
      if (child.pid === undefined) {
        resolve('died');
      }
    });
  });
  child.on('message', onMessage);
  const rest = (): void => {
    child.unref();
    child.channel?.unref();
  };
  rest();
  return {
    send: (message) =>
      new Promise((resolve) => {
        if (!child.connected) {
          resolve();
        } else if (message.type === 'part') {
          stdin.write(message.bytes, () => resolve());
        } else {
          child.send(message, () => resolve());
        }
      }),
    ended,
    kill: () => void child.kill('SIGKILL'),
    atWork: () => {
      child.ref();
      child.channel?.ref();
    },
    atRest: rest,
  };
};

/** Its watch kills it, and so does the engine when its heap is full; Windows knows no signals, there that is the code 1 or 134. */
function endOf(code: number | null, signal: NodeJS.Signals | null): ReaderEnd {
  const isMemory = signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134 || (process.platform === 'win32' && code === 1);
  return isMemory ? 'memory' : 'died';
}
