import { describe, expect, it } from 'vitest';
import { merge, type MergeInput } from '#shared/merge/index.ts';
import { select } from '#shared/merge/select.ts';
import { bestSheets, doc, packageOf, requestOf, smallRound } from './small-round.ts';

const round = smallRound({ experts: 2, applications: 2 });
const request = requestOf(round, [{}, {}]);
const first = '1'.repeat(64);
const names = round.panel.map(({ name }) => name);
const boardOf = (inputs: readonly MergeInput[], of = round) => merge({ ...request, round: of, inputs }).board;

describe('the board', () => {
  it('lists the applicants, the experts with the number that counts, and the packages by their hashes', () => {
    const inputs = [packageOf(doc(request, 1), 'f'), packageOf({ ...doc(request), sequence: 2 }, 'c'), packageOf(doc(request), 'd')];
    const { experts, applications, packages } = boardOf(inputs);
    expect(applications).toEqual(round.applications.map(({ id, applicant }) => ({ id, applicant: applicant.name })));
    expect(experts).toEqual([
      { id: 'e1', name: names[0], sequence: 2 },
      { id: 'e2', name: names[1], sequence: 1 },
    ]);
    expect(packages).toEqual([
      { sha256: 'c'.padEnd(64, '0'), expert: 'e1', sequence: 2, state: 'counting', code: null, name: names[0] },
      { sha256: 'd'.padEnd(64, '0'), expert: 'e1', sequence: 1, state: 'superseded', code: 'merge/superseded', name: names[0] },
      { sha256: 'f'.padEnd(64, '0'), expert: 'e2', sequence: 1, state: 'counting', code: null, name: names[1] },
    ]);
    expect(boardOf(inputs.toReversed()).packages).toEqual(packages);
  });

  it('has no column for a member who neither scores nor sent anything, and one for who sent something all the same', () => {
    const presided = { ...round, assignments: round.assignments.filter(({ expert }) => expert !== 'e1') };
    const columns = (inputs: readonly MergeInput[]) => boardOf(inputs, presided).experts.map(({ id }) => id);
    expect(columns([])).toEqual(['e2']);
    expect(columns([packageOf(doc(request), 'b')])).toEqual(['e1', 'e2']);
  });

  it('says of a package that is set aside which, whose and why, and asks for nothing about a copy', () => {
    const inputs = [
      packageOf(doc(request), 'b'),
      packageOf(doc(request), 'c'),
      packageOf({ ...doc(request, 1), rulesSha256: 'f'.repeat(64) }, 'd'),
    ];
    const { setAside, packages } = boardOf(inputs);
    expect(setAside.map(({ code, expert, name, standing }) => [code, expert, name, standing])).toEqual([
      ['merge/same-content', 'e1', names[0], 'settled'],
      ['merge/other-rules', 'e2', names[1], 'open'],
    ]);
    expect(packages.map(({ state, code }) => [state, code])).toEqual([
      ['counting', null],
      ['set-aside', 'merge/same-content'],
      ['set-aside', 'merge/other-rules'],
    ]);
  });

  it('leaves a sheet that is set aside on its own out of the packages, and open until its issue explains it', () => {
    const narrowed = {
      ...round,
      assignments: round.assignments.filter(({ application, expert }) => expert !== 'e1' || application === 'a1'),
    };
    const { setAside, packages } = boardOf([packageOf(doc(request), 'b')], narrowed);
    expect(packages.map(({ state }) => state)).toEqual(['counting']);
    expect(setAside.map(({ code, application, standing }) => [code, application, standing])).toEqual(
      Array.from({ length: 3 }, () => ['merge/not-assigned', 'a2', 'open']),
    );
    const replaced = { ...narrowed, replaces: [first], recusals: [{ expert: 'e1', applicant: 'u1', reason: '亲属' }] };
    const earlier = packageOf({ ...doc(request), round: { ...doc(request).round, sha256: first } }, 'b');
    const standings = new Set(boardOf([earlier], replaced).setAside.map(({ code, standing }) => `${code} ${standing}`));
    // A recusal is no matter of which issue it was.
    expect([...standings].toSorted()).toEqual(['merge/not-assigned settled', 'merge/recused-sheet open']);
  });

  it('tells what was sealed under other rules of an earlier issue from what is simply under other rules', () => {
    const sealed = { ...doc(request), rulesSha256: 'f'.repeat(64) };
    const stateOf = (sha256: string) =>
      boardOf([packageOf({ ...sealed, round: { ...sealed.round, sha256 } }, 'b')], { ...round, replaces: [first] }).cells[0]?.state;
    expect([stateOf(first), stateOf('a'.repeat(64))]).toEqual(['superseded', 'set-aside']);
  });

  it('lists older versions of a sheet by their numbers, lowest first and each once', () => {
    const versions = [10, 9, 2, 1].map((sequence, index) => packageOf({ ...doc(request), sequence }, 'bcde'.charAt(index)));
    const again = packageOf({ ...doc(request), sequence: 2 }, 'f');
    expect(boardOf([...versions, again]).cells[0]).toEqual({
      expert: 'e1',
      application: 'a1',
      stage: 'document',
      state: 'received',
      older: [1, 2, 9],
    });
  });

  it('keeps an equivocation that a newer number has ended off the sheets', () => {
    const other = packageOf({ ...doc(request), sheets: doc(request).sheets.slice(1) }, 'b');
    const newer = packageOf({ ...doc(request), sequence: 2 }, 'c');
    expect(boardOf([packageOf(doc(request), 'd'), other, newer]).cells[0]?.state).toBe('received');
  });
});

