import type { ElectionClosing } from '../domain/election.ts';
import type { Round } from '../domain/round.ts';
import { ballotsOf } from './ballot.ts';

/**
 * Whether the chair's closing fits the round: an election is held; votes are for members, each named once, and no more than there are
 * electors; the leader is a member with most of the votes in the room.
 */
export function isClosing(round: Round, { leader, votes, abstentions }: Omit<ElectionClosing, 'kind'>): boolean {
  const electors = ballotsOf(round)[0]?.electors.length ?? 0;
  const members = new Set(round.panel.map(({ id }) => id));
  const named = new Set(votes.map(({ member }) => member));
  const cast = votes.reduce((sum, each) => sum + each.votes, abstentions);
  const most = Math.max(0, ...votes.map((each) => each.votes));
  const hasMost = votes.some((each) => each.member === leader && each.votes === most);
  return (
    electors > 0 &&
    cast <= electors &&
    named.size === votes.length &&
    [...named].every((member) => members.has(member)) &&
    (leader === null || (members.has(leader) && (votes.length === 0 || hasMost)))
  );
}
