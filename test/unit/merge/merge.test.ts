import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import { checkResolution, explain, merge, type MergeRequest, placesWithinOccupation, sensitivity } from '#shared/merge/index.ts';
import { normalise } from '#shared/merge/normalise.ts';
import { fraction, fractionOfDecimal } from '#shared/points/fraction.ts';
import { codeOf } from '../../fixtures/packages/value-of.ts';
import { documentOf } from '../../fixtures/random-round.ts';
import { bestSheets, drone, gaming, merged, packageOf, requestOf, smallRound } from './small-round.ts';

const doc = (request: MergeRequest, index = 0) => {
  const input = request.inputs[index];
  if (input === undefined) {
    throw new Error('no such package');
  }
  return input.document;
};
const n = (number: string) => ({ value: { kind: 'number' as const, number } });
const by = { by: 'e1', reason: '专家组现场合议' };
const gate = (item: string, verdict: 'met' | 'not-met', levelGroup: 'skilled' | 'technician' | null = null): Resolution => ({
  kind: 'gate',
  application: 'a1',
  occupation: levelGroup === null ? null : drone,
  levelGroup,
  item,
  verdict,
  ...by,
});

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

  it('tells on the board which versions of a sheet gave way to a newer one, and where no newer one has it', () => {
    const [whole, lean] = [doc(good), { ...doc(good), sequence: 2, sheets: doc(good).sheets.filter(({ stage }) => stage !== 'visit') }];
    const inputs = [packageOf({ ...whole, sequence: 1 }, 'b'), packageOf(lean, 'c'), ...good.inputs.slice(1)];
    const cells = merged({ ...good, inputs }).board.cells.filter(({ expert }) => expert === 'e1');
    expect(cells.map(({ stage, state, older }) => [stage, state, older])).toEqual([
      ['document', 'received', [1]],
      ['visit', 'superseded', [1]],
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
    expect([candidate.outcome, candidate.total, candidate.reasons[0]?.code]).toEqual(['pending', null, 'no-counting-expert']);
  });
});

describe('measurements', () => {
  const round = smallRound({ experts: 2 });

  it('that differ keep the candidate pending; the resolved value counts for every expert and every record stays', () => {
    const request = requestOf(round, [{ B02: n('62.4') }, { B02: n('59.8') }]);
    const waiting = merged(request);
    expect([waiting.candidate.outcome, waiting.candidate.total, waiting.open]).toEqual(['pending', null, ['measurement B02 e1+e2']]);
    const settled = (number: string) =>
      merged({
        ...request,
        resolutions: [{ kind: 'measurement', application: 'a1', occupation: null, levelGroup: null, item: 'B02', ...n(number), ...by }],
      });
    const up = settled('62.4');
    expect([up.candidate.outcome, up.candidate.total, up.open]).toEqual(['recommended', '100.00', []]);
    const down = settled('59.8');
    expect([down.candidate.outcome, down.candidate.total]).toEqual(['ruled-out', '97.00']);
    expect(down.conflicts[0]?.statements.map(({ value, points }) => [value, points])).toEqual([
      [n('62.4').value, '3.00'],
      [n('59.8').value, '0.00'],
    ]);
  });

  it('are the same when they differ in writing only, and not the same when their counts differ', () => {
    expect(merged(requestOf(round, [{ B02: n('62.40') }, { B02: n('62.4') }])).open).toEqual([]);
    const ratio = (count: string, of: string) => ({ value: { kind: 'ratio' as const, count, of } });
    expect(merged(requestOf(round, [{ B12: ratio('10', '10') }, { B12: ratio('20', '20') }])).open).toEqual(['measurement B12 e1+e2']);
  });
});

