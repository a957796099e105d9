import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createContext, use } from 'react';
import type { HostCapabilities } from '#shared/api/host.ts';
import type { Connection } from './connection/connection.ts';
import type { CoreClient, CoreLink } from './core-link.ts';
import type { FileHost } from './file-host.ts';
import { fileHostFor } from './files.ts';

const queriesOf = (client: CoreClient) => createTanstackQueryUtils(client);

/** What every screen works with. */
export type Core = {
  readonly client: CoreClient;
  /** The same procedures as options for TanStack Query. */
  readonly api: ReturnType<typeof queriesOf>;
  readonly files: FileHost;
  readonly capabilities: HostCapabilities;
  /** Whether anybody answers. */
  readonly connection: Connection;
};

export async function coreOver(link: CoreLink): Promise<Core> {
  const { client, connection } = link;
  const capabilities = await client.host.capabilities();
  return { client, api: queriesOf(client), files: fileHostFor(link, capabilities), capabilities, connection };
}

const CoreContext = createContext<Core | null>(null);
export const CoreProvider = CoreContext;

/** The core; a screen rendered outside the provider is a bug. */
export function useCore(): Core {
  const core = use(CoreContext);
  if (core === null) {
    throw new Error('no core around this screen');
  }
  return core;
}
