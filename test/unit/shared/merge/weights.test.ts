import { describe, expect, it } from 'vitest';
import { defaultRules, type Round, type Rules } from '#shared/domain/round.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import { type LevelGroup, stagesInOrder } from '#shared/domain/values.ts';
import type { GatheredCandidate } from '#shared/merge/candidates.ts';
import type { ExpertOnApplication } from '#shared/merge/experts-on-application.ts';
import type { ExpertTotal } from '#shared/merge/totals.ts';
import { aggregateCandidates } from '#shared/merge/weights.ts';
import { formatFraction, fractionOfPoints, sum } from '#shared/points/fraction.ts';
import { parsePoints } from '#shared/points/hundredths.ts';
import { doc, merged, packageOf, requestOf, smallRound } from './small-round.ts';

const round = smallRound({ experts: 2 });
const under = (change: Partial<Rules['aggregate']>, items: readonly RubricItem[] = round.rubric.items): Round => ({
  ...round,
  rubric: { ...round.rubric, items: [...items] },
  rules: { ...defaultRules, aggregate: { ...defaultRules.aggregate, ...change } },
});

type Given = readonly [document: string | null, visit: string | null, roadshow: string | null];

/** What an expert gives, one item a stage; null where the stage is not the expert's. */
function totalOf(expert: string, given: Given): ExpertTotal {
  const items = stagesInOrder.flatMap((stage, index) => {
    const points = given[index] ?? null;
    return points === null
      ? []
      : [{ scored: { item: stage, stage, category: stage, levelGroup: null, key: stage }, points: parsePoints(points) }];
  });
  const inStage = (stage: string) => {
    const own = items.find(({ scored }) => scored.stage === stage);
    return own === undefined ? null : fractionOfPoints(own.points);
  };
  return {
    expert,
    items,
    stages: { document: inStage('document'), visit: inStage('visit'), roadshow: inStage('roadshow') },
    total: items.length < 3 ? null : sum(items.map(({ points }) => fractionOfPoints(points))),
  };
}

const member = (expert: string, participation: ExpertOnApplication['participation'] = 'counting'): ExpertOnApplication => ({
  expert,
  participation,
  sheets: { document: 'received', visit: 'received', roadshow: 'received' },
  statements: new Map(),
});

/** A candidate at one or two level groups. */
function candidateOf(experts: readonly ExpertOnApplication[], ...groups: readonly ExpertTotal[][]): GatheredCandidate {
  const [application] = round.applications;
  const [occupation] = application?.occupations ?? [];
  if (application === undefined || occupation === undefined) {
    throw new Error('no candidate');
  }
  const names: readonly LevelGroup[] = ['skilled', 'technician'];
  return {
    application,
    occupation,
    experts,
    gates: [],
    groups: groups.map((totals, index) => ({ group: names[index] ?? 'skilled', gates: [], totals, differing: [] })),
  };
}

const totalsUnder = (rules: Round, ...candidates: GatheredCandidate[]) =>
  aggregateCandidates(rules, candidates).map(({ groups }) =>
    groups.map(({ aggregate }) => (aggregate === null ? null : formatFraction(aggregate.total))),
  );

const both = [member('e1'), member('e2')];
const gates = round.rubric.items.filter(({ kind }) => kind === 'gate');
const scored = round.rubric.items.filter(({ kind }) => kind !== 'gate');

describe('a level group has points', () => {
  const visitOnly: Given = ['40.00', '20.00', null];
  const halves = [totalOf('e1', visitOnly), totalOf('e2', visitOnly)];

  it('once each stage that carries points has someone; a stage without any points waits for nobody', () => {
    const withoutRoadshow = scored.filter(({ stage }) => stage !== 'roadshow');
    const gateOnly = [...withoutRoadshow, ...gates.slice(0, 1).map((gate) => ({ ...gate, stage: 'roadshow' as const }))];
    expect(totalsUnder(under({ by: 'stage' }), candidateOf(both, halves))).toEqual([[null]]);
    expect(totalsUnder(under({ by: 'stage' }, withoutRoadshow), candidateOf(both, halves))).toEqual([['60']]);
    expect(totalsUnder(under({ by: 'stage' }, gateOnly), candidateOf(both, halves))).toEqual([['60']]);
    expect(totalsUnder(under({ by: 'item' }, gateOnly), candidateOf(both, halves))).toEqual([['60']]);
  });

  it('never while nobody counts, where there are no points to give either', () => {
    for (const by of ['total', 'stage', 'item'] as const) {
      expect(totalsUnder(under({ by }, gates), candidateOf([], []))).toEqual([[null]]);
      expect(totalsUnder(under({ by }), candidateOf([member('e1', 'excluded')], []))).toEqual([[null]]);
    }
  });

  it('once everyone who is expected counts', () => {
    const own = [totalOf('e1', ['40.00', '20.00', '10.00'])];
    expect(totalsUnder(under({}), candidateOf([member('e1'), member('e2', 'missing')], own))).toEqual([[null]]);
    expect(totalsUnder(under({}), candidateOf([member('e1'), member('e2', 'excluded')], own))).toEqual([['70']]);
    expect(totalsUnder(under({}), candidateOf([member('e1'), member('e2', 'recused')], own))).toEqual([['70']]);
  });
});

describe('the scale of z-scores', () => {
  const z = under({ method: 'z-score' });
  const at = (first: string, second: string) => [totalOf('e1', [first, '20.00', '10.00']), totalOf('e2', [second, '20.00', '10.00'])];

  it('is of one entry per expert and candidate: the first group’s where there are two', () => {
    // Entries 70 and 60 of e1, 60 and 50 of e2: the mean is 60, all's variance 50, each one's own 25; 5 × √2 = 7.071067811865.
    const other = candidateOf(both, at('30.00', '20.00'));
    expect(totalsUnder(z, candidateOf(both, at('40.00', '30.00')), other)).toEqual([['67.071067811865'], ['52.928932188135']]);
    expect(totalsUnder(z, candidateOf(both, at('40.00', '30.00'), at('10.00', '50.00')), other)).toEqual([
      ['67.071067811865', '60'],
      ['52.928932188135'],
    ]);
  });

  it('takes nothing from a candidate that waits', () => {
    const [ready, waiting] = [
      candidateOf(both, at('40.00', '30.00')),
      candidateOf([member('e1'), member('e2', 'missing')], [totalOf('e1', ['10.00', '20.00', '10.00'])]),
    ];
    expect(totalsUnder(z, ready, waiting)).toEqual([['65'], [null]]);
    expect(totalsUnder(z, waiting)).toEqual([[null]]);
  });

  it('is nobody’s where no candidate is ready', () => {
    const request = requestOf(z, [{}, {}]);
    const inputs = [...request.inputs.slice(0, 1), packageOf({ ...doc(request, 1), sheets: doc(request, 1).sheets.slice(1) }, 'b')];
    const { candidate } = merged({ ...request, inputs });
    expect([candidate.total, candidate.outcome]).toEqual([null, 'pending']);
  });
});