describe('gates', () => {
  const votes = (
    item: string,
    verdicts: ('met' | 'not-met' | 'doubtful' | 'verify-on-site' | 'not-applicable')[],
    resolutions: Resolution[] = [],
  ) => {
    const round = smallRound({ experts: verdicts.length });
    const { candidate, open } = merged(
      requestOf(
        round,
        verdicts.map((verdict) => ({ [item]: { verdict } })),
        resolutions,
      ),
    );
    return [candidate.gates.find((each) => each.item === item)?.outcome, candidate.outcome, open.length];
  };

  it('of the hard kind fail together and are the chair’s when the experts differ', () => {
    expect(votes('G01', ['met', 'met', 'met'])).toEqual(['met', 'recommended', 0]);
    expect(votes('G01', ['not-met', 'not-met', 'not-met'])).toEqual(['not-met', 'ruled-out', 0]);
    expect(votes('G01', ['met', 'met', 'not-met'])).toEqual(['pending', 'pending', 1]);
    expect(votes('G06', ['not-applicable', 'not-applicable', 'not-applicable'])).toEqual(['not-applicable', 'recommended', 0]);
    expect(votes('G06', ['not-applicable', 'met', 'met'])).toEqual(['pending', 'pending', 1]);
    expect(votes('G01', ['met', 'met', 'not-met'], [gate('G01', 'met')])).toEqual(['met', 'recommended', 0]);
    expect(votes('G01', ['not-met', 'not-met', 'not-met'], [gate('G01', 'met')])).toEqual(['met', 'recommended', 0]);
  });

  it('of the panel kind fail by more than half; an even split is the chair’s', () => {
    expect(votes('G09', ['met', 'met', 'not-met'])).toEqual(['met', 'recommended', 0]);
    expect(votes('G09', ['met', 'not-met', 'not-met'])).toEqual(['not-met', 'ruled-out', 0]);
    expect(votes('G09', ['met', 'met', 'not-met', 'not-met'])).toEqual(['pending', 'pending', 1]);
    expect(votes('G09', ['not-applicable', 'not-met', 'not-met', 'not-met'])).toEqual(['not-met', 'ruled-out', 0]);
  });

  it('stay open with any 存疑 or 现场核实', () => {
    expect(votes('G01', ['met', 'met', 'doubtful'])).toEqual(['pending', 'pending', 1]);
    expect(votes('G09', ['not-met', 'not-met', 'verify-on-site'])).toEqual(['pending', 'pending', 1]);
    expect(votes('G09', ['not-met', 'not-met', 'verify-on-site'], [gate('G09', 'not-met')])).toEqual(['not-met', 'ruled-out', 0]);
  });

  it('take away the levels 二/一 alone when only that group fails, and everything when 五—三 fails', () => {
    const round = smallRound({ experts: 3 });
    const all = (otherwise: object) =>
      merged(
        requestOf(
          round,
          [0, 1, 2].map(() => ({ ...otherwise })),
        ),
      ).candidate;
    const cut = all({ 'A12@technician': n('9') });
    expect([cut.outcome, cut.levelsRecommended, cut.total]).toEqual(['recommended', ['五级', '四级', '三级'], '99.75']);
    expect(cut.reasons).toEqual([{ code: 'levels-cut', details: { item: 'A12', levelGroup: 'technician' } }]);
    const out = all({ 'A12@skilled': n('9') });
    expect([out.outcome, out.levelsRecommended, out.rank]).toEqual(['ruled-out', [], null]);
    const highOnly = smallRound({ experts: 1, occupations: [{ name: drone, levels: ['二级', '一级'] }] });
    expect(merged(requestOf(highOnly, [{ A12: n('9') }])).candidate.outcome).toBe('ruled-out');
  });

  it('come up for the vote when another item says so (B12 below 60 % → G09)', () => {
    const round = smallRound({ experts: 3 });
    const poor = { B12: { value: { kind: 'ratio' as const, count: '5', of: '10' } } };
    const triggered = merged(requestOf(round, [poor, poor, poor]));
    expect([triggered.candidate.outcome, triggered.open]).toEqual(['pending', ['gate G09 e1+e2+e3']]);
    const voted = merged(requestOf(round, [poor, poor, poor], [gate('G09', 'met')]));
    expect([voted.candidate.outcome, voted.candidate.total]).toEqual(['recommended', '97.00']);
  });
});

