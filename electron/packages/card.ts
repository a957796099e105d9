import { createHash } from 'node:crypto';
import { identityCardSchema, type IdentityCard } from '#shared/domain/panel.ts';
import type { RefusalCode } from '#shared/refusals/codes.ts';
import { catchRefusal, RefusedError, type Result } from '#shared/result.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import type { IdentityKeys } from './identity.ts';
import { keyIdOf, signDetached, verifyDetached } from './signature.ts';
import { isUsableAgeRecipient, isUsableSignKey } from './usable-keys.ts';

/** A card whose signature holds, with the name of its key and the fingerprint two people read to each other. */
export type VerifiedCard = { readonly card: IdentityCard; readonly keyId: string; readonly fingerprint: string; readonly signedAt: string };

export const cardBytesLimit = 16 * 1024;

type CardDetails = { readonly name: string; readonly organisation: string; readonly keys: IdentityKeys; readonly signedAt: string };

/** The bytes of an identity card `.lpcard`, signed by itself. */
export async function makeCard({ name, organisation, keys, signedAt }: CardDetails): Promise<Buffer> {
  const unsigned = { kind: 'card' as const, format: 1 as const, name, organisation, ...keys.public };
  const signature = await signDetached(canonicalBytes(unsigned), keys.signKey, signedAt);
  return canonicalBytes(identityCardSchema.parse({ ...unsigned, signature: signature.toString('latin1') }));
}

/**
 * Checks an untrusted card. Refuses with `package/card-invalid`, `package/card-sign-key-unusable`, `package/card-age-key-unusable`,
 * `package/newer-format` or the JSON codes of {@link parseCanonical}.
 */
export async function readCard(bytes: Uint8Array, fileName: string): Promise<Result<VerifiedCard>> {
  const result = await catchRefusal(() => checkCard(bytes, fileName));
  return result.ok ? result : { ok: false, refusal: { ...result.refusal, details: { file: fileName, ...result.refusal.details } } };
}

async function checkCard(bytes: Uint8Array, fileName: string): Promise<VerifiedCard> {
  if (bytes.length > cardBytesLimit) {
    throw new RefusedError('package/json-too-big', { name: fileName, limit: cardBytesLimit });
  }
  const value = parseCanonical(bytes, fileName);
  if (typeof value === 'object' && value !== null && 'format' in value && typeof value.format === 'number' && value.format > 1) {
    throw new RefusedError('package/newer-format', { format: value.format });
  }
  const parsed = identityCardSchema.safeParse(value);
  if (!parsed.success) {
    const [field, ...others] = new Set(parsed.error.issues.map(({ path }) => path[0]));
    throw new RefusedError(others.length === 0 && field !== undefined ? codeOfField(field) : 'package/card-invalid');
  }
  const card = parsed.data;
  // Before the signature: under a key of low order one signature holds for any card.
  if (!isUsableSignKey(card.signKey)) {
    throw new RefusedError('package/card-sign-key-unusable');
  }
  if (!isUsableAgeRecipient(card.ageRecipient)) {
    throw new RefusedError('package/card-age-key-unusable');
  }
  const { signature, ...unsigned } = card;
  const claim = await verifyDetached(canonicalBytes(unsigned), Buffer.from(signature, 'latin1'));
  if (claim === null || claim.keyId !== (await keyIdOf(card.signKey))) {
    throw new RefusedError('package/card-invalid');
  }
  return { card, keyId: claim.keyId, fingerprint: fingerprint(card), signedAt: claim.signedAt };
}

/** A card that is wrong in one of its keys only is refused for that key. */
function codeOfField(field: PropertyKey): RefusalCode {
  return field === 'signKey'
    ? 'package/card-sign-key-unusable'
    : field === 'ageRecipient'
      ? 'package/card-age-key-unusable'
      : 'package/card-invalid';
}

/**
 * Eight groups of five digits from the SHA-256 of the card's two public keys (about 130 bits): what two people compare in
 * person. Each group is four bytes of the hash modulo 100000.
 */
export function fingerprint(card: Pick<IdentityCard, 'signKey' | 'ageRecipient'>): string {
  const hash = createHash('sha256')
    .update(canonicalBytes({ ageRecipient: card.ageRecipient, signKey: card.signKey }))
    .digest();
  return Array.from({ length: 8 }, (_, group) => String(hash.readUInt32BE(group * 4) % 100_000).padStart(5, '0')).join(' ');
}
