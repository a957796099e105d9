import type { Election } from '#shared/api/merge.ts';
import type { Round } from '#shared/domain/round.ts';
import { countVotes, electorsOf } from '#shared/election/ballot.ts';
import type { MergeInput } from '#shared/merge/index.ts';
import { electorateOf } from '../declarations/vote.ts';

/** The vote for 组长 as far as the packages that count tell it: how many for whom when all ballots are in, and nothing before. */
export function electionIn(round: Round, counting: readonly MergeInput[]): Election | null {
  const electors = electorsOf(round);
  if (electors.length === 0) {
    return null;
  }
  const electorate = electorateOf(round);
  const cast = electors.map(({ id }) => {
    const ballot = counting.find(({ document }) => document.expert.id === id)?.document.ballot;
    return {
      id,
      numbers: ballot?.electors === electorate ? ballot.numbers : null,
      again: ballot !== undefined && ballot.electors !== electorate,
    };
  });
  const missing = cast.flatMap(({ id, numbers }) => (numbers === null ? [id] : []));
  if (missing.length > 0) {
    return { state: 'waiting', missing, again: cast.flatMap(({ id, again }) => (again ? [id] : [])), votes: [] };
  }
  const counts = countVotes(
    cast.flatMap(({ numbers }) => (numbers === null ? [] : [numbers])),
    round.panel.length,
  );
  return counts === null
    ? { state: 'void', missing: [], again: [], votes: [] }
    : {
        state: 'counted',
        missing: [],
        again: [],
        votes: round.panel.map(({ id, name }, index) => ({ member: id, name, votes: counts[index] ?? 0 })).filter(({ votes }) => votes > 0),
      };
}