describe('totals', () => {
  const lowered = (points: string) => ({ C02: { points } });

  it('drop one highest and one lowest from five experts on, ties in roster order, stages over the same kept experts', () => {
    const four = merged(requestOf(smallRound({ experts: 4 }), ['4.00', '4.00', '4.00', '0.00'].map(lowered))).candidate;
    expect([four.total, four.perExpert.map(({ counted }) => counted)]).toEqual(['99.00', ['kept', 'kept', 'kept', 'kept']]);
    const five = merged(requestOf(smallRound({ experts: 5 }), ['3.00', '4.00', '4.00', '3.00', '2.00'].map(lowered))).candidate;
    expect(five.perExpert.map(({ counted }) => counted)).toEqual(['kept', 'dropped-high', 'kept', 'kept', 'dropped-low']);
    expect([five.total, five.stages]).toEqual(['99.33', { document: '50.00', visit: '30.00', roadshow: '19.33' }]);
    const equal = merged(requestOf(smallRound({ experts: 5 }), [{}, {}, {}, {}, {}])).candidate;
    expect(equal.perExpert.map(({ counted }) => counted)).toEqual(['dropped-high', 'dropped-low', 'kept', 'kept', 'kept']);
  });

  it('round half-up once, when published', () => {
    // A26 over two level groups: (4.00 + 2.67) ÷ 2 = 3.335, so the expert's total is 99.335 and is published as 99.34.
    const half = { 'A26@technician': { value: { kind: 'ratio' as const, count: '2', of: '3' } } };
    const round = smallRound({ experts: 1 });
    expect(merged(requestOf(round, [half])).candidate.total).toBe('99.34');
    // 99.335 + 99.335 + 98.335 = 297.005, a third of which is 99.0016…; rounding each first would publish 99.01.
    const three = merged(requestOf(smallRound({ experts: 3 }), [half, half, { ...half, ...lowered('3.00') }])).candidate;
    expect(three.total).toBe('99.00');
  });

  it('explain themselves from the items to the mean', () => {
    const request = requestOf(smallRound({ experts: 3 }), [lowered('4.00'), lowered('3.00'), lowered('1.00')]);
    const explanation = explain(request, { application: 'a1', occupation: drone });
    expect([explanation?.formula, explanation?.total]).toEqual(['(100.00 + 99.00 + 97.00) ÷ 3', '98.67']);
    const first = explanation?.experts[1];
    expect(first?.items.find(({ item }) => item === 'C02')).toEqual({ item: 'C02', levelGroup: null, stage: 'roadshow', points: '3.00' });
    expect(first?.items.filter(({ item }) => item === 'A11').map(({ levelGroup }) => levelGroup)).toEqual(['skilled', 'technician']);
    expect(explain(request, { application: 'a1', occupation: '没有' })).toBeNull();
  });

  it('need 80.00 and three fifths of every stage, on what is published', () => {
    const round = smallRound({ experts: 1 });
    const roadshow = (points: [string, string, string, string, string]) =>
      Object.fromEntries(points.map((each, index) => [`C0${index + 1}`, { points: each }]));
    const twelve = merged(requestOf(round, [roadshow(['2.00', '3.00', '3.00', '3.00', '1.00'])])).candidate;
    expect([twelve.stages?.roadshow, twelve.outcome]).toEqual(['12.00', 'recommended']);
    const eleven = merged(requestOf(round, [roadshow(['2.00', '3.00', '3.00', '2.00', '1.00'])])).candidate;
    expect([eleven.total, eleven.outcome, eleven.rank]).toEqual(['91.00', 'not-recommended', 1]);
    expect(eleven.reasons).toEqual([{ code: 'stage-below', details: { stage: 'roadshow', points: '11.00', required: '12' } }]);
  });

  it('flag an expert further than 15 % from the mean of the others, until a reason is written', () => {
    const just = { C01: { points: '0.00' }, C02: { points: '0.00' }, C03: { points: '0.00' }, C04: { points: '2.00' } };
    expect(merged(requestOf(smallRound({ experts: 3 }), [{}, {}, just])).open).toEqual([]);
    expect(merged(requestOf(smallRound({ experts: 3 }), [{}, {}, { ...just, C04: { points: '1.00' } }])).open).toEqual(['deviation  e3']);
    const far = Object.fromEntries(['C01', 'C02', 'C03', 'C04', 'C05'].map((item) => [item, { points: '0.00' }]));
    const request = requestOf(smallRound({ experts: 3 }), [{}, {}, far]);
    expect(merged(request).open).toEqual(['deviation  e3']);
    const explained = merged({
      ...request,
      resolutions: [{ kind: 'deviation', application: 'a1', occupation: drone, expert: 'e3', ...by }],
    });
    expect([explained.open, explained.candidate.reasons]).toEqual([[], []]);
  });
});

