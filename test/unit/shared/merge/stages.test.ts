import { describe, expect, it } from 'vitest';
import type { Assignment } from '#shared/domain/panel.ts';
import { comparesTotals, defaultRules, type Round, type Rules } from '#shared/domain/round.ts';
import { explain, merge, sensitivity } from '#shared/merge/index.ts';
import type { Stage } from '#shared/domain/values.ts';
import { drone, gate, merged, requestOf, smallRound } from './small-round.ts';

const byStage: Rules = { ...defaultRules, aggregate: { ...defaultRules.aggregate, by: 'stage', minExperts: 3 } };

/** A round whose experts e1, e2 … have these stages each; all where it says nothing. */
function divided(stages: readonly (Stage[] | null)[], rules: Rules = byStage): Round {
  const round = smallRound({ experts: stages.length, rules });
  return {
    ...round,
    assignments: stages.map((own, index): Assignment => ({
      expert: `e${index + 1}`,
      application: 'a1',
      ...(own === null ? {} : { stages: own }),
    })),
  };
}

const roadshow = (points: string) => ({ C02: { points } });

describe('a stage that only some of the experts score', () => {
  it('is averaged over these; the total is the sum of the stages', () => {
    const round = divided([null, ['document', 'roadshow'], ['visit']], { ...byStage, aggregate: { ...byStage.aggregate, method: 'mean' } });
    // e2 gives the roadshow 18.00 and e1 20.00; the visitor alone saw a flaw on site, half of whose point counts.
    const { candidate } = merged(requestOf(round, [{}, roadshow('2.00'), { B04: { points: '0.00' } }]));
    expect([candidate.total, candidate.stages]).toEqual(['98.50', { document: '50.00', visit: '29.50', roadshow: '19.00' }]);
    expect(candidate.perExpert.map(({ stages, total }) => [stages, total])).toEqual([
      [{ document: '50.00', visit: '30.00', roadshow: '20.00' }, '100.00'],
      [{ document: '50.00', visit: null, roadshow: '18.00' }, null],
      [{ document: null, visit: '29.00', roadshow: null }, null],
    ]);
  });

  it('drops its own highest and lowest, whatever the others do', () => {
    const all = null;
    const request = requestOf(divided([all, all, all, ['roadshow']]), [
      roadshow('4.00'),
      roadshow('3.00'),
      roadshow('2.00'),
      roadshow('0.00'),
    ]);
    const { candidate } = merged(request);
    expect(candidate.stages?.roadshow).toBe('18.50');
    expect(candidate.perExpert.map(({ stagesCounted }) => stagesCounted?.roadshow)).toEqual([
      'dropped-high',
      'kept',
      'kept',
      'dropped-low',
    ]);
    expect(candidate.perExpert[3]?.stagesCounted).toEqual({ roadshow: 'dropped-low' });
    expect(candidate.perExpert.every(({ counted }) => counted === 'kept')).toBe(true);
    expect(explain(request, { application: 'a1', occupation: drone })?.formula).toBe('50.00 + 30.00 + (19.00 + 18.00) ÷ 2');
  });

  it('is missing when one of these has not handed it in, and nobody waits for the others', () => {
    const round = divided([['document'], ['visit', 'roadshow']]);
    const { candidate, open } = merged(requestOf(round, [{}, null]));
    expect(candidate.outcome).toBe('pending');
    expect(open).toEqual(['missing-sheet visit e2', 'missing-sheet roadshow e2']);
  });

  it('has no points when all of these are out: the candidate waits instead of having nothing for it', () => {
    const request = requestOf(divided([['document', 'roadshow'], ['visit']]), [{}, {}]);
    expect(merged(request).candidate.total).toBe('100.00');
    const without = merged({
      ...request,
      resolutions: [{ kind: 'exclude-expert', expert: 'e2', application: null, by: 'e1', reason: '未到场', sequence: 1 }],
    }).candidate;
    expect([without.total, without.stages, without.outcome]).toEqual([null, null, 'pending']);
    expect(without.reasons).toContainEqual({ code: 'stage-without-expert', details: { stage: 'visit' } });
  });

  it('has its gates voted on by these alone', () => {
    const request = requestOf(divided([['document', 'roadshow'], ['visit'], ['visit']]), [{}, {}, {}]);
    const votersOf = (item: string) =>
      merged(request)
        .candidate.gates.find((each) => each.item === item)
        ?.votes.map(({ expert }) => expert);
    expect(votersOf('G01')).toEqual(['e1']);
    expect(merged({ ...request, resolutions: [gate('G01', 'not-met')] }).candidate.outcome).toBe('ruled-out');
    const onSite = request.round.rubric.items.find((item) => item.stage === 'visit' && item.gate !== undefined);
    expect(votersOf(onSite?.code ?? '')).toEqual(['e2', 'e3']);
  });

  it('is what deviations are about: the visitors’ points are held against the visitors’', () => {
    const low = Object.fromEntries(['C01', 'C02', 'C03', 'C04', 'C05'].map((item) => [item, { points: '1.00' }]));
    const { open, conflicts } = merged(requestOf(divided([null, ['roadshow'], ['visit'], null]), [{}, low, {}, {}]));
    // 5.00 is far from 20.00 in the roadshow; what the others gave in all, 100.00, is not far from 50.00 + 30.00 + 12.50.
    expect(open).toEqual(['deviation  e2']);
    expect(conflicts.find(({ experts }) => experts[0] === 'e2')?.statements.map(({ expert, points }) => [expert, points])).toEqual([
      ['e1', '20.00'],
      ['e2', '5.00'],
      ['e3', null],
      ['e4', '20.00'],
    ]);
  });

  it('needs a rule that compares no totals; the sensitivity leaves out those that do', () => {
    expect(comparesTotals(defaultRules)).toBe(true);
    expect(comparesTotals({ aggregate: { ...byStage.aggregate, method: 'z-score' } })).toBe(true);
    expect(comparesTotals(byStage)).toBe(false);
    const request = requestOf(divided([null, ['visit']]), [{}, {}]);
    const { count, variants } = sensitivity(request);
    const names = [...variants].map(({ name }) => name);
    expect(names).toEqual(['mean', 'trimmed-stage', 'trimmed-item', 'median-stage', 'median-item', 'without:e1', 'without:e2']);
    expect(count).toBe(names.length);
    const underTotals = { ...request, round: { ...request.round, rules: defaultRules } };
    expect(() => merge(underTotals)).toThrow(/totals are compared/);
  });
});
