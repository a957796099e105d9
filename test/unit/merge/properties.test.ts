import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { roundResultSchema } from '#shared/domain/result.ts';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import { merge, type MergeRequest } from '#shared/merge/index.ts';
import { parsePoints } from '#shared/points/hundredths.ts';
import { randomNumbers, randomRound } from '../../fixtures/random-round.ts';
import { naiveMerge } from './naive.ts';

// Dozens of whole rounds per property: on a busy machine more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const mild = { missingSheet: 0.01, recusal: 0.1, unassigned: 0.1, exclusion: 0.1, equivocation: 0.05, olderSequence: 0.2 };
const rough = { ...mild, missingSheet: 0.05, differingMeasurement: 0.02, openVerdict: 0.003, failedGate: 0.05 };
const rules: Rules[] = [
  defaultRules,
  { ...defaultRules, aggregate: { ...defaultRules.aggregate, method: 'mean' } },
  { ...defaultRules, aggregate: { ...defaultRules.aggregate, by: 'item' } },
  { ...defaultRules, aggregate: { ...defaultRules.aggregate, method: 'median' } },
  { ...defaultRules, aggregate: { ...defaultRules.aggregate, method: 'median', by: 'item' } },
  { ...defaultRules, aggregate: { ...defaultRules.aggregate, minExperts: 3, dropHighest: 2, dropLowest: 1 } },
  { ...defaultRules, quotas: ['无人机驾驶员', '电子竞技员'].map((occupation) => ({ occupation, most: 1 })) },
];
const anyRound = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    experts: fc.integer({ min: 1, max: 12 }),
    applications: fc.integer({ min: 1, max: 3 }),
    trouble: fc.constantFrom({}, mild, rough),
    rules: fc.constantFrom(...rules),
  })
  .map(randomRound);

const shuffled = <Value>(values: readonly Value[], seed: number): Value[] => {
  const random = randomNumbers(seed);
  return values
    .map((value) => ({ value, at: random() }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ value }) => value);
};
const published = (request: MergeRequest) =>
  merge(request).result.candidates.map(({ application, occupation, total, stages, perExpert, outcome, rank, levelsRecommended }) => ({
    application,
    occupation,
    total,
    stages,
    counted: Object.fromEntries(perExpert.map((each) => [each.expert, each.counted])),
    outcome,
    rank,
    levelsRecommended,
  }));

describe('any merge', () => {
  it('gives what a second, naive implementation gives', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(anyRound, (request) => {
        const expected = naiveMerge(request);
        expect(published(request)).toEqual(expected);
        expected.forEach(({ outcome }) => outcomes.add(outcome));
      }),
      { numRuns: 100 },
    );
    // The rounds made up must reach every outcome, else the comparison says little.
    expect([...outcomes].toSorted()).toEqual(['not-recommended', 'pending', 'recommended', 'ruled-out']);
  });

  it('is the same to the byte in any order of its packages, merged any number of times', () => {
    fc.assert(
      fc.property(anyRound, fc.integer(), (request, seed) => {
        const once = canonicalize(merge(request));
        const again = { ...request, inputs: shuffled([...request.inputs, ...request.inputs.slice(0, 3)], seed) };
        expect(canonicalize(merge(again))).toBe(once);
      }),
      { numRuns: 40 },
    );
  });

  it('never changes what it is given and always fits the result’s schema', () => {
    fc.assert(
      fc.property(anyRound, (request) => {
        const before = canonicalize(request);
        const { result } = merge(request);
        expect(roundResultSchema.parse(result)).toEqual(result);
        expect(canonicalize(request)).toBe(before);
      }),
      { numRuns: 25 },
    );
  });

  it('treats a subset of the packages as sheets that are missing, never as zeros', () => {
    fc.assert(
      fc.property(anyRound, fc.integer({ min: 0, max: 11 }), (request, which) => {
        const expert = request.round.panel[which % request.round.panel.length]?.id;
        const fewer = { ...request, inputs: request.inputs.filter(({ document }) => document.expert.id !== expert) };
        for (const candidate of merge(fewer).result.candidates) {
          const own = candidate.perExpert.find((each) => each.expert === expert);
          if (own?.counted === 'missing') {
            expect([own.total, candidate.total, candidate.rank]).toEqual([null, null, null]);
            expect(candidate.outcome).toBe('pending');
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keeps every total between the lowest and the highest that was kept: nobody’s absence pulls a mean', () => {
    fc.assert(
      fc.property(anyRound, (request) => {
        for (const { total, perExpert } of merge(request).result.candidates) {
          const kept = perExpert.flatMap((each) => (each.counted === 'kept' && each.total !== null ? [parsePoints(each.total)] : []));
          if (total !== null && request.round.rules.aggregate.by === 'total') {
            expect(kept.some((each) => each <= parsePoints(total)) && kept.some((each) => each >= parsePoints(total))).toBe(true);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
