import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain } from 'electron';
import { MessageChannelMain, utilityProcess } from 'electron';
import type { Dialogs, OpenEvidence } from '../../core/host-services.ts';
import { reportUnexpected } from '../report-unexpected.ts';
import type { CoreMessage, MainContract } from './core-messages.ts';
import { servicesContract } from './core-messages.ts';
import { readerProcesses, type ReaderProcesses } from './reader-processes.ts';

export interface CoreProcess {
  ask: ContractRouterClient<MainContract>;
  openEvidence: (sha256: string) => Promise<OpenEvidence | null>;
  /** A port that speaks the page's API. */
  connectPage: () => MessagePortMain;
  /** Resolves with the exit code. */
  exited: Promise<number>;
  /** Lets the core finish what is under way and close its databases, then ends the process. */
  close: () => Promise<void>;
}

/** Starts the core process beside this file (`core.js`) on a workspace folder. */
export function startCoreProcess({ workspaceFolder, dialogs }: { workspaceFolder: string; dialogs: Dialogs }): CoreProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, 'core.js'), [], {
    serviceName: 'Linping core',
    stdio: 'inherit',
  });
  const exited = new Promise<number>((resolve) => child.once('exit', resolve));

  function portFor(message: CoreMessage): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage(message, [port2]);
    return port1;
  }

  const readers = readerProcesses((reader, port) => child.postMessage({ purpose: 'reader', reader } satisfies CoreMessage, [port]));
  void exited.then(readers.endAll);
  const servicesPort = portFor({ purpose: 'start', workspaceFolder });
  new RPCHandler(servicesRouter(dialogs, readers), { clientInterceptors: [reportUnexpected] }).upgrade(servicesPort);
  servicesPort.start();

  const mainPort = portFor({ purpose: 'main' });
  const ask: ContractRouterClient<MainContract> = createORPCClient(new RPCLink({ port: mainPort }));
  mainPort.start();

  return {
    ask,
    async openEvidence(sha256) {
      const found = await ask.openEvidence(sha256);
      return found === null ? null : { ...found, read: (offset, length) => readEvidence({ sha256, offset, length }) };
    },
    connectPage: () => portFor({ purpose: 'page' }),
    exited,
    async close() {
      await Promise.race([ask.close(), exited]);
      child.kill();
      await exited;
    },
  };

  async function readEvidence(range: { sha256: string; offset: number; length: number }): Promise<Uint8Array> {
    const blob = await ask.readEvidence(range);
    if (blob.size === 0) {
      throw new Error('the workspace was locked while evidence was read');
    }
    return new Uint8Array(await blob.arrayBuffer());
  }
}

function servicesRouter(dialogs: Dialogs, readers: ReaderProcesses) {
  const os = implement(servicesContract);
  return {
    dialogs: {
      chooseFiles: os.dialogs.chooseFiles.handler(({ input }) => dialogs.chooseFiles(input)),
      saveFile: os.dialogs.saveFile.handler(({ input }) => dialogs.saveFile(input)),
    },
    readers: {
      run: os.readers.run.handler(({ input }) => readers.run(input)),
      end: os.readers.end.handler(({ input }) => readers.end(input)),
    },
  };
}
