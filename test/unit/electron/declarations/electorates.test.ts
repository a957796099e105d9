import { describe, expect, it } from 'vitest';
import { electoratesOf } from '#electron/declarations/vote.ts';
import type { Round } from '#shared/domain/round.ts';
import { smallRound } from '../../shared/merge/small-round.ts';

const again = { electors: ['e1', 'e2', 'e3', 'e4', 'e5'], candidates: ['e1', 'e2', 'e3', 'e4', 'e5'], reason: '选票不能计票' };

function roundWith(ballots?: Round['ballots']): Round {
  return { ...smallRound({ experts: 5 }), election: 'secret-ballot', ...(ballots === undefined ? {} : { ballots }) };
}

describe('the electorate of a ballot', () => {
  it('is another for each ballot, even of the same people on the same people: masks are used once', () => {
    const electorates = electoratesOf(roundWith([again, again]));
    expect(new Set(electorates).size).toBe(3);
  });

  it('stays what it was when a further ballot is opened, so that ballots cast before can still be counted', () => {
    expect(electoratesOf(roundWith([again]))[0]).toBe(electoratesOf(roundWith())[0]);
    expect(electoratesOf(roundWith([again, again])).slice(0, 2)).toEqual(electoratesOf(roundWith([again])));
  });

  it('is another once somebody votes or may be voted for who did not before', () => {
    const [electorate] = electoratesOf(roundWith());
    const round = roundWith();
    const fewer = { ...round, assignments: round.assignments.filter(({ expert }) => expert !== 'e5') };
    expect(electoratesOf(fewer)[0]).not.toBe(electorate);
    expect(electoratesOf({ ...round, id: 'another' })[0]).not.toBe(electorate);
  });
});
