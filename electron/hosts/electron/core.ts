import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { router } from '../../api/router.ts';
import type { Core } from '../../core/core.ts';
import { createCore } from '../../api/create-core.ts';
import type { HostedCore } from '../../core/host-services.ts';
import { outliveStrayRejections, reportUnexpected } from '../report-unexpected.ts';
import { version } from '../version.ts';
import { coreReaders, type CoreReaders } from './core-readers.ts';
import type { ServicesContract } from './core-messages.ts';
import { coreMessageSchema, mainContract } from './core-messages.ts';

/**
 * The core process: everything but the window. A process of its own, so that reading a large package never holds up the
 * window; it gets its workspace folder and all its work over the ports that main hands it.
 */
function runCoreProcess(): void {
  outliveStrayRejections();
  const page = new RPCHandler(router, { clientInterceptors: [reportUnexpected] });
  let core: Core | null = null;
  let readers: CoreReaders | null = null;

  process.parentPort.on('message', ({ data, ports: [port] }) => {
    const message = coreMessageSchema.parse(data);
    if (port === undefined) {
      throw new Error('main sends every message with a port');
    }
    if (message.purpose === 'start') {
      const services: ContractRouterClient<ServicesContract> = createORPCClient(new RPCLink({ port }));
      const { workspaceFolder } = message;
      readers = coreReaders(services.readers);
      const host = { kind: 'electron', dialogs: services.dialogs, startReader: readers.start } as const;
      core = createCore({ workspaceFolder, host, version, now: () => new Date() });
    } else if (message.purpose === 'reader') {
      readers?.take(message.reader, port);
      return;
    } else if (core === null) {
      throw new Error('main says `start` first');
    } else if (message.purpose === 'main') {
      new RPCHandler(mainRouter(core), { clientInterceptors: [reportUnexpected] }).upgrade(port);
    } else {
      page.upgrade(port, { context: { core } });
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

runCoreProcess();
