import { refusalSchema } from '#shared/api/base.ts';
import { hostKeySchema, proofSchema, returningPaths, returningText, type returnSchema } from '#shared/api/returning.ts';
import type * as z from 'zod';
import type { ConnectionEdges, ConnectionState, Entered } from './connection.ts';

/** What the page asks of a browser host that was started again; every call of it may find nobody there. */
export type BrowserReturn = Pick<ConnectionEdges, 'look' | 'enter'>;

type Settings = {
  /** A call that the host answers to a page that it knows, whether the workspace is open or locked; fails otherwise. */
  readonly ask: () => Promise<unknown>;
};

/**
 * How this page finds its host again. It takes nobody for it that does not know the workspace's host key, which the page was given while
 * it was inside: whoever else listens on the port by then is told nothing.
 */
export function browserReturn({ ask }: Settings): BrowserReturn {
  const key = hostKey();
  const port = Number(window.location.port);

  async function isOurs(): Promise<boolean> {
    const known = await key;
    const nonce = randomNonce();
    const answer = await fetch(`${returningPaths.proof}?${new URLSearchParams({ nonce }).toString()}`);
    const proof = answer.ok ? proofSchema.safeParse(await answer.json()) : null;
    return known !== null && proof?.success === true && proof.data.proof === (await sign(known, { side: 'host', port, nonce }));
  }

  return {
    async look(): Promise<ConnectionState> {
      try {
        if (!(await isOurs())) {
          return 'gone';
        }
        // It has just shown that it is ours: what it does not answer now is a page that it does not know.
        return await ask().then(
          () => 'there',
          () => 'back',
        );
      } catch {
        return 'gone';
      }
    },
    async enter(passphrase): Promise<Entered> {
      try {
        const known = await key;
        if (known === null || !(await isOurs())) {
          return { kind: 'gone' };
        }
        const nonce = randomNonce();
        const request: z.infer<typeof returnSchema> = { nonce, proof: await sign(known, { side: 'page', port, nonce }), passphrase };
        const answer = await fetch(returningPaths.enter, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request),
        });
        const refusal = answer.status === 409 ? refusalSchema.safeParse(await answer.json()) : null;
        if (refusal?.success === true) {
          return { kind: 'refused', refusal: refusal.data };
        }
        return { kind: answer.ok ? 'entered' : 'gone' };
      } catch {
        return { kind: 'gone' };
      }
    },
  };
}

/** The key by which this page knows its host again; null when it is not inside. */
async function hostKey(): Promise<CryptoKey | null> {
  try {
    const answer = await fetch(returningPaths.key);
    const { key } = hostKeySchema.parse(await answer.json());
    return await crypto.subtle.importKey('raw', bytesOf(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  } catch {
    return null;
  }
}

async function sign(key: CryptoKey, claim: Parameters<typeof returningText>[0]): Promise<string> {
  return textOf(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(returningText(claim)))));
}

const randomNonce = () => textOf(crypto.getRandomValues(new Uint8Array(32)));

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
