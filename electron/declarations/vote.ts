import { createHash, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import { bech32 } from '@scure/base';
import { fewestElectors } from '#shared/domain/election.ts';
import type { Round } from '#shared/domain/round.ts';
import { type BallotPaper, ballotsOf, type Mask, maskedVote } from '#shared/election/ballot.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { canonicalBytes } from '../packages/canonical.ts';
import { myRound } from '../my-round/my-round.ts';

/** Who votes on whom, as a hash: the round's id, the ballot's number, the electors with their keys, and the members they may vote for. */
export function electorateOf(round: Pick<Round, 'id'>, { number, electors, candidates }: BallotPaper): string {
  const electorate = electors.map(({ id, ageRecipient }) => ({ id, ageRecipient }));
  return createHash('sha256')
    .update(canonicalBytes({ round: round.id, number, electors: electorate, candidates: candidates.map(({ id }) => id) }))
    .digest('hex');
}

/** The electorate of each ballot of a round, oldest first; the last is the one to vote in. */
export function electoratesOf(round: Pick<Round, 'id' | 'panel' | 'assignments' | 'election' | 'ballots'>): string[] {
  return ballotsOf(round).map((paper) => electorateOf(round, paper));
}

/**
 * Casts my vote for the panel's 组长 in the ballot that is open, or an abstention (`member` null), and keeps the masked ballot alone: what I
 * chose is nowhere on disk. A second ballot under the same masks would give both away.
 */
export function vote(
  core: OpenCore,
  { round: id, member }: { round: string; member: string | null },
): Result<null, 'declaration/member-unknown' | 'declaration/no-vote' | 'declaration/voted'> {
  const { round, me } = myRound(core, id);
  const paper = ballotsOf(round).at(-1);
  const own = paper?.electors.findIndex((elector) => elector.id === me) ?? -1;
  if (paper === undefined || own < 0 || paper.electors.length < fewestElectors) {
    return refused('declaration/no-vote');
  }
  const { electors, candidates } = paper;
  const choice = member === null ? candidates.length : candidates.findIndex((each) => each.id === member);
  if (choice < 0) {
    return refused('declaration/member-unknown');
  }
  const electorate = electorateOf(round, paper);
  const { ballots } = core.workspace.stores;
  if (ballots.get(id, electorate) !== null) {
    return refused('declaration/voted');
  }
  const choices = candidates.length + 1;
  const { ageIdentity } = core.me.keys;
  const masks = electors.flatMap((elector, index): Mask[] =>
    index === own
      ? []
      : [{ sign: own < index ? 1n : -1n, numbers: sharedNumbers({ ageIdentity, recipient: elector.ageRecipient, electorate, choices }) }],
  );
  ballots.cast(id, { electors: electorate, numbers: maskedVote({ choice, choices }, masks) });
  return ok(null);
}

const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const spki = Buffer.from('302a300506032b656e032100', 'hex');

/** Numbers that only the two holders of these X25519 keys can make: HKDF-SHA-256 over their shared secret, for this electorate alone. */
function sharedNumbers(of: { ageIdentity: string; recipient: string; electorate: string; choices: number }): bigint[] {
  const secret = diffieHellman({
    privateKey: createPrivateKey({ key: Buffer.concat([pkcs8, keyBytes(of.ageIdentity)]), format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: Buffer.concat([spki, keyBytes(of.recipient)]), format: 'der', type: 'spki' }),
  });
  const material = Buffer.from(hkdfSync('sha256', secret, Buffer.from(of.electorate, 'hex'), 'linping election', of.choices * 8));
  return Array.from({ length: of.choices }, (_, choice) => material.readBigUInt64BE(choice * 8));
}

/** The 32 bytes of an age key, secret or public. */
function keyBytes(text: string): Uint8Array {
  return bech32.decodeToBytes(text.toLowerCase()).bytes;
}
