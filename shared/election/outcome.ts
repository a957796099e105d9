import type { Ballot, BallotResult, ElectionClosing, ElectionResult, Votes } from '../domain/election.ts';
import type { Round } from '../domain/round.ts';
import { ballotsOf, type BallotPaper, countVotes } from './ballot.ts';

type Cast = {
  /** The hash of each ballot's electorate, in the order of `ballotsOf`. */
  readonly electorates: readonly string[];
  /** What each elector's counting package carries, by the elector's id. */
  readonly cast: ReadonlyMap<string, readonly Ballot[]>;
  readonly closing: ElectionClosing | null;
};

/**
 * How the election of 组长 stands by what the packages that count carry and what the chair said; null where the round holds none. The last
 * ballot decides: whoever has most votes leads. The chair's closing ends the election whatever was cast.
 */
export function electionOf(round: Round, { electorates, cast, closing }: Cast): ElectionResult | null {
  const papers = ballotsOf(round);
  const ballots = papers.map((paper, index) =>
    resultOf(paper, { electorate: electorates[index] ?? '', cast, isLast: index === papers.length - 1 }),
  );
  const last = ballots.at(-1);
  if (last === undefined) {
    return null;
  }
  const leading = leadersOf(last);
  if (closing !== null) {
    const { leader, votes, abstentions, closedAt, by, reason } = closing;
    return { state: 'closed', ballots, tied: [], closing: { leader, votes, abstentions, closedAt, by, reason }, leader };
  }
  const [leader = null] = leading;
  switch (last.state) {
    case 'waiting':
    case 'replaced':
      return { state: 'open', ballots, tied: [], closing: null, leader: null };
    case 'void':
      return { state: 'void', ballots, tied: [], closing: null, leader: null };
    case 'counted':
      return leading.length === 1
        ? { state: 'elected', ballots, tied: [], closing: null, leader }
        : { state: 'tied', ballots, tied: leading, closing: null, leader: null };
  }
}

function resultOf(
  { electors, candidates }: BallotPaper,
  { electorate, cast, isLast }: { electorate: string; cast: Cast['cast']; isLast: boolean },
): BallotResult {
  const given = electors.map(({ id }) => cast.get(id)?.find((ballot) => ballot.electors === electorate)?.numbers ?? null);
  const said = { electors: electors.map(({ id }) => id), candidates: candidates.map(({ id }) => id) };
  const notVoted = said.electors.filter((_, index) => given[index] === null);
  if (notVoted.length > 0) {
    return { ...said, state: isLast ? 'waiting' : 'replaced', notVoted, votes: [], abstentions: 0 };
  }
  const counts = countVotes(
    given.flatMap((numbers) => (numbers === null ? [] : [numbers])),
    candidates.length + 1,
  );
  if (counts === null) {
    return { ...said, state: 'void', notVoted, votes: [], abstentions: 0 };
  }
  const votes = said.candidates.map((member, index): Votes => ({ member, votes: counts[index] ?? 0 }));
  return { ...said, state: 'counted', notVoted, votes: votes.filter((each) => each.votes > 0), abstentions: counts.at(-1) ?? 0 };
}

/** Whoever has most votes; all candidates where everyone abstained. */
function leadersOf({ votes, candidates }: BallotResult): string[] {
  const most = Math.max(0, ...votes.map((each) => each.votes));
  return most === 0 ? candidates : votes.filter((each) => each.votes === most).map(({ member }) => member);
}
