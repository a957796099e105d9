import type { Identity } from '#db/stores/identity.ts';
import type { Person } from '#shared/api/workspace.ts';
import { identityCardSchema, type IdentityCard } from '#shared/domain/panel.ts';
import { fingerprint, makeCard } from '../packages/card.ts';
import { createKeys } from '../packages/identity.ts';
import { keyIdOf } from '../packages/signature.ts';

/** New keys and the card that introduces them. */
export async function createIdentity({ name, organisation, now }: { name: string; organisation: string; now: string }): Promise<Identity> {
  const keys = await createKeys();
  const card = await makeCard({ name, organisation, keys, signedAt: now });
  return {
    name,
    organisation,
    signKey: keys.signKey,
    ageIdentity: keys.ageIdentity,
    card: identityCardSchema.parse(JSON.parse(card.toString('utf8'))),
  };
}

/** Who a card introduces, with the fingerprint that two people compare. */
export async function personOf(card: IdentityCard): Promise<Person> {
  return {
    name: card.name,
    organisation: card.organisation,
    keyId: await keyIdOf(card.signKey),
    fingerprint: fingerprint(card).split(' '),
  };
}
