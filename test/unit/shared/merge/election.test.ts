import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import type { ResolutionOf } from '#shared/merge/resolutions.ts';
import { merge, type MergeRequest } from '#shared/merge/index.ts';
import { doc, packageOf, requestOf, smallRound } from './small-round.ts';

const electorate = 'c'.repeat(64);

/** Three score and elect; without masks, a ballot is its own count. Numbers are for e1, e2, e3 and an abstention. */
function requestWith(
  ballots: readonly (readonly [string, string, string, string] | null)[],
  resolutions: readonly Resolution[] = [],
): MergeRequest {
  const request = requestOf({ ...smallRound({ experts: 3 }), election: 'secret-ballot' }, [{}, {}, {}], resolutions);
  return {
    ...request,
    electorates: [electorate],
    inputs: ballots.map((numbers, index) =>
      packageOf(
        { ...doc(request, index), ...(numbers === null ? {} : { ballots: [{ electors: electorate, numbers: [...numbers] }] }) },
        String(index + 1),
      ),
    ),
  };
}

const closing: ResolutionOf<'election'> = {
  kind: 'election',
  leader: 'e3',
  votes: [],
  abstentions: 0,
  closedAt: '2022-11-18T10:00:00+08:00',
  by: 'e1',
  reason: '当场表决',
  sequence: 1,
};

describe('the election in a result', () => {
  it('counts what the packages that count carry', () => {
    const { election } = merge(
      requestWith([
        ['0', '1', '0', '0'],
        ['0', '1', '0', '0'],
        ['0', '0', '0', '1'],
      ]),
    ).result;
    expect(election).toMatchObject({ state: 'elected', leader: 'e2', ballots: [{ votes: [{ member: 'e2', votes: 2 }], abstentions: 1 }] });
  });

  it('waits for the ballot of an expert whose package has none, or has one of another electorate', () => {
    const without = requestWith([['0', '1', '0', '0'], ['0', '1', '0', '0'], null]);
    expect(merge(without).result.election).toMatchObject({ state: 'open', ballots: [{ notVoted: ['e3'] }] });
    const other = {
      ...requestWith([
        ['0', '1', '0', '0'],
        ['0', '1', '0', '0'],
        ['0', '1', '0', '0'],
      ]),
      electorates: ['d'.repeat(64)],
    };
    expect(merge(other).result.election).toMatchObject({ state: 'open', ballots: [{ notVoted: ['e1', 'e2', 'e3'] }] });
  });

  it('takes the chair’s closing from the decisions, the last one, and only where it fits', () => {
    const open = [['0', '1', '0', '0'], null, null] as const;
    expect(merge(requestWith(open, [closing])).result.election).toMatchObject({ state: 'closed', leader: 'e3' });
    expect(merge(requestWith(open, [closing, { ...closing, sequence: 2, leader: null }])).result.election).toMatchObject({
      state: 'closed',
      leader: null,
    });
    expect(merge(requestWith(open, [{ ...closing, leader: 'x' }])).result.election).toMatchObject({ state: 'open' });
    expect(merge(requestWith(open, [{ ...closing, by: 'e2' }])).result.election).toMatchObject({ state: 'open' });
  });

  it('changes nothing of the candidates, and is not there where the round holds none', () => {
    const voted = merge(requestWith([['0', '1', '0', '0'], ['0', '1', '0', '0'], null], [closing])).result;
    const { election: _election, ...round } = smallRound({ experts: 3 });
    const plain = merge(requestOf(round, [{}, {}, {}])).result;
    expect(plain.election).toBeUndefined();
    expect(voted.candidates).toEqual(plain.candidates);
  });
});
