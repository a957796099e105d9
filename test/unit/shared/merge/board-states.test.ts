import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import type { Round } from '#shared/domain/round.ts';
import type { Stage } from '#shared/domain/values.ts';
import { merge, type MergeInput, withReturns } from '#shared/merge/index.ts';
import type { ReturnDocument, ScoreDocument } from '#shared/packages/documents.ts';
import { doc, packageOf, requestOf, smallRound } from './small-round.ts';

/**
 * What the chair reads of one sheet (e1's visit at a1), and what each word means:
 *
 *   received      the version that counts has it, nothing open            ● nothing to do
 *   partial       the version that counts has it, with blanks             ◐ wait, return or leave out
 *   missing       the version that counts came without it                 ○ wait, return or leave out
 *   never-seen    no version counts, and no package here has it           – wait
 *   superseded    no version counts; sealed before rubric or rules changed ⇡ wait for the sheet sealed anew
 *   set-aside     no version counts; a package that is refused has it     ⊘ see the list of packages that do not count
 *   equivocation  two contents under the newest number                    ! ask for a new version
 *   excluded, recused, not-assigned, returned: as decided, whatever came
 */
type Version = 'whole' | 'half' | 'without' | 'points differ';
type Issues = 'issued once' | 'again, same rubric' | 'again, other rubric';
const issuesOf = ['issued once', 'again, same rubric', 'again, other rubric'] as const;

/** Which versions came; the first was sealed before the round was issued again, the others after. */
const table: readonly [versions: readonly Version[], ...expected: readonly string[]][] = [
  [[], 'never-seen', 'never-seen', 'never-seen'],
  [['whole'], 'received', 'received', 'superseded 1'],
  [['half'], 'partial', 'partial', 'superseded 1'],
  [['without'], 'missing', 'missing', 'never-seen'],
  [['points differ'], 'set-aside', 'set-aside', 'superseded 1'],
  [['whole', 'whole'], 'received 1', 'received 1', 'received 1'],
  [['whole', 'half'], 'partial 1', 'partial 1', 'partial 1'],
  [['whole', 'without'], 'missing 1', 'missing 1', 'missing 1'],
  [['without', 'whole'], 'received', 'received', 'received'],
  [['whole', 'points differ'], 'received', 'received', 'superseded 1'],
  [['points differ', 'whole'], 'received 1', 'received 1', 'received 1'],
  [['whole', 'whole', 'whole'], 'received 1+2', 'received 1+2', 'received 1+2'],
];

const first = 'f'.repeat(64);
const sheet = { expert: 'e1', application: 'a1', stage: 'visit' as Stage };

/** The round as it stands: with a new applicant a2 where it was issued again. */
function roundAfter(issues: Issues): Round {
  const round = smallRound({ experts: 2, applications: 2 });
  return issues === 'issued once' ? round : { ...round, replaces: [first] };
}

function versionOf(
  document: ScoreDocument,
  { version, sequence, issues }: { version: Version; sequence: number; issues: Issues },
): MergeInput {
  const isEarlier = sequence === 1 && issues !== 'issued once';
  const sheets = document.sheets
    .filter(({ application }) => application === 'a1')
    .flatMap((each) => {
      if (each.stage !== sheet.stage || version === 'whole') {
        return [each];
      }
      const [entry, ...others] = each.entries;
      const bad = each.entries.map((one) => (one.points === null ? one : { ...one, points: '0.01' }));
      return version === 'without' || entry === undefined ? [] : [{ ...each, entries: version === 'half' ? others : bad }];
    });
  return packageOf(
    {
      ...document,
      sequence,
      sheets,
      ...(isEarlier ? { round: { ...document.round, sha256: first } } : {}),
      ...(isEarlier && issues === 'again, other rubric' ? { rubricSha256: 'e'.repeat(64) } : {}),
    },
    String(sequence),
  );
}

type Decided = { readonly recusals?: Round['recusals']; readonly assigned?: boolean; readonly resolutions?: readonly Resolution[] };

function boardFor(versions: readonly Version[], issues: Issues, { recusals = [], assigned = true, resolutions = [] }: Decided = {}) {
  const round = { ...roundAfter(issues), recusals };
  const request = requestOf(round, [{}, null]);
  return merge({
    ...request,
    round: assigned ? round : { ...round, assignments: round.assignments.filter(({ expert }) => expert !== 'e1') },
    inputs: versions.map((version, index) => versionOf(doc(request), { version, sequence: index + 1, issues })),
    resolutions,
  });
}

const stateAt = (cells: ReturnType<typeof withReturns>, { expert, application, stage } = sheet): string => {
  const cell = cells.find((one) => one.expert === expert && one.application === application && one.stage === stage);
  return cell === undefined ? 'no column' : [cell.state, cell.older.join('+')].join(' ').trim();
};

const cases = table.flatMap(([versions, ...expected]) =>
  issuesOf.map((issues, index) => ({ name: versions.join(', ') || 'nothing', versions, issues, expected: expected[index] ?? '' })),
);

