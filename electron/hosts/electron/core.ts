import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain } from 'electron';
import { router } from '../../api/router.ts';
import { createCore } from '../../core/core.ts';
import type { Dialogs, HostedCore } from '../../core/host-services.ts';
import { reportUnexpected } from '../report-unexpected.ts';
import { version } from '../version.ts';
import type { DialogsContract } from './core-messages.ts';
import { mainContract, portPurposeSchema } from './core-messages.ts';

/**
 * The core process: everything but the window. Its first argument is the workspace folder; all else comes in over the ports
 * that main hands it. A process of its own, so that reading a large package never holds up the window.
 */
function runCoreProcess(workspaceFolder: string): void {
  const dialogs = deferredDialogs();
  const core = createCore({
    workspaceFolder,
    host: { kind: 'electron', dialogs: dialogs.asked },
    version,
    now: () => new Date(),
  });
  const page = new RPCHandler(router, { interceptors: [reportUnexpected] });
  const main = new RPCHandler(mainRouter(core), { interceptors: [reportUnexpected] });

  process.parentPort.on('message', ({ data, ports: [port] }) => {
    if (port === undefined) {
      throw new Error('main sends every message with a port');
    }
    const { purpose } = portPurposeSchema.parse(data);
    switch (purpose) {
      case 'page':
        page.upgrade(port, { context: { core } });
        break;
      case 'main':
        main.upgrade(port);
        break;
      case 'dialogs':
        dialogs.answeredOver(port);
        break;
    }
    port.start();
  });
}

function mainRouter(core: HostedCore) {
  const os = implement(mainContract);
  return {
    registerFile: os.registerFile.handler(({ input }) => core.registerFile(input)),
    openEvidence: os.openEvidence.handler(async ({ input }) => {
      const evidence = await core.openEvidence(input);
      return evidence === null ? null : { bytes: evidence.bytes, mediaType: evidence.mediaType };
    }),
    readEvidence: os.readEvidence.handler(async ({ input: { sha256, offset, length } }) => {
      const evidence = await core.openEvidence(sha256);
      return new Blob(evidence === null ? [] : [new Uint8Array(await evidence.read(offset, length))]);
    }),
    close: os.close.handler(() => core.close()),
  };
}

/** The core is made before main's port for dialogs arrives; by the time a page asks for one it is there. */
function deferredDialogs() {
  let client: ContractRouterClient<DialogsContract> | null = null;
  const connected = () => {
    if (client === null) {
      throw new Error('main hands over its port for dialogs before any page');
    }
    return client;
  };
  const asked: Dialogs = {
    chooseFiles: (request) => connected().chooseFiles(request),
    saveFile: (request) => connected().saveFile(request),
  };
  return {
    asked,
    answeredOver(port: MessagePortMain) {
      client = createORPCClient(new RPCLink({ port }));
    },
  };
}

const [, , workspaceFolder] = process.argv;
if (workspaceFolder === undefined) {
  throw new Error('the core process is told its workspace folder');
}
runCoreProcess(workspaceFolder);
