import { describe, expect, it } from 'vitest';
import { merge, type MergeRequest } from '#shared/merge/index.ts';
import { by, doc, merged, packageOf, requestOf, smallRound } from './small-round.ts';

describe('selecting packages', () => {
  const round = smallRound({ experts: 2 });
  const good = requestOf(round, [{}, {}]);
  const codeFor = (change: (request: MergeRequest) => MergeRequest['inputs'][number]) => {
    const changed = change(good);
    const { result } = merge({ ...good, inputs: [...good.inputs.slice(1), changed] });
    return [result.setAside.map(({ code }) => code), result.inputs.map(({ expert }) => expert)];
  };

  it('sets aside another round, rubric, rules, a stranger and a foreign signature, each with its own code', () => {
    const changed = (change: object) => (request: MergeRequest) => packageOf({ ...doc(request), ...change }, 'f');
    expect(codeFor(changed({ round: { id: 'other', sha256: 'a'.repeat(64) } }))).toEqual([['merge/other-round'], ['e2']]);
    expect(codeFor(changed({ round: { id: round.id, sha256: 'f'.repeat(64) } }))).toEqual([['merge/other-round'], ['e2']]);
    expect(codeFor(changed({ rubricSha256: 'f'.repeat(64) }))).toEqual([['merge/other-rubric'], ['e2']]);
    expect(codeFor(changed({ rulesSha256: 'f'.repeat(64) }))).toEqual([['merge/other-rules'], ['e2']]);
    expect(codeFor(changed({ expert: { id: 'x', name: '', key: 'key-x' } }))).toEqual([['merge/not-on-roster'], ['e2']]);
    expect(codeFor((request) => ({ ...packageOf(doc(request), 'f'), signedBy: 'key-e2' }))).toEqual([['merge/signed-by-another'], ['e2']]);
    expect(codeFor(changed({ expert: { id: 'e1', name: '', key: 'key-e2' } }))).toEqual([['merge/signed-by-another'], ['e2']]);
  });

  it('refuses a package whose points are not those of its values, and what the rubric does not ask or allow', () => {
    const withEntry = (change: object) => (request: MergeRequest) => {
      const [first, ...rest] = doc(request).sheets;
      if (first === undefined) {
        throw new Error('no sheet');
      }
      const at = first.entries.findIndex(({ item }) => item === 'A07');
      const entries = first.entries.map((entry, index) => (index === at ? { ...entry, ...change } : entry));
      return packageOf({ ...doc(request), sheets: [{ ...first, entries }, ...rest] }, 'f');
    };
    expect(codeFor(withEntry({ points: '0.99' }))).toEqual([['merge/points-differ'], ['e2']]);
    expect(codeFor(withEntry({ points: null }))).toEqual([['merge/points-differ'], ['e2']]);
    expect(codeFor(withEntry({ value: { kind: 'choice', choice: 'x' } }))).toEqual([['merge/answer-invalid'], ['e2']]);
    expect(codeFor(withEntry({ item: 'Z99' }))).toEqual([['merge/entry-unknown'], ['e2']]);
    expect(codeFor(withEntry({ item: 'A08' }))).toEqual([['merge/entry-twice'], ['e2']]);
    const twice = (request: MergeRequest) => packageOf({ ...doc(request), sheets: [...doc(request).sheets, ...doc(request).sheets] }, 'f');
    expect(codeFor(twice)).toEqual([['merge/sheet-twice'], ['e2']]);
  });

  it('counts the newest valid number, and an older one when the newest is refused', () => {
    const older = packageOf({ ...doc(good), sequence: 1 }, 'c');
    const newer = packageOf({ ...doc(good), sequence: 2 }, 'd');
    const bad = packageOf({ ...doc(good), sequence: 3, rubricSha256: 'f'.repeat(64) }, 'e');
    const { result } = merge({ ...good, inputs: [older, newer, bad] });
    expect(result.inputs).toEqual([{ expert: 'e1', sequence: 2, sha256: newer.sha256 }]);
    expect(result.setAside.map(({ sequence, code }) => [sequence, code])).toEqual([
      [1, 'merge/superseded'],
      [3, 'merge/other-rubric'],
    ]);
  });

  it('counts nothing of an expert whose newest number is equivocated, until a newer one comes', () => {
    const one = packageOf({ ...doc(good), sequence: 1 }, 'b');
    const two = packageOf({ ...doc(good), sequence: 2 }, 'c');
    const other = packageOf({ ...doc(good), sequence: 2, sheets: doc(good).sheets.slice(1) }, 'd');
    const inputs = [one, two, other, ...good.inputs.slice(1)];
    const equivocal = merged({ ...good, inputs });
    expect(equivocal.result.inputs.map(({ expert }) => expert)).toEqual(['e2']);
    expect(equivocal.result.setAside.map(({ code }) => code)).toEqual(['merge/superseded', 'merge/equivocation', 'merge/equivocation']);
    expect([equivocal.candidate.outcome, equivocal.candidate.total]).toEqual(['pending', null]);
    expect(equivocal.open).toContain('equivocation  e1');
    expect(equivocal.board.cells.filter(({ expert }) => expert === 'e1').map(({ state }) => state)).toEqual(Array(3).fill('equivocation'));
    const three = packageOf({ ...doc(good), sequence: 3 }, 'e');
    const ended = merged({ ...good, inputs: [...inputs, three] });
    expect([ended.candidate.outcome, ended.open]).toEqual(['recommended', []]);
    expect(ended.conflicts.map(({ kind, resolved }) => [kind, resolved])).toEqual([['equivocation', true]]);
  });

  it('tells on the board what was never seen, what came and does not count, and what is missing from what came', () => {
    const three = smallRound({ experts: 3 });
    const request = requestOf(three, [{}, {}, null]);
    const [first, second] = [doc(request, 0), doc(request, 1)];
    const inputs = [
      packageOf({ ...first, sheets: first.sheets.filter(({ stage }) => stage !== 'visit') }, 'b'),
      packageOf({ ...second, rubricSha256: 'f'.repeat(64) }, 'c'),
    ];
    const states = merged({ ...request, inputs }).board.cells.map(({ state }) => state);
    expect(states).toEqual(['received', 'missing', 'received', ...Array(3).fill('set-aside'), ...Array(3).fill('never-seen')]);
  });

  it('tells on the board which versions of a sheet gave way to a newer one, and where that came without it', () => {
    const [whole, lean] = [doc(good), { ...doc(good), sequence: 2, sheets: doc(good).sheets.filter(({ stage }) => stage !== 'visit') }];
    const inputs = [packageOf({ ...whole, sequence: 1 }, 'b'), packageOf(lean, 'c'), ...good.inputs.slice(1)];
    const cells = merged({ ...good, inputs }).board.cells.filter(({ expert }) => expert === 'e1');
    expect(cells.map(({ stage, state, older }) => [stage, state, older])).toEqual([
      ['document', 'received', [1]],
      ['visit', 'missing', [1]],
      ['roadshow', 'received', [1]],
    ]);
  });

  it('tells on the board what was sealed before the round was issued again with another rubric', () => {
    const earlier = '1'.repeat(64);
    const sealedThen = packageOf({ ...doc(good), round: { ...doc(good).round, sha256: earlier }, rubricSha256: 'f'.repeat(64) }, 'b');
    const request = { ...good, round: { ...good.round, replaces: [earlier] }, inputs: [sealedThen, ...good.inputs.slice(1)] };
    const cells = merged(request).board.cells.filter(({ expert }) => expert === 'e1');
    expect(cells.map(({ state }) => state)).toEqual(Array(3).fill('superseded'));
    const forged = { ...request, round: good.round };
    expect(
      merged(forged)
        .board.cells.filter(({ expert }) => expert === 'e1')
        .map(({ state }) => state),
    ).toEqual(Array(3).fill('set-aside'));
  });

  it('takes the same content in two packages for one', () => {
    const copy = packageOf(doc(good), 'f');
    const { candidate, result } = merged({ ...good, inputs: [...good.inputs, copy] });
    expect([candidate.outcome, result.setAside.map(({ code }) => code)]).toEqual(['recommended', ['merge/same-content']]);
  });

  it('leaves a recused expert out of every denominator, whether the round or the expert says so', () => {
    const low = requestOf(round, [{}, { C02: { points: '0.00' }, C03: { points: '0.00' } }]);
    const imposed = merged({ ...low, round: { ...round, recusals: [{ expert: 'e2', applicant: 'u1', reason: '' }] } });
    expect([imposed.candidate.total, imposed.candidate.perExpert[1]?.counted, imposed.candidate.perExpert[1]?.total]).toEqual([
      '100.00',
      'recused',
      null,
    ]);
    expect(imposed.result.setAside.map(({ code, stage }) => [code, stage])).toEqual([
      ['merge/recused-sheet', 'document'],
      ['merge/recused-sheet', 'roadshow'],
      ['merge/recused-sheet', 'visit'],
    ]);
    const declared = packageOf({ ...doc(low, 1), recusals: [{ applicant: 'u1', reason: '亲属' }] }, 'b');
    expect(merged({ ...low, inputs: [...low.inputs.slice(0, 1), declared] }).candidate.total).toBe('100.00');
    const unassigned = { ...round, assignments: round.assignments.filter(({ expert }) => expert !== 'e2') };
    const alone = merged({ ...low, round: unassigned });
    expect([alone.candidate.total, alone.candidate.perExpert.length, alone.result.setAside[0]?.code]).toEqual([
      '100.00',
      1,
      'merge/not-assigned',
    ]);
  });

  it('waits for a missing sheet until the chair excludes the expert', () => {
    const partly = requestOf(round, [{}, {}]);
    const two = doc(partly, 1);
    const inputs = [...partly.inputs.slice(0, 1), packageOf({ ...two, sheets: two.sheets.slice(0, 2) }, 'b')];
    const waiting = merged({ ...partly, inputs });
    expect([waiting.candidate.outcome, waiting.candidate.total, waiting.open]).toEqual(['pending', null, ['missing-sheet roadshow e2']]);
    expect(waiting.candidate.reasons).toEqual([{ code: 'sheet-missing', details: { expert: 'e2', stage: 'roadshow' } }]);
    const excluded = merged({ ...partly, inputs, resolutions: [{ kind: 'exclude-expert', expert: 'e2', application: 'a1', ...by }] });
    expect([excluded.candidate.outcome, excluded.candidate.total, excluded.open]).toEqual(['recommended', '100.00', []]);
    expect(excluded.candidate.perExpert.map(({ counted }) => counted)).toEqual(['kept', 'excluded']);
  });

  it('takes a sheet with a blank for missing, not for a zero', () => {
    const blank = requestOf(round, [{}, { A07: { value: null, points: null } }]);
    const { candidate, open, board } = merged(blank);
    expect([candidate.outcome, candidate.total, open]).toEqual(['pending', null, ['missing-sheet document e2']]);
    expect(board.cells.find(({ expert, stage }) => expert === 'e2' && stage === 'document')?.state).toBe('partial');
  });

  it('has no total and no rank when nobody counts', () => {
    const { candidate } = merged({
      ...good,
      inputs: [],
      resolutions: ['e1', 'e2'].map((expert) => ({ kind: 'exclude-expert', expert, application: null, ...by })),
    });
    expect([candidate.outcome, candidate.total, candidate.reasons[0]?.code]).toEqual(['pending', null, 'nobody-counts']);
  });
});
