import { describe, expect, it } from 'vitest';
import type { SetAside } from '#shared/domain/result.ts';
import { defaultRules, type Round } from '#shared/domain/round.ts';
import { boardOf } from '#shared/merge/board.ts';
import { merge, type MergeInput, type MergeRequest } from '#shared/merge/index.ts';
import { workOut } from '#shared/merge/merge.ts';
import { by, doc, packageOf, requestOf, smallRound } from './small-round.ts';

const earlier = 'f'.repeat(64);
const round: Round = { ...smallRound({ experts: 2 }), replaces: [earlier] };
const good = requestOf(round, [{}, {}]);
const hashOf = (short: string) => short.padEnd(64, '0');
const [document, others] = [doc(good), good.inputs.slice(1)];
const version = (sequence: number, short: string, change: Partial<typeof document> = {}): MergeInput =>
  packageOf({ ...document, sequence, ...change }, short);
const boardWith = (inputs: readonly MergeInput[], change: Partial<MergeRequest> = {}) => merge({ ...good, inputs, ...change }).board;
const cellsOf = (board: ReturnType<typeof boardWith>, expert = 'e1') =>
  board.cells.filter((cell) => cell.expert === expert).map(({ stage, state, older }) => [stage, state, older.join('+')].join(' ').trim());
const linesOf = (board: ReturnType<typeof boardWith>) =>
  board.packages.map(({ sha256, sequence, state, code }) => [sha256.slice(0, 1), sequence, state, code].join(' '));
const standingsOf = (board: ReturnType<typeof boardWith>) => board.setAside.map(({ code, standing }) => `${code} ${standing}`);

describe('the board', () => {
  it('names every column and every row, and has one line for each package', () => {
    const { experts, applications, packages, setAside } = boardWith(good.inputs);
    expect(experts).toEqual([
      { id: 'e1', name: '专家1', sequence: 1 },
      { id: 'e2', name: '专家2', sequence: 1 },
    ]);
    expect(applications).toEqual([{ id: 'a1', applicant: '单位1' }]);
    expect(packages).toEqual([
      { sha256: hashOf('1'), expert: 'e1', sequence: 1, state: 'counting', code: null, name: '专家1' },
      { sha256: hashOf('2'), expert: 'e2', sequence: 1, state: 'counting', code: null, name: '专家2' },
    ]);
    expect(setAside).toEqual([]);
  });

  it('has the packages in the order of their hashes, and older versions in that of their numbers, whatever order they came in', () => {
    const hashes = { 1: 'd', 2: 'b', 3: 'c', 10: 'a', 11: '5' };
    const inputs = Object.entries(hashes).map(([sequence, short]) => version(Number(sequence), short));
    for (const came of [inputs, inputs.toReversed(), [...inputs.slice(2), ...inputs.slice(0, 2)]]) {
      const board = boardWith([...others, ...came]);
      expect(linesOf(board)).toEqual([
        '2 1 counting ',
        '5 11 counting ',
        'a 10 superseded merge/superseded',
        'b 2 superseded merge/superseded',
        'c 3 superseded merge/superseded',
        'd 1 superseded merge/superseded',
      ]);
      expect(cellsOf(board)).toEqual(['document received 1+2+3+10', 'visit received 1+2+3+10', 'roadshow received 1+2+3+10']);
    }
  });

  it('has no line for a sheet that is set aside alone: the package counts', () => {
    const board = boardWith(good.inputs, { round: { ...round, assignments: round.assignments.filter(({ expert }) => expert === 'e1') } });
    expect(linesOf(board)).toEqual(['1 1 counting ', '2 1 counting ']);
    expect(board.setAside.map(({ expert, stage, standing, name }) => [expert, stage, standing, name])).toEqual([
      ['e2', 'document', 'open', '专家2'],
      ['e2', 'roadshow', 'open', '专家2'],
      ['e2', 'visit', 'open', '专家2'],
    ]);
  });
});

