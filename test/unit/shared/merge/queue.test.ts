import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { defaultRules, type Round } from '#shared/domain/round.ts';
import { type Conflict, merge } from '#shared/merge/index.ts';
import { bestSheets, by, doc, drone, gaming, gate, n, packageOf, requestOf, smallRound } from './small-round.ts';

/** A matter of the queue with everything that is said of it; what is not named is not there. */
const matter = (kind: Conflict['kind'], said: Partial<Conflict>): Conflict => ({
  kind,
  application: null,
  occupation: null,
  levelGroup: null,
  item: null,
  stage: null,
  experts: [],
  statements: [],
  candidates: [],
  resolved: false,
  ...said,
});
const said = (expert: string, what: Partial<Conflict['statements'][number]>) => ({
  expert,
  value: null,
  points: null,
  verdict: null,
  comment: '',
  evidence: [],
  ...what,
});
const exclude = (expert: string, application: string | null): Resolution => ({ kind: 'exclude-expert', expert, application, ...by });

describe('the chair’s queue says all of a matter', () => {
  it('of two contents under one number, until a newer one comes or the expert is excluded everywhere', () => {
    const round = smallRound({ experts: 2, applications: 2 });
    const request = requestOf(round, [{}, {}]);
    const second = packageOf({ ...doc(request, 1), sealedAt: '2022-11-18T11:00:00+08:00' }, 'e');
    const queue = (resolutions: Resolution[], more: typeof request.inputs = []) =>
      merge({ ...request, inputs: [...request.inputs, second, ...more], resolutions }).conflicts.filter(
        ({ kind }) => kind === 'equivocation',
      );
    const open = matter('equivocation', { experts: ['e2'] });
    expect(queue([])).toEqual([open]);
    expect(queue([exclude('e2', 'a1')])).toEqual([open]);
    expect(queue([exclude('e2', 'a1'), { ...exclude('e2', 'a2'), sequence: 2 }])).toEqual([{ ...open, resolved: true }]);
    expect(queue([exclude('e2', null)])).toEqual([{ ...open, resolved: true }]);
    expect(queue([], [packageOf({ ...doc(request, 1), sequence: 2 }, 'f')])).toEqual([{ ...open, resolved: true }]);
  });

  it('of sheets that are not there: who still has to hand them in apart from whom the chair left out', () => {
    const round = smallRound({ experts: 3 });
    const request = requestOf(round, [{}, null, null], [exclude('e3', 'a1')]);
    expect(merge(request).conflicts).toEqual(
      (['document', 'visit', 'roadshow'] as const).flatMap((stage) => [
        matter('missing-sheet', { application: 'a1', stage, experts: ['e2'] }),
        matter('missing-sheet', { application: 'a1', stage, experts: ['e3'], resolved: true }),
      ]),
    );
  });

  it('of nobody who counts, with the candidates it is about', () => {
    const both = [
      { name: drone, levels: ['三级' as const] },
      { name: gaming, levels: ['三级' as const] },
    ];
    const round = smallRound({ experts: 2, occupations: both });
    expect(merge(requestOf(round, [{}, {}], [exclude('e1', 'a1'), exclude('e2', 'a1')])).conflicts).toEqual([
      matter('nobody-counts', {
        application: 'a1',
        experts: ['e1', 'e2'],
        candidates: [drone, gaming].map((occupation) => ({ application: 'a1', occupation })),
      }),
    ]);
  });

  it('of a stage that nobody is left for, with those alone whose stage it is', () => {
    const round: Round = {
      ...smallRound({ experts: 3, rules: { ...defaultRules, aggregate: { ...defaultRules.aggregate, by: 'stage' } } }),
      assignments: [
        { expert: 'e1', application: 'a1', stages: ['document', 'roadshow'] },
        { expert: 'e2', application: 'a1', stages: ['visit'] },
        { expert: 'e3', application: 'a1', stages: ['document'] },
      ],
    };
    const { conflicts } = merge(requestOf(round, [{}, {}, {}], [exclude('e2', 'a1'), exclude('e3', 'a1')]));
    expect(conflicts).toEqual([
      matter('nobody-counts', {
        application: 'a1',
        stage: 'visit',
        experts: ['e2'],
        candidates: [{ application: 'a1', occupation: drone }],
      }),
    ]);
  });

  it('of a measurement: what each wrote and what it comes to, also after the chair has settled it', () => {
    const request = requestOf(smallRound({ experts: 2 }), [
      { 'A12@technician': n('12') },
      { 'A12@technician': { ...n('4'), comment: '四人' } },
    ]);
    const open = matter('measurement', {
      application: 'a1',
      occupation: drone,
      levelGroup: 'technician',
      item: 'A12',
      experts: ['e1', 'e2'],
      statements: [
        said('e1', { ...n('12'), points: '5.00', verdict: 'met', comment: '理由' }),
        said('e2', { ...n('4'), points: '2.00', verdict: 'not-met', comment: '四人' }),
      ],
    });
    expect(merge(request).conflicts).toEqual([open]);
    const settled: Resolution = {
      kind: 'measurement',
      application: 'a1',
      occupation: drone,
      levelGroup: 'technician',
      item: 'A12',
      ...n('12'),
      ...by,
    };
    const after = merge({ ...request, resolutions: [settled] });
    expect(after.conflicts).toEqual([{ ...open, resolved: true }]);
    // The value counts for every expert, with the points and the verdict that follow from it.
    const group = after.result.candidates[0]?.groups.find((each) => each.group === 'technician');
    expect(group?.total).toBe('100.00');
    expect(after.result.candidates[0]?.gates.find(({ item, levelGroup }) => item === 'A12' && levelGroup === 'technician')).toMatchObject({
      outcome: 'met',
      votes: [
        { expert: 'e1', verdict: 'met' },
        { expert: 'e2', verdict: 'met' },
      ],
    });
  });

  it('of a gate: each vote with its comment, and silence where an expert said nothing', () => {
    const round = smallRound({ experts: 3 });
    const request = requestOf(round, [{}, { G01: { verdict: 'not-met', comment: '无证' } }, { G01: { verdict: null, comment: '' } }]);
    const open = matter('gate', {
      application: 'a1',
      item: 'G01',
      experts: ['e1', 'e2', 'e3'],
      statements: [said('e1', { verdict: 'met', comment: '理由' }), said('e2', { verdict: 'not-met', comment: '无证' }), said('e3', {})],
    });
    const gates = (resolutions: Resolution[]) => merge({ ...request, resolutions }).conflicts.filter(({ kind }) => kind === 'gate');
    expect(gates([])).toEqual([open]);
    expect(gates([gate('G01', 'met')])).toEqual([{ ...open, resolved: true }]);
    // Decided by the votes alone, a gate is a matter only once the chair decided otherwise.
    expect(gates([gate('G01', 'met'), { ...gate('G02', 'not-met'), sequence: 2 }]).map(({ item, resolved }) => [item, resolved])).toEqual([
      ['G01', true],
      ['G02', true],
    ]);
  });

  it('of a gate that only waits for sheets or a measurement nothing: these are the matters', () => {
    const waiting = merge(requestOf(smallRound({ experts: 2 }), [{}, { G01: { verdict: null } }]));
    expect(waiting.conflicts.map(({ kind }) => kind)).toEqual(['missing-sheet']);
    expect(waiting.result.candidates[0]?.reasons.map(({ code }) => code)).toEqual(['sheet-partial']);
    const disputed = merge(requestOf(smallRound({ experts: 2 }), [{ B02: n('61') }, { B02: n('59') }]));
    expect(disputed.conflicts.map(({ kind }) => kind)).toEqual(['measurement']);
    expect(disputed.result.candidates[0]?.reasons.map(({ code }) => code)).toEqual(['measurement-differs']);
  });

  it('of a deviation: everybody’s points beside it, and the level group only where there are two', () => {
    const low = Object.fromEntries(['C01', 'C02', 'C03', 'C04', 'C05'].map((item) => [item, { points: '0.00' }]));
    const queue = (levels: ('三级' | '二级')[], resolutions: Resolution[] = []) =>
      merge(requestOf(smallRound({ experts: 3, occupations: [{ name: drone, levels }] }), [{}, {}, low], resolutions)).conflicts;
    const open = matter('deviation', {
      application: 'a1',
      occupation: drone,
      experts: ['e3'],
      statements: [said('e1', { points: '100.00' }), said('e2', { points: '100.00' }), said('e3', { points: '80.00' })],
    });
    expect(queue(['三级'])).toEqual([open]);
    expect(queue(['三级', '二级'])).toEqual([{ ...open, levelGroup: 'skilled' }]);
    expect(queue(['二级'])).toEqual([open]);
    const explained: Resolution = { kind: 'deviation', application: 'a1', occupation: drone, expert: 'e3', ...by };
    expect(queue(['三级'], [explained])).toEqual([{ ...open, resolved: true }]);
  });

  it('of a tie: who is in it, with the occupation if they share one', () => {
    const tied = (occupations: Parameters<typeof smallRound>[0]['occupations'], resolutions: Resolution[] = []) =>
      merge(
        requestOf(smallRound({ experts: 1, applications: 2, ...(occupations === undefined ? {} : { occupations }) }), [{}], resolutions),
      ).conflicts;
    const candidates = ['a1', 'a2'].map((application) => ({ application, occupation: drone }));
    expect(tied(undefined)).toEqual([matter('tie', { occupation: drone, candidates })]);
    const vote: Resolution = { kind: 'tie', order: candidates.toReversed(), ...by };
    expect(tied(undefined, [vote])).toEqual([matter('tie', { occupation: drone, candidates, resolved: true })]);
    const both = [drone, gaming].map((name) => ({ name, levels: ['三级' as const] }));
    expect(tied(both).map(({ occupation, candidates: { length } }) => [occupation, length])).toEqual([[null, 4]]);
  });

  it('in one order: two contents, then application by application, then ties', () => {
    const round = smallRound({ experts: 3, applications: 3 });
    const request = requestOf(round, [{}, {}, {}]);
    const sheets = [
      ...bestSheets(round, 'a1', { A06: n('1'), G01: { verdict: 'not-met' } }).slice(0, 2),
      ...bestSheets(round, 'a2'),
      ...bestSheets(round, 'a3'),
    ];
    const [first, third] = [request.inputs[0], request.inputs[2]];
    const inputs = [first, third].flatMap((input) => (input === undefined ? [] : [input]));
    const twice = [packageOf({ ...doc(request, 1), sheets }, 'b'), packageOf({ ...doc(request, 1), sheets, sequence: 2 }, 'c')];
    const older = packageOf({ ...doc(request, 2), sealedAt: '2022-11-18T11:00:00+08:00' }, 'd');
    const newer = packageOf({ ...doc(request, 2), sequence: 3 }, 'e');
    const { conflicts } = merge({ ...request, inputs: [...inputs, ...twice, older, newer] });
    expect(
      conflicts.map(({ kind, application, stage, item, experts }) => [kind, application ?? '', stage ?? item ?? '', experts.join()]),
    ).toEqual([
      ['equivocation', '', '', 'e3'],
      ['missing-sheet', 'a1', 'roadshow', 'e2'],
      ['measurement', 'a1', 'A06', 'e1,e2,e3'],
      ['gate', 'a1', 'G01', 'e1,e2,e3'],
      ['tie', '', '', ''],
    ]);
  });
});
