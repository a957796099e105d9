import { describe, expect, it } from 'vitest';
import type { CandidateResult } from '#shared/domain/result.ts';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import type { Level, LevelGroup } from '#shared/domain/values.ts';
import { merge } from '#shared/merge/index.ts';
import { by, drone, merged, n, type Otherwise, requestOf, smallRound } from './small-round.ts';

const bothGroups: Level[] = ['三级', '二级'];
const panelOf = (experts: number, levels: Level[] = bothGroups, rules: Rules = defaultRules) =>
  smallRound({ experts, occupations: [{ name: drone, levels }], rules });
const decided = (answers: readonly Otherwise[], levels?: Level[]) => merged(requestOf(panelOf(answers.length, levels), answers)).candidate;
const shortly = ({ group, outcome, total, levelsRecommended, groups }: CandidateResult) => [
  group,
  outcome,
  total,
  levelsRecommended.join(''),
  groups.map((each) => `${each.group} ${each.outcome} ${each.total}`).join('; '),
];
/** The 4.00 of A26 lost at one level group. */
const poor = (group: LevelGroup): Otherwise => ({ [`A26@${group}`]: { value: { kind: 'ratio', count: '0', of: '12' } } });
/** 13.00 lost at both, every stage above its share. */
const lost: Otherwise = {
  A03: { points: '0.00' },
  B04: { points: '0.00' },
  B10: { points: '0.00' },
  B13: { points: '0.00' },
  C01: { points: '2.00' },
  C02: { points: '1.00' },
};
/** 19.00 lost at both: 81.00, from which the 4.00 of A26 make a difference. */
const fair: Otherwise = {
  ...lost,
  A02: { value: { kind: 'checklist', ticked: [] } },
  A04: { value: { kind: 'checklist', ticked: [] } },
};

