import { calculateJwkThumbprint, CompactSign, compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import * as z from 'zod';
import { signKeySchema, type SignKey } from '#shared/domain/panel.ts';

/** An Ed25519 private key as JWK (RFC 8037). */
export const privateSignKeySchema = z.strictObject({ ...signKeySchema.shape, d: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
export type PrivateSignKey = z.infer<typeof privateSignKeySchema>;

/** What a valid signature says: by which key and, by the signer's clock, when. */
export type SignatureClaim = { readonly keyId: string; readonly key: SignKey; readonly signedAt: string };

const headerSchema = z.strictObject({
  alg: z.literal('EdDSA'),
  iat: z.int().nonnegative().max(253_402_300_799),
  jwk: signKeySchema,
  kid: z.string(),
});

/** The name of a key: its RFC 7638 thumbprint (SHA-256, base64url, 43 characters). */
export function keyIdOf(key: SignKey): Promise<string> {
  return calculateJwkThumbprint({ kty: key.kty, crv: key.crv, x: key.x }, 'sha256');
}

/** The public half of a signing key. */
export function publicSignKey(key: PrivateSignKey): SignKey {
  return { kty: key.kty, crv: key.crv, x: key.x };
}

/**
 * A detached JWS (RFC 7515 appendix F: `header..signature`) over `payload`. The header carries the public key, so that
 * whether the signature holds can be told apart from whether the signer is known. `signedAt` is ISO 8601.
 */
export async function signDetached(payload: Uint8Array, privateJwk: PrivateSignKey, signedAt: string): Promise<Buffer> {
  const jwk = publicSignKey(privateJwk);
  const jws = await new CompactSign(payload)
    .setProtectedHeader({ alg: 'EdDSA', iat: Math.floor(Date.parse(signedAt) / 1000), jwk, kid: await keyIdOf(jwk) })
    .sign(await importJWK(privateJwk, 'EdDSA'));
  const [header, , signature] = jws.split('.');
  return Buffer.from(`${header}..${signature}`, 'latin1');
}

/** What a detached JWS over `payload` claims, or null when it does not hold. Only the one spelling that we write is accepted. */
export async function verifyDetached(payload: Uint8Array, jws: Uint8Array): Promise<SignatureClaim | null> {
  const match = /^([A-Za-z0-9_-]{1,2000})\.\.([A-Za-z0-9_-]{86})$/.exec(Buffer.from(jws).toString('latin1'));
  if (match?.[1] === undefined || match[2] === undefined) {
    return null;
  }
  const compact = `${match[1]}.${Buffer.from(payload).toString('base64url')}.${match[2]}`;
  // base64url leaves unused bits in its last character: one signature must have one spelling.
  if (match.slice(1).some((part) => Buffer.from(part, 'base64url').toString('base64url') !== part)) {
    return null;
  }
  try {
    const header = headerSchema.safeParse(decodeProtectedHeader(compact));
    if (!header.success || header.data.kid !== (await keyIdOf(header.data.jwk))) {
      return null;
    }
    await compactVerify(compact, await importJWK(header.data.jwk, 'EdDSA'), { algorithms: ['EdDSA'] });
    return { keyId: header.data.kid, key: header.data.jwk, signedAt: new Date(header.data.iat * 1000).toISOString() };
  } catch {
    // jose throws one of a dozen classes for bytes that are no valid signature; to us they all mean the same.
    return null;
  }
}