describe('ranking', () => {
  const round = smallRound({ experts: 1, applications: 4, occupations: [{ name: drone, levels: ['三级'] }] });
  const requestWith = (answers: Record<string, string>[], resolutions: Resolution[] = []): MergeRequest => {
    const sheets = answers.flatMap((points, index) =>
      bestSheets(round, `a${index + 1}`, Object.fromEntries(Object.entries(points).map(([item, each]) => [item, { points: each }]))),
    );
    const document = documentOf(round, { expert: 'e1', sequence: 1, recusals: [], sheets });
    return { ...requestOf(round, []), inputs: [packageOf(document, '1')], resolutions };
  };
  const ranksOf = (request: MergeRequest) => merge(request).result.candidates.map(({ rank }) => rank);

  it('breaks ties by the visit, then by the staff, then by the roadshow, all published', () => {
    // Equal totals: a1 lost its point in the roadshow, a2 at the visit, a3 in the documents.
    expect(ranksOf(requestWith([{ C02: '3.00' }, { B04: '0.00' }, { A03: '3.00' }, {}]))).toEqual([3, 4, 2, 1]);
  });

  it('shares a rank when nothing tells candidates apart (1, 2, 2, 4), until a vote is recorded', () => {
    const request = requestWith([{ C02: '3.00' }, { C02: '1.00' }, { C02: '3.00' }, {}]);
    expect(ranksOf(request)).toEqual([2, 4, 2, 1]);
    expect(
      merge(request).conflicts.map(({ kind, candidates, resolved }) => [kind, candidates.map(({ application }) => application), resolved]),
    ).toEqual([['tie', ['a1', 'a3'], false]]);
    const vote: Resolution = { kind: 'tie', order: ['a3', 'a1'].map((application) => ({ application, occupation: drone })), ...by };
    expect(ranksOf({ ...request, resolutions: [vote] })).toEqual([3, 4, 2, 1]);
    expect(merge({ ...request, resolutions: [vote] }).conflicts.map(({ resolved }) => resolved)).toEqual([true]);
  });

  it('is one list for all occupations, from which the place in an occupation follows', () => {
    const two = smallRound({
      experts: 1,
      applications: 2,
      occupations: [drone, gaming].map((name) => ({ name, levels: ['三级' as const] })),
    });
    const request = requestOf(two, [{ [`C02@${gaming}`]: { points: '2.00' } }]);
    const { candidates } = merge(request).result;
    expect(candidates.map(({ occupation, rank, total }) => [occupation, rank, total])).toEqual([
      [drone, 1, '100.00'],
      [gaming, 3, '98.00'],
      [drone, 1, '100.00'],
      [gaming, 3, '98.00'],
    ]);
    expect(placesWithinOccupation(candidates)).toEqual([1, 1, 1, 1]);
  });

  it('names the tied candidates of two occupations, and no occupation for them', () => {
    const two = smallRound({ experts: 1, occupations: [drone, gaming].map((name) => ({ name, levels: ['三级' as const] })) });
    const [tie] = merge(requestOf(two, [{}])).conflicts;
    expect(tie).toMatchObject({ kind: 'tie', occupation: null, resolved: false });
    expect(tie?.candidates.map(({ occupation }) => occupation)).toEqual([drone, gaming]);
  });

  it('has no place for who has no rank, and counts only better ones of the same occupation', () => {
    const standing = [3, null, 1, 2, 3, 5].map((rank, index) => ({ occupation: index % 2 === 0 ? drone : gaming, rank }));
    expect(placesWithinOccupation(standing)).toEqual([2, null, 1, 1, 2, 2]);
  });

  it('does not divide by zero when all z-scores are equal', () => {
    const rules: Rules = { ...defaultRules, aggregate: { ...defaultRules.aggregate, method: 'z-score' } };
    const flat = requestWith([{}, {}, {}, {}]);
    expect(merge({ ...flat, round: { ...round, rules } }).result.candidates.map(({ total }) => total)).toEqual(Array(4).fill('100.00'));
    const uneven = requestWith([{ C02: '3.00' }, { C02: '1.00' }, { C02: '2.00' }, {}]);
    expect(merge({ ...uneven, round: { ...round, rules } }).result.candidates.map(({ total }) => total)).toEqual([
      '99.00',
      '97.00',
      '98.00',
      '100.00',
    ]);
  });
});