describe('a sheet on the board', () => {
  it.each(cases)('$name, $issues: $expected', ({ versions, issues, expected }) => {
    expect(stateAt(boardFor(versions, issues).board.cells)).toBe(expected);
  });

  it.each(cases)('$name, $issues, with a return: returned where the version that it names counts, else as it was', (given) => {
    const { board, result } = boardFor(given.versions, given.issues);
    const sequence = result.inputs.find(({ expert }) => expert === 'e1')?.sequence;
    for (const named of [1, 2, 3]) {
      const open = sequence === named && /^(received|partial|missing)/.test(given.expected);
      expect(stateAt(withReturns(board, [returnOf(named)])).split(' ')[0]).toBe(open ? 'returned' : given.expected.split(' ')[0]);
    }
  });

  it.each(cases)('$name, $issues: recused, left out or not assigned whatever came', ({ versions, issues }) => {
    const stateWhere = (decided: Decided) => stateAt(boardFor(versions, issues, decided).board.cells).split(' ')[0];
    expect(stateWhere({ recusals: [{ expert: 'e1', applicant: 'u1', reason: '亲属' }] })).toBe('recused');
    const excluded: Resolution = { kind: 'exclude-expert', expert: 'e1', application: 'a1', by: 'e1', reason: '不再等待', sequence: 1 };
    expect(stateWhere({ resolutions: [excluded] })).toBe('excluded');
    expect(stateWhere({ assigned: false })).toBe(versions.length === 0 ? 'no' : 'not-assigned');
  });

  it('of a new applicant is missing where what counts was sealed without it, and never seen where nothing counts', () => {
    const added = { ...sheet, application: 'a2' };
    expect(stateAt(boardFor(['whole'], 'again, same rubric').board.cells, added)).toBe('missing');
    expect(stateAt(boardFor(['whole'], 'again, other rubric').board.cells, added)).toBe('never-seen');
    expect(stateAt(boardFor([], 'again, other rubric').board.cells, added)).toBe('never-seen');
  });

  it('with two contents under the newest number is an equivocation, until the chair decides otherwise', () => {
    const request = requestOf(roundAfter('issued once'), [{}, null]);
    const [whole, lean] = [doc(request), { ...doc(request), sheets: doc(request).sheets.slice(1) }];
    const { board } = merge({ ...request, inputs: [packageOf(whole, 'b'), packageOf(lean, 'c')] });
    expect(stateAt(board.cells)).toBe('equivocation');
  });
});

function returnOf(sequence: number): ReturnDocument {
  const place = { application: 'a1', stage: sheet.stage, item: 'B02', occupation: null, levelGroup: null };
  return {
    kind: 'return',
    format: 1,
    round: { id: 'r', sha256: 'a'.repeat(64) },
    expert: 'e1',
    sequence,
    score: '1'.padEnd(64, '0'),
    items: [{ ...place, reason: '请复测' }],
    reason: '请复测',
    audit: { head: 'd'.repeat(64), count: 1 },
  };
}

describe('what does not count', () => {
  const standings = (board: ReturnType<typeof boardFor>['board']) =>
    board.setAside.map(({ code, name, standing }) => [code, name, standing]);

  it('asks for nothing once a newer version of the expert counts, whatever was wrong with the older one', () => {
    const { name } = smallRound({ experts: 2 }).panel[0] ?? { name: '' };
    expect(standings(boardFor(['whole'], 'again, other rubric').board)).toEqual([['merge/other-rubric', name, 'open']]);
    expect(standings(boardFor(['whole', 'whole'], 'again, other rubric').board)).toEqual([['merge/other-rubric', name, 'settled']]);
    expect(standings(boardFor(['points differ', 'whole'], 'issued once').board)).toEqual([['merge/points-differ', name, 'settled']]);
    expect(standings(boardFor(['whole', 'points differ'], 'issued once').board)).toEqual([['merge/points-differ', name, 'open']]);
    expect(boardFor(['whole', 'whole'], 'again, other rubric').board.packages.map(({ state }) => state)).toEqual([
      'superseded',
      'counting',
    ]);
  });

  it('has the name of a member who was taken off the panel, and says so only of one who was on it', () => {
    const round = roundAfter('again, same rubric');
    const request = requestOf(round, [{}, {}]);
    const sent = { ...doc(request, 1), expert: { ...doc(request, 1).expert, name: '专家丁（虚构）' } };
    const gone = { ...round, panel: round.panel.slice(0, 1), assignments: round.assignments.filter(({ expert }) => expert === 'e1') };
    const boardWith = (sha256: string) =>
      merge({ ...request, round: gone, inputs: [packageOf({ ...sent, round: { ...sent.round, sha256 } }, 'b')] }).board;
    expect(standings(boardWith(first))).toEqual([['merge/not-on-roster', '专家丁（虚构）', 'former']]);
    expect(standings(boardWith('a'.repeat(64)))).toEqual([['merge/not-on-roster', '专家丁（虚构）', 'open']]);
    expect(boardWith(first).packages.map(({ name }) => name)).toEqual(['专家丁（虚构）']);
  });

  it('asks for nothing where a sheet was assigned in the issue that it was sealed against', () => {
    const round = roundAfter('again, same rubric');
    const request = requestOf(round, [{}, null]);
    const narrowed = { ...round, assignments: round.assignments.filter(({ application }) => application === 'a1') };
    const boardWith = (sha256: string) =>
      merge({ ...request, round: narrowed, inputs: [packageOf({ ...doc(request), round: { ...doc(request).round, sha256 } }, 'b')] }).board;
    const codes = Array.from({ length: 3 }, () => 'merge/not-assigned');
    expect(boardWith(first).setAside.map(({ code, standing }) => [code, standing])).toEqual(codes.map((code) => [code, 'settled']));
    expect(boardWith('a'.repeat(64)).setAside.map(({ code, standing }) => [code, standing])).toEqual(codes.map((code) => [code, 'open']));
  });
});
