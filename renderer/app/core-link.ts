import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { HostBridge } from '#shared/api/bridge.ts';
import type { Contract } from '#shared/api/contract.ts';
import { answeredFetch } from './connection/answered-fetch.ts';
import { browserReturn } from './connection/browser-return.ts';
import { Connection } from './connection/connection.ts';
import { connectByPort } from './connection/port-connection.ts';

/** The core as the renderer sees it: the contract's procedures as functions. */
export type CoreClient = ContractRouterClient<Contract>;

/** The core's procedures, and whether anybody answers them. */
export type CoreLink = {
  readonly client: CoreClient;
  readonly connection: Connection;
  /** `fetch` from the page's own host; where nobody answers the connection knows it. */
  readonly fetch: ReturnType<typeof answeredFetch>;
};

declare global {
  interface Window {
    /** Put there by the preload script in Electron; absent in the browser host. */
    readonly linping?: HostBridge<File>;
  }
}

/**
 * The link to the core: over the message port that the preload script posts to this window (Electron), or over HTTP at
 * `/api` of the page's own origin (browser host). Call it once, and before anything is awaited: the port may come at once.
 */
export function connectToCore(): Promise<CoreLink> {
  return window.linping === undefined ? Promise.resolve(connectByHttp()) : connectByPort(window.linping);
}

function connectByHttp(): CoreLink {
  const fetch = answeredFetch(() => connection.lose());
  const client: CoreClient = createORPCClient(new FetchLink({ url: `${window.location.origin}/api`, fetch }));
  const connection = new Connection({ ...browserReturn({ ask: () => client.workspace.state() }), after });
  return { client, connection, fetch };
}

const after = (milliseconds: number, step: () => void) => window.setTimeout(step, milliseconds);