describe('of what does not count', () => {
  it('a copy of what counts is settled, and has not given way to it', () => {
    const board = boardWith([...good.inputs, version(1, 'c')]);
    expect(linesOf(board)).toEqual(['1 1 counting ', '2 1 counting ', 'c 1 set-aside merge/same-content']);
    expect(standingsOf(board)).toEqual(['merge/same-content settled']);
  });

  it('what is wrong under the very number that counts asks for a look', () => {
    const board = boardWith([...good.inputs, { ...version(1, 'c'), signedBy: 'key-e2' }]);
    expect(linesOf(board)[2]).toBe('c 1 set-aside merge/signed-by-another');
    expect(standingsOf(board)).toEqual(['merge/signed-by-another open']);
  });

  it('the version before an open equivocation has given way, the two contents have not', () => {
    const two = [version(2, 'c'), version(2, 'd', { sheets: document.sheets.slice(1) })];
    const board = boardWith([version(1, 'b'), ...two]);
    expect(linesOf(board)).toEqual([
      'b 1 superseded merge/superseded',
      'c 2 set-aside merge/equivocation',
      'd 2 set-aside merge/equivocation',
    ]);
    expect(standingsOf(board)).toEqual(['merge/superseded settled', 'merge/equivocation open', 'merge/equivocation open']);
    expect(cellsOf(board)).toEqual(['document equivocation 1', 'visit equivocation 1', 'roadshow equivocation 1']);
  });

  it('an equivocation that a newer version ended is on no sheet any more, one that lacks a sheet included', () => {
    const two = [version(2, 'c'), version(2, 'd', { sheets: document.sheets.slice(1) })];
    const board = boardWith([...two, version(3, 'e', { sheets: document.sheets.filter(({ stage }) => stage !== 'visit') })]);
    expect(standingsOf(board)).toEqual(['merge/equivocation settled', 'merge/equivocation settled']);
    expect(cellsOf(board)).toEqual(['document received 2', 'visit missing 2', 'roadshow received 2']);
  });

  it('a recused expert’s sheet asks for a look, of an earlier issue as well', () => {
    const recusals = [{ expert: 'e1', applicant: 'u1', reason: '亲属' }];
    const board = boardWith([version(1, 'b', { round: { id: round.id, sha256: earlier } })], { round: { ...round, recusals } });
    expect(standingsOf(board)).toEqual(Array.from({ length: 3 }, () => 'merge/recused-sheet open'));
  });

  it.each([
    ['other rules', { rulesSha256: 'e'.repeat(64) }, earlier, 'superseded 1'],
    ['another rubric', { rubricSha256: 'e'.repeat(64) }, earlier, 'superseded 1'],
    ['other rules', { rulesSha256: 'e'.repeat(64) }, good.roundSha256, 'set-aside'],
    ['another key', { expert: { ...document.expert, key: 'key-e2' } }, earlier, 'set-aside'],
  ])('what was sealed with %s is outdated where an earlier issue had these, else set aside', (_, change, sha256, state) => {
    const board = boardWith([version(1, 'b', { ...change, round: { id: round.id, sha256 } })]);
    expect(cellsOf(board)).toEqual([`document ${state}`, `visit ${state}`, `roadshow ${state}`]);
    expect(board.packages.map((each) => each.state)).toEqual(['set-aside']);
  });

  it('a line whose package or whose sender nobody knows has no name, gives way to nothing and is on no sheet', () => {
    const { applications, selection } = workOut(good);
    const asides: SetAside[] = [
      { sha256: hashOf('7'), code: 'merge/not-on-roster', expert: 'x', sequence: 1 },
      { sha256: hashOf('8'), code: 'merge/other-round', expert: null, sequence: 1 },
      { sha256: hashOf('9'), code: 'merge/other-round', expert: 'e1', sequence: null },
    ];
    const board = boardOf(good, applications, { selection, setAside: asides });
    expect(board.setAside).toEqual(asides.map((aside) => ({ ...aside, name: aside.expert === 'e1' ? '专家1' : null, standing: 'open' })));
    expect(linesOf(board).slice(2)).toEqual([
      '7 1 set-aside merge/not-on-roster',
      '8 1 set-aside merge/other-round',
      '9  set-aside merge/other-round',
    ]);
    expect(cellsOf(board)).toEqual(['document received', 'visit received', 'roadshow received']);
    const without = boardOf(good, applications, { selection: { ...selection, counting: new Map() }, setAside: asides });
    expect(without.packages.map(({ state }) => state)).toEqual(['set-aside', 'set-aside', 'set-aside']);
  });
});

describe('a sheet', () => {
  const divided: Round = {
    ...round,
    rules: { ...defaultRules, aggregate: { ...defaultRules.aggregate, by: 'stage' } },
    assignments: [
      { expert: 'e1', application: 'a1', stages: ['document', 'roadshow'] },
      { expert: 'e2', application: 'a1' },
    ],
  };

  it('that is not the expert’s is not assigned, whether the expert is left out or equivocates', () => {
    const left = boardWith(good.inputs, {
      round: divided,
      resolutions: [{ kind: 'exclude-expert', expert: 'e1', application: 'a1', ...by }],
    });
    expect(cellsOf(left)).toEqual(['document excluded', 'visit not-assigned', 'roadshow excluded']);
    const two = [version(1, 'c'), version(1, 'd', { sheets: document.sheets.slice(1) })];
    expect(cellsOf(boardWith(two, { round: divided }))).toEqual(['document equivocation', 'visit not-assigned', 'roadshow equivocation']);
  });

  it('with nothing to fill in is received as it is, though nothing came', () => {
    const rubric = { ...round.rubric, items: round.rubric.items.filter(({ stage }) => stage !== 'roadshow') };
    expect(cellsOf(boardWith([], { round: { ...round, rubric } }))).toEqual([
      'document never-seen',
      'visit never-seen',
      'roadshow received',
    ]);
  });
});
