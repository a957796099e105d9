import { describe, expect, it } from 'vitest';
import type { Ballot, ElectionClosing } from '#shared/domain/election.ts';
import type { Round } from '#shared/domain/round.ts';
import { ballotsOf } from '#shared/election/ballot.ts';
import { isClosing } from '#shared/election/closing.ts';
import { electionOf } from '#shared/election/outcome.ts';
import { smallRound } from '../merge/small-round.ts';

const hash = (digit: number) => String(digit).repeat(64);

/** Five score and may be elected; without masks, a ballot is its own count. */
function roundWith(ballots?: Round['ballots']): Round {
  const round = smallRound({ experts: 5 });
  return { ...round, election: 'secret-ballot', ...(ballots === undefined ? {} : { ballots }) };
}

const choices = ['e1', 'e2', 'e3', 'e4', 'e5'];
/** What each elector chose in a ballot, by expert: a member's id, `-` for an abstention. */
function castIn(number: number, given: Readonly<Record<string, string>>, candidates: readonly string[] = choices) {
  const marks = [...candidates, '-'];
  return Object.entries(given).map(([expert, choice]): [string, Ballot] => [
    expert,
    { electors: hash(number), numbers: marks.map((each) => (each === choice ? '1' : '0')) },
  ]);
}

function outcome(round: Round, cast: readonly (readonly [string, Ballot])[], closing: ElectionClosing | null = null) {
  const byExpert = Map.groupBy(cast, ([expert]) => expert);
  return electionOf(round, {
    electorates: ballotsOf(round).map(({ number }) => hash(number)),
    cast: new Map([...byExpert].map(([expert, own]) => [expert, own.map(([, ballot]) => ballot)])),
    closing,
  });
}

const all = (...given: string[]) => Object.fromEntries(choices.map((expert, index) => [expert, given[index] ?? '-']));

describe('how the election stands', () => {
  it('is nobody’s while a ballot is missing, and says whose', () => {
    const { e5: _missing, ...four } = all('e2', 'e2', 'e2', 'e2');
    expect(outcome(roundWith(), castIn(1, four))).toMatchObject({
      state: 'open',
      leader: null,
      ballots: [{ state: 'waiting', notVoted: ['e5'], votes: [], abstentions: 0 }],
    });
  });

  it.each([
    ['most votes', all('e2', 'e2', 'e3', 'e2', 'e3'), 'elected', 'e2', []],
    ['most votes with abstentions', all('e2', '-', '-', '-', '-'), 'elected', 'e2', []],
    ['equal votes', all('e2', 'e2', 'e3', 'e3', '-'), 'tied', null, ['e2', 'e3']],
    ['abstentions only', all('-', '-', '-', '-', '-'), 'tied', null, choices],
  ])('%s', (_, given, state, leader, tied) => {
    const abstained = Object.values(given).filter((choice) => choice === '-').length;
    expect(outcome(roundWith(), castIn(1, given))).toMatchObject({ state, leader, tied, ballots: [{ abstentions: abstained }] });
  });

  it('is decided by the last ballot alone; the one before stays with its tally', () => {
    const round = roundWith([{ electors: choices, candidates: ['e2', 'e3'], reason: '票数相同' }]);
    const first = castIn(1, all('e2', 'e2', 'e3', 'e3', '-'));
    const tally = [
      { member: 'e2', votes: 2 },
      { member: 'e3', votes: 2 },
    ];
    expect(outcome(round, first)).toMatchObject({ state: 'open', ballots: [{ state: 'counted', votes: tally }, { state: 'waiting' }] });
    const second = castIn(2, all('e3', 'e3', 'e3', 'e2', '-'), ['e2', 'e3']);
    expect(outcome(round, [...first, ...second])).toMatchObject({ state: 'elected', leader: 'e3', ballots: [{ votes: tally }, {}] });
  });

  it('goes on among those who take part, and names who did not vote before', () => {
    const round = roundWith([{ electors: ['e1', 'e2', 'e3', 'e4'], candidates: choices, reason: '一人未到' }]);
    const { e5: _missing, ...four } = all('e2', 'e2', 'e2', 'e1');
    const stands = outcome(round, [...castIn(1, four), ...castIn(2, four)]);
    expect(stands).toMatchObject({
      state: 'elected',
      leader: 'e2',
      ballots: [{ state: 'replaced', notVoted: ['e5'] }, { state: 'counted' }],
    });
  });

  it('is void where what is in is no votes', () => {
    const twice = castIn(1, all('e2', 'e2', 'e2', 'e2', 'e2')).map(([expert, ballot]): [string, Ballot] => [
      expert,
      expert === 'e1' ? { ...ballot, numbers: ballot.numbers.map(() => '1') } : ballot,
    ]);
    expect(outcome(roundWith(), twice)).toMatchObject({ state: 'void', leader: null });
  });

  it('is what the chair recorded, once closed, with who did not vote', () => {
    const { e5: _missing, ...four } = all('e2', 'e2', 'e2', 'e2');
    const closing = closed({ leader: 'e3', votes: [{ member: 'e3', votes: 4 }] });
    const stands = outcome(roundWith(), castIn(1, four), closing);
    expect(stands).toMatchObject({
      state: 'closed',
      leader: 'e3',
      closing: { by: 'e1', reason: '当场表决' },
      ballots: [{ notVoted: ['e5'] }],
    });
  });

  it('is none where the round asks for none, or too few could vote in secret', () => {
    expect(outcome(smallRound({ experts: 5 }), [])).toBeNull();
    expect(outcome({ ...smallRound({ experts: 2 }), election: 'secret-ballot' }, [])).toBeNull();
  });
});

function closed(said: Partial<ElectionClosing>): ElectionClosing {
  return {
    kind: 'election',
    leader: null,
    votes: [],
    abstentions: 0,
    closedAt: '2022-11-18T10:00:00+08:00',
    by: 'e1',
    reason: '当场表决',
    ...said,
  };
}

describe('a closing by the chair', () => {
  it.each<[string, Partial<ElectionClosing>, boolean]>([
    ['without a leader', {}, true],
    ['with a leader, no tally taken', { leader: 'e2' }, true],
    ['with the tally', { leader: 'e2', votes: [{ member: 'e2', votes: 3 }], abstentions: 2 }, true],
    ['a tie that was decided', { leader: 'e2', votes: ['e2', 'e3'].map((member) => ({ member, votes: 2 })) }, true],
    ['more votes than electors', { leader: 'e2', votes: [{ member: 'e2', votes: 3 }], abstentions: 3 }, false],
    ['a stranger', { leader: 'x' }, false],
    ['votes for a stranger', { votes: [{ member: 'x', votes: 1 }] }, false],
    ['a member twice', { leader: 'e2', votes: ['e2', 'e2'].map((member) => ({ member, votes: 1 })) }, false],
    [
      'a leader with fewer votes',
      {
        leader: 'e2',
        votes: [
          { member: 'e2', votes: 1 },
          { member: 'e3', votes: 2 },
        ],
      },
      false,
    ],
    ['a leader without a vote', { leader: 'e2', votes: [{ member: 'e3', votes: 1 }] }, false],
  ])('%s', (_, said, holds) => {
    expect(isClosing(roundWith(), closed(said))).toBe(holds);
  });

  it('has no place in a round without an election', () => {
    expect(isClosing(smallRound({ experts: 5 }), closed({}))).toBe(false);
  });
});
