import type { IncomingMessage } from 'node:http';
import { returningPaths } from '#shared/api/returning.ts';
import type { EntryTokens } from './entry-tokens.ts';

export type Admission = 'admitted' | 'entering' | 'returning' | 401 | 403;

/**
 * Decides about a request before anything else looks at it. 403 for requests that other pages or other names for this machine
 * (DNS rebinding) can cause; 401 without the session cookie; `entering` and `returning` for own requests to the addresses that need none.
 */
export function admit(request: IncomingMessage, { port, tokens }: { port: number; tokens: EntryTokens }): Admission {
  const { host, origin } = request.headers;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    return 403;
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return 403;
  }
  if (!isOwnFetch(request)) {
    return 403;
  }
  if (request.method === 'GET' && (request.url === '/enter' || request.url?.startsWith('/enter?') === true)) {
    return 'entering';
  }
  const path = request.url?.split('?', 1)[0];
  if (path === returningPaths.proof || path === returningPaths.enter) {
    return 'returning';
  }
  const session = cookieOf(request, cookieName(port));
  return session !== null && tokens.isSession(session) ? 'admitted' : 401;
}

/** Cookies don't know ports: without its own name each running Linping would throw out the others. */
export const cookieName = (port: number) => `linping-${port}`;

/** `same-site` is refused too: another program's page on another port of this machine is the same site as ours. */
function isOwnFetch(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin') {
    return true;
  }
  // Typed into the address bar or opened by the system.
  return site === 'none' && request.method === 'GET';
}

function cookieOf(request: IncomingMessage, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined) {
      return value;
    }
  }
  return null;
}