describe('level groups', () => {
  it('keep 86.90 at 五—三级 when 二级 is applied for without anybody qualified', () => {
    const answers: Otherwise = { ...lost, A26: { value: { kind: 'ratio', count: '39', of: '40' } } };
    const alone = decided([answers], ['三级']);
    expect(alone.total).toBe('86.90');
    const both = decided([{ ...answers, 'A12@technician': n('0'), 'A11@technician': { ...n('0'), verdict: 'not-met' } }]);
    expect([both.total, both.outcome, both.levelsRecommended]).toEqual(['86.90', 'recommended', ['三级']]);
    expect(both.groups[0]).toEqual(alone.groups[0]);
    expect(both.groups[1]).toMatchObject({ group: 'technician', outcome: 'ruled-out' });
  });

  it('each fail by a gate of their own, and all by a gate of the candidate or the applicant', () => {
    expect(shortly(decided([{ 'A12@technician': n('9') }]))).toEqual([
      'skilled',
      'recommended',
      '100.00',
      '三级',
      'skilled recommended 100.00; technician ruled-out 99.50',
    ]);
    expect(shortly(decided([{ 'A12@skilled': n('9') }]))).toEqual([
      'technician',
      'recommended',
      '100.00',
      '二级',
      'skilled ruled-out 99.50; technician recommended 100.00',
    ]);
    for (const gate of ['G01', 'G03']) {
      expect(shortly(decided([{ [gate]: { verdict: 'not-met' } }])).slice(0, 4)).toEqual(['skilled', 'ruled-out', '100.00', '']);
    }
    expect(decided([{ 'A12@technician': n('9') }], ['二级', '一级']).outcome).toBe('ruled-out');
  });

  it('name a failed gate in the group’s own reasons only', () => {
    const { reasons, groups } = decided([{ 'A12@technician': n('9') }]);
    expect(reasons).toEqual([]);
    expect(groups.map((group) => group.reasons)).toEqual([
      [],
      [{ code: 'gate-not-met', details: { item: 'A12', levelGroup: 'technician' } }],
    ]);
  });

  it('are held up by an open gate or measurement of their own, and all by anything else that is open', () => {
    const outcomes = (answers: readonly Otherwise[]) => decided(answers).groups.map(({ outcome }) => outcome);
    expect(outcomes([{ 'A12@technician': { ...n('10'), verdict: 'doubtful' } }])).toEqual(['recommended', 'pending']);
    expect(outcomes([{ 'A12@skilled': { ...n('10'), verdict: 'doubtful' } }])).toEqual(['pending', 'recommended']);
    const half = { value: { kind: 'ratio' as const, count: '6', of: '12' } };
    expect(outcomes([{}, { 'A26@technician': half }])).toEqual(['recommended', 'pending']);
    expect(outcomes([{}, { 'A26@skilled': half }])).toEqual(['pending', 'recommended']);
    expect(outcomes([{ G01: { verdict: 'doubtful' } }])).toEqual(['pending', 'pending']);
    expect(outcomes([{ G07: { verdict: 'doubtful' } }])).toEqual(['pending', 'pending']);
    expect(outcomes([{}, { A06: n('1') }])).toEqual(['pending', 'pending']);
    const missing = merged(requestOf(panelOf(2), [{}, null])).candidate.groups;
    expect(missing.map(({ outcome, total }) => [outcome, total])).toEqual([
      ['pending', null],
      ['pending', null],
    ]);
  });

  it.each<[string, Otherwise, string]>([
    ['the better outcome leads, whatever the total', { ...fair, ...poor('skilled') }, 'technician recommended'],
    [
      'pending leads not-recommended',
      { ...fair, ...poor('skilled'), 'A12@technician': { ...n('10'), verdict: 'doubtful' } },
      'technician pending',
    ],
    ['recommended leads pending', { 'A12@skilled': { ...n('10'), verdict: 'doubtful' } }, 'technician recommended'],
    ['not-recommended leads ruled-out', { ...fair, ...poor('skilled'), 'A12@technician': n('9') }, 'skilled not-recommended'],
    ['of equal outcomes the higher total leads', poor('skilled'), 'technician recommended'],
    ['of equal totals 五—三级 leads', {}, 'skilled recommended'],
    ['of 五—三级 that is higher, too', poor('technician'), 'skilled recommended'],
  ])('%s', (_, answers, leads) => {
    const { group, outcome } = decided([answers]);
    expect(`${group} ${outcome}`).toBe(leads);
  });

  it('with no total is lowest: the pending group that has one leads', () => {
    const half = { value: { kind: 'ratio' as const, count: '6', of: '12' } };
    const doubt = { 'A12@technician': { ...n('10'), verdict: 'doubtful' as const } };
    const { group, groups, total } = decided([doubt, { ...doubt, 'A26@skilled': half }]);
    expect([group, total, groups.map((each) => each.total)]).toEqual(['technician', '100.00', [null, '100.00']]);
  });

  it('drop and deviate each by their own totals', () => {
    const five = [0, 1, 2, 3, 4].map((index): Otherwise => ({
      C02: { points: `${index === 0 ? 0 : 4}.00` },
      ...(index === 4 ? { C01: { points: '0.00' }, C03: { points: '0.00' }, C04: { points: '0.00' }, C05: { points: '0.00' } } : {}),
    }));
    const { groups } = decided(five);
    for (const { perExpert, reasons } of groups) {
      expect(perExpert.map(({ counted }) => counted)).toEqual(['kept', 'dropped-high', 'kept', 'kept', 'dropped-low']);
      expect(reasons).toEqual([{ code: 'deviation-unexplained', details: { expert: 'e5' } }]);
    }
    const { conflicts } = merged(requestOf(panelOf(5), five));
    expect(conflicts.map(({ kind, experts, levelGroup }) => [kind, ...experts, levelGroup])).toEqual([['deviation', 'e5', 'skilled']]);
    const explained = requestOf(panelOf(5), five, [{ kind: 'deviation', application: 'a1', occupation: drone, expert: 'e5', ...by }]);
    expect(merged(explained).candidate.groups.map(({ reasons }) => reasons)).toEqual([[], []]);
  });

  it('recommend no level beyond the quota of the occupation, and all of their levels within it', () => {
    const quotas: Rules = { ...defaultRules, quotas: [{ occupation: drone, most: 1 }] };
    const round = smallRound({ experts: 1, applications: 2, occupations: [{ name: drone, levels: bothGroups }], rules: quotas });
    const request = requestOf(round, [{}]);
    const [input] = request.inputs;
    const lowered = input?.document.sheets.map((sheet) => ({
      ...sheet,
      entries: sheet.entries.map((entry) => (sheet.application === 'a2' && entry.item === 'C02' ? { ...entry, points: '1.00' } : entry)),
    }));
    const { result } = merge({
      ...request,
      inputs: input === undefined ? [] : [{ ...input, document: { ...input.document, sheets: lowered ?? [] } }],
    });
    expect(result.candidates.map(shortly)).toEqual([
      ['skilled', 'recommended', '100.00', '三级二级', 'skilled recommended 100.00; technician recommended 100.00'],
      ['skilled', 'not-recommended', '97.00', '', 'skilled recommended 97.00; technician recommended 97.00'],
    ]);
    expect(result.candidates[1]?.reasons).toEqual([{ code: 'beyond-quota', details: { most: 1 } }]);
  });

  it('take the scale of z-scores from 五—三级 where it is applied for, else from 二—一级', () => {
    const rules: Rules = { ...defaultRules, aggregate: { ...defaultRules.aggregate, method: 'z-score' } };
    const totals = (levels: Level[]) =>
      merged(requestOf(panelOf(2, levels, rules), [poor('technician'), poor('technician')])).candidate.groups;
    // One entry per expert: no spread, so everything comes to the mean of that entry.
    expect(totals(bothGroups).map(({ total }) => total)).toEqual(['100.00', '100.00']);
    const [alone] = totals(['二级']);
    expect(alone?.total).toBe(decided([poor('technician')], ['二级']).total);
    expect(alone?.total).not.toBe('100.00');
  });
});
