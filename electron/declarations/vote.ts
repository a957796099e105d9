import { createHash, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import { bech32 } from '@scure/base';
import type { Round } from '#shared/domain/round.ts';
import { electorsOf, type Mask, maskedVote } from '#shared/election/ballot.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { canonicalBytes } from '../packages/canonical.ts';
import { myRound } from '../review/my-round.ts';

/** Who votes on whom, as a hash: the round's id, the electors with their keys, and the members they may vote for. */
export function electorateOf(round: Pick<Round, 'id' | 'panel' | 'assignments' | 'election'>): string {
  const electors = electorsOf(round).map(({ id, ageRecipient }) => ({ id, ageRecipient }));
  return createHash('sha256')
    .update(canonicalBytes({ round: round.id, electors, members: round.panel.map(({ id }) => id) }))
    .digest('hex');
}

/**
 * Casts my vote for the panel's 组长 and keeps the masked ballot alone: what I chose is nowhere on disk. Refuses with
 * `declaration/no-vote`, `declaration/voted` (a second ballot under the same masks would give both away) and `declaration/member-unknown`.
 */
export function vote(core: OpenCore, { round: id, member }: { round: string; member: string }): Result<null> {
  const { round, me } = myRound(core, id);
  const electors = electorsOf(round);
  const own = electors.findIndex((elector) => elector.id === me);
  if (own < 0) {
    return refused('declaration/no-vote');
  }
  const choice = round.panel.findIndex((each) => each.id === member);
  if (choice < 0) {
    return refused('declaration/member-unknown');
  }
  const electorate = electorateOf(round);
  const { ballots } = core.workspace.stores;
  if (ballots.get(id, electorate) !== null) {
    return refused('declaration/voted');
  }
  const members = round.panel.length;
  const { ageIdentity } = core.me.keys;
  const masks = electors.flatMap((elector, index): Mask[] =>
    index === own
      ? []
      : [{ sign: own < index ? 1n : -1n, numbers: sharedNumbers({ ageIdentity, recipient: elector.ageRecipient, electorate, members }) }],
  );
  ballots.cast(id, { electors: electorate, numbers: maskedVote({ choice, members }, masks) });
  return ok(null);
}

const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const spki = Buffer.from('302a300506032b656e032100', 'hex');

/** Numbers that only the two holders of these X25519 keys can make: HKDF-SHA-256 over their shared secret, for this electorate alone. */
function sharedNumbers(of: { ageIdentity: string; recipient: string; electorate: string; members: number }): bigint[] {
  const secret = diffieHellman({
    privateKey: createPrivateKey({ key: Buffer.concat([pkcs8, keyBytes(of.ageIdentity)]), format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: Buffer.concat([spki, keyBytes(of.recipient)]), format: 'der', type: 'spki' }),
  });
  const material = Buffer.from(hkdfSync('sha256', secret, Buffer.from(of.electorate, 'hex'), 'linping election', of.members * 8));
  return Array.from({ length: of.members }, (_, member) => material.readBigUInt64BE(member * 8));
}

/** The 32 bytes of an age key, secret or public. */
function keyBytes(text: string): Uint8Array {
  return bech32.decodeToBytes(text.toLowerCase()).bytes;
}
