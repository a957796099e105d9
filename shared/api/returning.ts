import * as z from 'zod';

/**
 * How a page that was open when its browser host ended comes back to the host that was started again. Both know the workspace's host key:
 * the host from the workspace's folder, the page from its time inside. Each shows the other that it does (HMAC-SHA256 over `returningText`)
 * before the page gives the passphrase away, and before the host listens to it.
 */
export const returningPaths = {
  /** GET, only with a session: `hostKeySchema`. */
  key: '/return/key',
  /** GET `?nonce=`: `proofSchema`. */
  proof: '/return/proof',
  /** POST `returnSchema`: 204 with a new session, 409 with a refusal. */
  enter: '/return/enter',
} as const;

const thirtyTwoBytes = z.string().regex(/^[\w-]{43}$/);

export const hostKeySchema = z.object({ key: thirtyTwoBytes });
export const nonceSchema = thirtyTwoBytes;
export const proofSchema = z.object({ proof: thirtyTwoBytes });
export const returnSchema = z.object({ nonce: nonceSchema, proof: thirtyTwoBytes, passphrase: z.string().min(1).max(1000) });

type Claim = { readonly side: 'host' | 'page'; readonly port: number; readonly nonce: string };

/** What one side signs with the host key. The port is in it: a stranger on the old port can't have the host on another sign for it. */
export function returningText({ side, port, nonce }: Claim): string {
  return `linping-return/${side}/${port}/${nonce}`;
}
