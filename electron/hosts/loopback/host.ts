import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { AnyRouter } from '@orpc/server';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import { returningPaths } from '#shared/api/returning.ts';
import type { HostedCore } from '../../core/host-services.ts';
import { reportUnexpected } from '../report-unexpected.ts';
import { siteHeaders } from '../site/headers.ts';
import { plainAnswer } from '../site/plain-answer.ts';
import { openSite } from '../site/site.ts';
import { createEntryTokens } from './entry-tokens.ts';
import { admit, cookieName } from './gate.ts';
import { answerHostKey, createReturning } from './returning.ts';
import { answerUpload } from './upload.ts';

export interface LoopbackHost {
  port: number;
  /** A new address to open, good once and for five minutes. */
  entryUrl: () => string;
  /** Ends every connection and waits until the port is free; the core is closed by whoever made it. */
  close: () => Promise<void>;
}

export interface LoopbackSettings {
  router: AnyRouter;
  core: HostedCore;
  rendererFolder: string;
  /** 0 takes any free port. */
  port: number;
  now: () => Date;
  /** By which pages know the host of this workspace again: 32 bytes as base64url. */
  key: string;
  /** Told the port once the workspace is open here: from then on this is the host that its pages come back to. */
  remember: (port: number) => Promise<void>;
}

/** What this host answers itself; everything else is the site's. */
export const hostPaths = { api: '/api', files: '/files' } as const;

const apiBodyBytes = 16 * 1024 * 1024;

/**
 * Serves the router at `/api`, uploads at `/files` and the site to the system's browser, on 127.0.0.1 only and only to a
 * browser that came in by a one-time address. Rejects with the listening error (EADDRINUSE) when the port is taken.
 */
export async function startLoopbackHost({
  router,
  core,
  rendererFolder,
  port,
  now,
  key,
  remember,
}: LoopbackSettings): Promise<LoopbackHost> {
  const tokens = createEntryTokens(now);
  const site = await openSite({ core, rendererFolder });
  const api = new RPCHandler(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: apiBodyBytes })],
    clientInterceptors: [reportUnexpected, rememberOnceOpen],
  });
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  // Copying a large bundle in takes as long as it takes; nobody else can connect anyway.
  server.requestTimeout = 0;
  server.on('upgrade', (_request, socket) => socket.destroy());
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const listeningPort = portOf(server.address());
  const returning = createReturning({ core, key, port: listeningPort, now, newSession: () => cookieFor(tokens.readmit()) });
  let remembered = false;

  /** Before anybody is told that the workspace is open: whoever types from then on can come back. */
  async function rememberOnceOpen<Value>({ next }: { next: () => Promise<Value> }): Promise<Value> {
    const value = await next();
    await rememberIfOpen();
    return value;
  }

  async function rememberIfOpen(): Promise<void> {
    if (!remembered && core.isOpen()) {
      remembered = true;
      // On a full disk one works on all the same; only coming back is not to be had.
      await remember(listeningPort).catch((error: unknown) => console.error(error));
    }
  }

  const cookieFor = (session: string) => `${cookieName(listeningPort)}=${session}; Path=/; HttpOnly; SameSite=Strict`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const admission = admit(request, { port: listeningPort, tokens });
      if (admission === 'entering') {
        await send(enter(request), response);
      } else if (admission === 'returning') {
        const answered = await returning(request);
        await rememberIfOpen();
        await send(answered, response);
      } else if (admission !== 'admitted') {
        response.setHeader('connection', 'close');
        await send(plainAnswer(admission), response);
      } else {
        await answerAdmitted(request, response);
      }
    } catch (error) {
      if (request.errored === null && !response.destroyed) {
        console.error(error);
        await send(plainAnswer(500), response).catch(() => response.destroy());
      }
    }
  }

  async function answerAdmitted(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = addressOf(request);
    if (pathname === hostPaths.api || pathname.startsWith(`${hostPaths.api}/`)) {
      for (const [name, value] of Object.entries(siteHeaders())) {
        response.setHeader(name, value);
      }
      const { matched } = await api.handle(request, response, { prefix: hostPaths.api, context: { core } });
      if (!matched) {
        await send(plainAnswer(404), response);
      }
    } else if (pathname === hostPaths.files && request.method === 'POST') {
      await send(await answerUpload(core, request), response);
    } else if (pathname === returningPaths.key && request.method === 'GET') {
      await send(answerHostKey(key), response);
    } else {
      await send(await site(fetchRequest(request)), response);
    }
  }

  /** The token goes out of the address bar at once, and a cookie no script can read takes its place. */
  function enter(request: IncomingMessage): Response {
    const token = addressOf(request).searchParams.get('token');
    const session = token === null ? null : tokens.exchange(token);
    if (session === null) {
      return plainAnswer(401);
    }
    return new Response(null, { status: 303, headers: { ...siteHeaders(), location: '/', 'set-cookie': cookieFor(session) } });
  }

  return {
    port: listeningPort,
    entryUrl: () => `http://127.0.0.1:${listeningPort}/enter?token=${tokens.issue()}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') {
    throw new Error('a TCP server has a port');
  }
  return address.port;
}

/** Set behind a fixed origin rather than resolved against it: `//elsewhere/` must not change the host. */
const addressOf = (request: IncomingMessage) => new URL(`http://127.0.0.1${request.url ?? '/'}`);

function fetchRequest(request: IncomingMessage): Request {
  const { range } = request.headers;
  const method = request.method ?? 'GET';
  return new Request(addressOf(request), {
    // Fetch knows no TRACE or CONNECT; the site refuses them like any other.
    method: method === 'GET' || method === 'HEAD' ? method : 'POST',
    headers: range === undefined ? {} : { range },
  });
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body === null) {
    response.end();
  } else {
    await pipeline(answer.body, response);
  }
}
