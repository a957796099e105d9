import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { hostKeySchema, nonceSchema, proofSchema, returningPaths, returningText, returnSchema } from '#shared/api/returning.ts';
import { refused, type Result } from '#shared/result.ts';
import type { HostedCore } from '../../core/host-services.ts';
import { siteHeaders } from '../site/headers.ts';
import { plainAnswer } from '../site/plain-answer.ts';
import { GuessBrake } from './guess-brake.ts';

const bodyBytes = 8 * 1024;

type Settings = {
  core: Pick<HostedCore, 'unlock'>;
  /** The workspace's host key, 32 bytes as base64url. */
  key: string;
  port: number;
  now: () => Date;
  /** The cookie of a new session, as `Set-Cookie` has it. */
  newSession: () => string;
};

export type Returning = (request: IncomingMessage) => Promise<Response>;

/**
 * Answers a page that was open before this host was started: proves to it that this is the host of its workspace, and lets it in again
 * for the passphrase. Only a page that has been inside knows the host key, without which no passphrase is even tried; guesses are one at a
 * time and slowed down.
 */
export function createReturning({ core, key, port, now, newSession }: Settings): Returning {
  const secret = Buffer.from(key, 'base64url');
  const brake = new GuessBrake(now);
  let turn: Promise<unknown> = Promise.resolve();
  const sign = (side: 'host' | 'page', nonce: string) => createHmac('sha256', secret).update(returningText({ side, port, nonce })).digest();

  async function guess(passphrase: string): Promise<Result<null>> {
    const seconds = brake.secondsLeft();
    if (seconds > 0) {
      return refused('workspace/too-many-guesses', { seconds });
    }
    const opened = await core.unlock(passphrase);
    if (opened.ok) {
      brake.right();
    } else if (opened.refusal.code === 'workspace/passphrase-wrong') {
      brake.wrong();
    }
    return opened;
  }

  function prove(nonce: string | null): Response {
    const asked = nonceSchema.safeParse(nonce);
    return asked.success
      ? Response.json(proofSchema.parse({ proof: sign('host', asked.data).toString('base64url') }), { headers: siteHeaders() })
      : plainAnswer(400);
  }

  async function enter(request: IncomingMessage): Promise<Response> {
    const asked = returnSchema.safeParse(await jsonOf(request));
    if (!asked.success) {
      return plainAnswer(400);
    }
    const { nonce, proof, passphrase } = asked.data;
    const [given, expected] = [Buffer.from(proof, 'base64url'), sign('page', nonce)];
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return plainAnswer(403);
    }
    const outcome = turn.then(() => guess(passphrase));
    turn = outcome.catch(() => undefined);
    const opened = await outcome;
    return opened.ok
      ? new Response(null, { status: 204, headers: { ...siteHeaders(), 'set-cookie': newSession() } })
      : Response.json(opened.refusal, { status: 409, headers: siteHeaders() });
  }

  return async (request) => {
    const { pathname, searchParams } = new URL(`http://127.0.0.1${request.url ?? '/'}`);
    if (request.method === 'GET' && pathname === returningPaths.proof) {
      return prove(searchParams.get('nonce'));
    }
    // A form of another page can send no JSON without asking first, and is not answered then.
    if (request.method === 'POST' && pathname === returningPaths.enter && request.headers['content-type'] === 'application/json') {
      return enter(request);
    }
    return plainAnswer(405);
  };
}

/** The host key, for a page that is inside. */
export function answerHostKey(key: string): Response {
  return Response.json(hostKeySchema.parse({ key }), { headers: siteHeaders() });
}

/** The body as JSON; undefined where it is none, or too long. */
async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    const part = Buffer.from(piece);
    bytes += part.byteLength;
    if (bytes > bodyBytes) {
      return undefined;
    }
    pieces.push(part);
  }
  try {
    const parsed: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    return parsed;
  } catch {
    return undefined;
  }
}
