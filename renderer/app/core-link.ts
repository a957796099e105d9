import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { HostBridge } from '#shared/api/bridge.ts';
import { portMessage } from '#shared/api/bridge.ts';
import type { Contract } from '#shared/api/contract.ts';

/** The core as the renderer sees it: the contract's procedures as functions. */
export type CoreClient = ContractRouterClient<Contract>;

declare global {
  interface Window {
    /** Put there by the preload script in Electron; absent in the browser host. */
    readonly linping?: HostBridge<File>;
  }
}

/**
 * The client of the core: over the message port that the preload script posts to this window (Electron), or over HTTP at
 * `/api` of the page's own origin (browser host). Call it once, and before anything is awaited: the port may come at once.
 */
export async function connectToCore(): Promise<CoreClient> {
  if (window.linping === undefined) {
    return createORPCClient(new FetchLink({ url: `${window.location.origin}/api` }));
  }
  const port = await portFromPreload();
  const client: CoreClient = createORPCClient(new PortLink({ port }));
  port.start();
  return client;
}

function portFromPreload(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent<unknown>) => {
      const [port] = event.ports;
      if (event.source === window && isPortMessage(event.data) && port !== undefined) {
        window.removeEventListener('message', take);
        resolve(port);
      }
    };
    window.addEventListener('message', take);
  });
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === portMessage.kind;
}
