import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import type { HostBridge } from '#shared/api/bridge.ts';
import { portMessage } from '#shared/api/bridge.ts';
import { refusalOf } from '../refusal.ts';
import type { CoreClient, CoreLink } from '../core-link.ts';
import { answeredFetch } from './answered-fetch.ts';
import { Connection, type ConnectionState } from './connection.ts';
import { ConnectionLost } from './connection-lost.ts';

/**
 * The link over the message port of Electron's core process. When that process ends, main says so, starts another and sends its port: what was
 * under way over the old one is lost, and the new one has its workspace locked.
 */
export async function connectByPort(bridge: HostBridge<File>): Promise<CoreLink> {
  const link = new ReplaceableLink();
  const client: CoreClient = createORPCClient(link);
  const connection = new Connection({
    look: () => stateOver(client),
    async enter(passphrase) {
      try {
        await client.workspace.unlock({ passphrase });
        return { kind: 'entered' };
      } catch (error) {
        const refusal = refusalOf(error);
        return refusal === null ? { kind: 'gone' } : { kind: 'refused', refusal };
      }
    },
    after: (milliseconds, step) => window.setTimeout(step, milliseconds),
  });
  bridge.onCoreGone(() => {
    link.drop();
    connection.lose();
  });
  await new Promise<void>((resolve) => {
    window.addEventListener('message', ({ data, source, ports: [port] }: MessageEvent<unknown>) => {
      if (source === window && isPortMessage(data) && port !== undefined) {
        link.use(port);
        resolve();
      }
    });
  });
  return { client, connection, fetch: answeredFetch(() => connection.lose()) };
}

async function stateOver(client: CoreClient): Promise<ConnectionState> {
  try {
    return (await client.workspace.state()).state === 'open' ? 'there' : 'back';
  } catch {
    return 'gone';
  }
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === portMessage.kind;
}

/** A link over one port after the other; calls fail with ConnectionLost when their port is dropped, and while there is none. */
class ReplaceableLink implements ClientLink<ClientContext> {
  #port: { readonly link: PortLink<ClientContext>; readonly port: MessagePort; readonly dropped: PromiseWithResolvers<never> } | null =
    null;

  use(port: MessagePort): void {
    this.drop();
    const dropped = Promise.withResolvers<never>();
    // Only calls wait for it.
    dropped.promise.catch(() => undefined);
    this.#port = { link: new PortLink({ port }), port, dropped };
    port.start();
  }

  drop(): void {
    // What the other end would send, could it still: it ends every stream over this port.
    this.#port?.port.dispatchEvent(new Event('close'));
    // A call that had not left yet would wait for ever.
    this.#port?.dropped.reject(new ConnectionLost());
    this.#port = null;
  }

  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> {
    const used = this.#port;
    if (used === null) {
      throw new ConnectionLost();
    }
    try {
      return await Promise.race([used.link.call(path, input, options), used.dropped.promise]);
    } catch (error) {
      throw used === this.#port ? error : new ConnectionLost();
    }
  }
}