describe('z-scores', () => {
  it('put a strict and a mild expert on one scale', () => {
    const given = (expert: string, ...totals: string[]) => totals.map((total) => ({ expert, total: fractionOfDecimal(total) }));
    // Both see the same order and the same distances in their own measure.
    const numbers = normalise([...given('strict', '60', '70', '80'), ...given('mild', '85', '90', '95')], fraction(100n)).map(
      ({ numerator, denominator }) => Number(numerator) / Number(denominator),
    );
    for (const index of [0, 1, 2]) {
      expect(numbers[index]).toBeCloseTo(numbers[index + 3] ?? Number.NaN, 9);
    }
    expect(numbers[1]).toBeCloseTo(80, 9);
    expect(numbers[0]).toBeCloseTo(80 - Math.sqrt(141.666_666_666_7) * Math.sqrt(1.5), 6);
  });
});

describe('sensitivity', () => {
  it('says which other rule or which missing expert would change a rank or an outcome', () => {
    const round = smallRound({ experts: 3, applications: 2, occupations: [{ name: drone, levels: ['三级'] }] });
    const one = requestOf(round, [{}, {}, {}]);
    const sheets = [
      ...bestSheets(round, 'a1', { C02: { points: '0.00' }, C03: { points: '0.00' } }),
      ...bestSheets(round, 'a2', { A03: { points: '2.00' } }),
    ];
    const inputs = [...one.inputs.slice(0, 2), packageOf(documentOf(round, { expert: 'e3', sequence: 1, recusals: [], sheets }), 'f')];
    const { count, variants: each } = sensitivity({ ...one, inputs });
    const variants = [...each];
    expect(count).toBe(variants.length);
    expect(variants.map(({ name }) => name)).toEqual([
      'mean',
      'trimmed-total',
      'trimmed-stage',
      'trimmed-item',
      'median-total',
      'median-stage',
      'median-item',
      'z-score',
      'without:e1',
      'without:e2',
      'without:e3',
    ]);
    expect(variants.find(({ name }) => name === 'without:e3')?.candidates.map(({ rank, changed }) => [rank, changed])).toEqual([
      [1, true],
      [1, false],
    ]);
    expect(variants.find(({ name }) => name === 'mean')?.candidates.every(({ changed }) => !changed)).toBe(true);
  });
});

describe('a resolution', () => {
  const round = smallRound({ experts: 2 });

  it('is the chair’s, has a reason and fits the round', () => {
    expect(codeOf(checkResolution(round, gate('G01', 'met')))).toBe('ok');
    expect(codeOf(checkResolution(round, { ...gate('G01', 'met'), by: 'e2' }))).toBe('merge/resolution-not-chair');
    expect(codeOf(checkResolution(round, { ...gate('G01', 'met'), reason: ' ' }))).toBe('merge/resolution-reason-missing');
    expect(codeOf(checkResolution(round, gate('A07', 'met')))).toBe('merge/resolution-unfit');
    expect(codeOf(checkResolution(round, gate('G01', 'met', 'skilled')))).toBe('merge/resolution-unfit');
    const measurement = { kind: 'measurement' as const, application: 'a1', occupation: null, levelGroup: null, item: 'B02', ...by };
    expect(codeOf(checkResolution(round, { ...measurement, value: { kind: 'number', number: '61' } }))).toBe('ok');
    expect(codeOf(checkResolution(round, { ...measurement, value: { kind: 'number', number: '-1' } }))).toBe('merge/resolution-unfit');
    expect(codeOf(checkResolution(round, { ...measurement, value: 61 }))).toBe('merge/resolution-unfit');
  });

  it('that does not hold leaves its matter open, and the last on a matter counts', () => {
    const request = requestOf(smallRound({ experts: 3 }), [{}, {}, { G01: { verdict: 'not-met' } }]);
    const outcomeOf = (...resolutions: Resolution[]) => merged({ ...request, resolutions }).candidate.outcome;
    expect(outcomeOf({ ...gate('G01', 'met'), by: 'e2' })).toBe('pending');
    expect(outcomeOf(gate('G01', 'met'), gate('G01', 'not-met'))).toBe('ruled-out');
    expect(outcomeOf(gate('G01', 'not-met'), gate('G01', 'met'))).toBe('recommended');
  });
});
