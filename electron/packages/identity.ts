import { generateKeyPairSync } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import * as z from 'zod';
import type { SignKey } from '#shared/domain/panel.ts';
import { idSchema } from '#shared/domain/values.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { keyIdOf, privateSignKeySchema, publicSignKey, type PrivateSignKey } from './signature.ts';

/** A person's two key pairs: Ed25519 to sign, X25519 (age v1) to receive. */
export type IdentityKeys = {
  readonly keyId: string;
  readonly signKey: PrivateSignKey;
  /** `AGE-SECRET-KEY-1…` */
  readonly ageIdentity: string;
  readonly public: { readonly signKey: SignKey; readonly ageRecipient: string };
};

/** Makes the keys of a new person. */
export async function createKeys(): Promise<IdentityKeys> {
  const signKey = privateSignKeySchema.parse(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
  return keysOf({ signKey, ageIdentity: await generateX25519Identity() });
}

/** The keys with what follows from them. */
export async function keysOf(secrets: { signKey: PrivateSignKey; ageIdentity: string }): Promise<IdentityKeys> {
  const signKey = publicSignKey(secrets.signKey);
  return {
    keyId: await keyIdOf(signKey),
    ...secrets,
    public: { signKey, ageRecipient: await identityToRecipient(secrets.ageIdentity) },
  };
}

const keyFileSchema = z.strictObject({
  id: idSchema,
  signKey: privateSignKeySchema,
  ageIdentity: z.string().regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/),
});

/** A key file of the command line (design.md §10): `{id, signKey, ageIdentity}`. */
export async function readKeyFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<IdentityKeys & { readonly id: string }, 'package/key-file-invalid'>> {
  try {
    const { id, ...secrets } = keyFileSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return ok({ id, ...(await keysOf(secrets)) });
  } catch {
    // Nothing of what the parser saw goes further: it may be a private key.
    return refused('package/key-file-invalid', { file: fileName });
  }
}

/** The bytes of a key file. */
export function writeKeyFile(id: string, keys: IdentityKeys): Buffer {
  return Buffer.from(`${JSON.stringify({ id, signKey: keys.signKey, ageIdentity: keys.ageIdentity }, null, 2)}\n`, 'utf8');
}
