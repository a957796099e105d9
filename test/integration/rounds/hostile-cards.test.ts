import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bech32 } from '@scure/base';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import { canonicalBytes } from '#electron/packages/canonical.ts';
import { createKeys } from '#electron/packages/identity.ts';
import { signDetached } from '#electron/packages/signature.ts';
import { verifyFile } from '#electron/packages/verify.ts';
import { checkRound } from '#electron/round-package/check-round.ts';
import { roundOf, signedAt } from '../../fixtures/packages/documents.ts';
import { codeOf } from '../../fixtures/packages/value-of.ts';
import { clientOf, handOver, workspaceOf } from '../../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';

let folder: string;
let chair: Core;

beforeAll(async () => {
  folder = makeFolder('cards');
  chair = await workspaceOf('组长', folder);
  return async () => {
    await chair.close();
    await removeFolder(folder);
  };
}, 60_000);

const zeros = Buffer.alloc(32);
const one = Buffer.concat([Buffer.from([1]), Buffer.alloc(31)]);
const ageOf = (bytes: Uint8Array) => bech32.encodeFromBytes('age', bytes);
const signKey = (x: string) => ({ kty: 'OKP', crv: 'Ed25519', x });
const ageKey = 'package/card-age-key-unusable';
const signingKey = 'package/card-sign-key-unusable';

/** What a card says otherwise than its owner's keys would, and what it is refused for. */
const cards: [string, (honest: { ageRecipient: string }) => object, string][] = [
  ['an age key of low order', () => ({ ageRecipient: ageOf(zeros) }), ageKey],
  ['an age key whose checksum is wrong', ({ ageRecipient }) => ({ ageRecipient: swapped(ageRecipient) }), ageKey],
  ['an age key that is too short', () => ({ ageRecipient: ageOf(Buffer.alloc(20, 9)) }), ageKey],
  ['an age key of another kind of key', () => ({ ageRecipient: bech32.encodeFromBytes('ago', Buffer.alloc(32, 9)) }), ageKey],
  ['an age key in capitals', ({ ageRecipient }) => ({ ageRecipient: ageRecipient.toUpperCase() }), ageKey],
  ['the neutral point as signing key', () => ({ signKey: signKey(one.toString('base64url')) }), signingKey],
  [
    'a signing key that is no point',
    () => ({ signKey: signKey(Buffer.concat([Buffer.from([2]), Buffer.alloc(31)]).toString('base64url')) }),
    signingKey,
  ],
  ['a signing key that is too long', () => ({ signKey: signKey(Buffer.alloc(33, 9).toString('base64url')) }), signingKey],
  ['an age key and a name that are no such thing', () => ({ ageRecipient: 'x', name: 7 }), 'package/card-invalid'],
];

/** The last letter but one and the one before it, exchanged: what a slip of the hand does. */
function swapped(recipient: string): string {
  const letters = recipient.split('');
  const at = letters.findLastIndex((letter, index) => index < letters.length - 1 && letter !== letters[index + 1]);
  return recipient.slice(0, at) + recipient.slice(at + 1, at + 2) + recipient.slice(at, at + 1) + recipient.slice(at + 2);
}

async function writeCard(name: string, change: (honest: { ageRecipient: string }) => object): Promise<string> {
  const keys = await createKeys();
  const unsigned = { kind: 'card', format: 1, name: '专家（虚构）', organisation: '', ...keys.public, ...change(keys.public) };
  const signature = await signDetached(canonicalBytes(unsigned), keys.signKey, signedAt);
  const path = join(folder, name);
  await writeFile(path, canonicalBytes({ ...unsigned, signature: signature.toString('latin1') }));
  return path;
}

describe('a card with a key that can’t be used', () => {
  test.each(cards)('%s is refused with its own code, by the command line and by the window', async (_what, change, code) => {
    const path = await writeCard('bad.lpcard', change);
    expect(codeOf(await verifyFile({ path }))).toBe(code);
    const client = clientOf(chair);
    const { id: round } = await client.rounds.draft.create({ title: '批次', practice: true });
    const { draft, outcomes } = await client.rounds.draft.addCards({ round, files: [await handOver(path, 'bad.lpcard', chair)] });
    expect(outcomes).toMatchObject([{ outcome: 'refused', refusal: { code, details: { file: 'bad.lpcard' } } }]);
    expect(draft.panel).toHaveLength(1);
  });

  test('its honest twin is taken, so that it is the key alone', async () => {
    expect(codeOf(await verifyFile({ path: await writeCard('good.lpcard', () => ({})) }))).toBe('ok');
  });
});

test('a round with such a key on its roster is neither issued nor accepted', async () => {
  const [own, other] = [await createKeys(), await createKeys()];
  const round = roundOf(own, other);
  expect(checkRound(round)).toMatchObject({ ok: true });
  for (const key of [
    { ageRecipient: ageOf(zeros) },
    { signKey: { kty: 'OKP' as const, crv: 'Ed25519' as const, x: one.toString('base64url') } },
  ]) {
    const panel = round.panel.map((member) => (member.role === 'expert' ? { ...member, ...key } : member));
    expect(checkRound({ ...round, panel })).toMatchObject({ refusal: { code: 'round/member-key-unusable', details: { name: '专家 e1' } } });
  }
});