describe('the choice of packages', () => {
  it('does not depend on the order in which they come', () => {
    const copies = ['f', 'b', 'd'].map((sha256) => packageOf(doc(request), sha256));
    for (const inputs of [copies, copies.toReversed(), [...copies, ...copies]]) {
      const { counting, setAside } = select({ ...request, inputs });
      expect(counting.get('e1')?.sha256).toBe('b'.padEnd(64, '0'));
      expect(setAside.map(({ sha256, code }) => [sha256.charAt(0), code])).toEqual([
        ['d', 'merge/same-content'],
        ['f', 'merge/same-content'],
      ]);
    }
  });

  it('names the packages of an equivocation by their hashes, in order, and the item of a refused content', () => {
    const [one, other] = [packageOf(doc(request), 'c'), packageOf({ ...doc(request), sheets: [] }, 'b')];
    expect(select({ ...request, inputs: [one, other] }).equivocations).toEqual([
      { expert: 'e1', sequence: 1, sha256s: [other.sha256, one.sha256], open: true },
    ]);
    const [sheet] = bestSheets(round, 'a1');
    const entries = (sheet?.entries ?? []).map((entry) => (entry.item === 'A07' ? { ...entry, points: '0.99' } : entry));
    const bad = packageOf({ ...doc(request), sheets: sheet === undefined ? [] : [{ ...sheet, entries }] }, 'b');
    expect(select({ ...request, inputs: [bad] }).setAside).toEqual([
      { sha256: bad.sha256, code: 'merge/points-differ', expert: 'e1', sequence: 1, item: 'A07' },
    ]);
    const foreign = { ...packageOf(doc(request), 'b'), signedBy: 'key-e2' };
    expect(select({ ...request, inputs: [foreign] }).setAside).toEqual([
      { sha256: foreign.sha256, code: 'merge/signed-by-another', expert: 'e1', sequence: 1 },
    ]);
    // Signed with the own key, and the document names another.
    const named = packageOf({ ...doc(request), expert: { ...doc(request).expert, key: 'key-e2' } }, 'b');
    expect(select({ ...request, inputs: [{ ...named, signedBy: 'key-e1' }] }).setAside.map(({ code }) => code)).toEqual([
      'merge/signed-by-another',
    ]);
  });

  it('takes answers that were scored already as they are', () => {
    const contents = new Map();
    const scored = { ...packageOf(doc(request), 'b'), contents };
    expect(select({ ...request, inputs: [scored] }).counting.get('e1')?.contents).toBe(contents);
  });
});
