import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countVotes, maskedVote, type Mask } from '#shared/election/ballot.ts';

const number = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
/** What each elector votes, and the numbers that each pair shares. */
const election = fc.integer({ min: 3, max: 12 }).chain((electors) =>
  fc.record({
    choices: fc.array(fc.nat({ max: electors - 1 }), { minLength: electors, maxLength: electors }),
    shared: fc.array(fc.array(number, { minLength: electors, maxLength: electors }), {
      minLength: electors * electors,
      maxLength: electors * electors,
    }),
  }),
);

function ballotsOf({ choices, shared }: { choices: number[]; shared: bigint[][] }): string[][] {
  const members = choices.length;
  return choices.map((choice, own) => {
    const masks = choices.flatMap((_, other): Mask[] =>
      other === own ? [] : [{ sign: own < other ? 1n : -1n, numbers: shared[Math.min(own, other) * members + Math.max(own, other)] ?? [] }],
    );
    return maskedVote({ choice, choices: members }, masks);
  });
}

describe('a secret ballot', () => {
  it('gives the votes per member when all are in, in any order', () => {
    fc.assert(
      fc.property(election, (given) => {
        const ballots = ballotsOf(given);
        const expected = given.choices.map((_, member) => given.choices.filter((choice) => choice === member).length);
        expect(countVotes(ballots, given.choices.length)).toEqual(expected);
        expect(countVotes(ballots.toReversed(), given.choices.length)).toEqual(expected);
      }),
    );
  });

  it('tells nothing while one is missing, or when one was made for more than one vote', () => {
    fc.assert(
      fc.property(election, (given) => {
        const [first = [], ...others] = ballotsOf(given);
        const members = given.choices.length;
        // A sum of masks that happens to look like votes is as rare as a guess of 64 bits; shared numbers may all be 0 here, though.
        const masked = given.shared.flat().filter((each) => each > 1_000_000n).length > members * members;
        expect(masked && countVotes(others, members) !== null).toBe(false);
        const twice = first.map((each) => ((BigInt(each) + 1n) % (1n << 64n)).toString());
        expect(countVotes([twice, ...others], members)).toBeNull();
        expect(countVotes([first.slice(1), ...others], members)).toBeNull();
      }),
    );
  });

  it('hides the choice: with another pair of masks the same numbers are another vote', () => {
    const vote = maskedVote({ choice: 0, choices: 3 }, [{ sign: 1n, numbers: [5n, 9n, 2n] }]);
    expect(maskedVote({ choice: 2, choices: 3 }, [{ sign: 1n, numbers: [6n, 9n, 1n] }])).toEqual(vote);
  });
});
