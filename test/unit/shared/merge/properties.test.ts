import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type GroupResult, roundResultSchema } from '#shared/domain/result.ts';
import type { Entry } from '#shared/domain/sheet.ts';
import { merge, type MergeRequest } from '#shared/merge/index.ts';
import { formatPoints, parsePoints } from '#shared/points/hundredths.ts';
import { slotKey } from '#shared/scoring/index.ts';
import { anyIngredients, roundOf, shuffled } from './any-round.ts';
import { naiveMerge } from './naive.ts';

// Dozens of whole rounds per property: on a busy machine more than the usual five seconds.
vi.setConfig({ testTimeout: 120_000 });

/** The acceptance run is `LINPING_ROUNDS=500`. */
const rounds = Number(process.env['LINPING_ROUNDS'] ?? 100);

const published = (request: MergeRequest) =>
  merge(request).result.candidates.map(({ application, occupation, rank, outcome, levelsRecommended, groups, gates, ...leading }) => ({
    ...groupOf({ ...leading, outcome }),
    application,
    occupation,
    rank,
    levelsRecommended,
    groups: groups.map(groupOf),
    gates: gates.map((gate) => [gate.item, gate.levelGroup, gate.outcome]),
  }));

const groupOf = ({ group, total, stages, perExpert, outcome, reasons }: GroupResult) => ({
  group,
  total,
  stages,
  counted: Object.fromEntries(perExpert.map((each) => [each.expert, each.counted])),
  stagesCounted: Object.fromEntries(
    perExpert.flatMap(({ expert, stagesCounted }) => (stagesCounted === undefined ? [] : [[expert, stagesCounted]])),
  ),
  outcome,
  samePoints: reasons.flatMap(({ code, details }) => (code === 'measurement-same-points' ? [details['item']] : [])),
});

describe('any merge', () => {
  it(
    'gives what a second, naive implementation gives',
    () => {
      fc.assert(
        fc.property(anyIngredients, (ingredients) => {
          const request = roundOf(ingredients);
          expect(published(request)).toEqual(naiveMerge(request));
        }),
        { numRuns: rounds },
      );
    },
    120_000 + rounds * 1000,
  );

  it('is compared on rounds in which everything occurs that can', () => {
    const seen = new Set(fc.sample(anyIngredients, { seed: 5, numRuns: 100 }).flatMap((ingredients) => sightings(roundOf(ingredients))));
    expect([...seen].toSorted()).toEqual(
      [
        'merge/entry-unknown',
        'merge/equivocation',
        'merge/not-assigned',
        'merge/other-round',
        'merge/other-rubric',
        'merge/other-rules',
        'merge/recused-sheet',
        'merge/same-content',
        'merge/signed-by-another',
        'merge/superseded',
        'not-recommended',
        'pending',
        'recommended',
        'returned',
        'ruled-out',
        'sealed before the round was issued again',
        'stages divided and a total',
        'tied',
        'voted',
        'z-scores',
      ].toSorted(),
    );
  });

  it('is the same to the byte in any order of its packages, merged any number of times', () => {
    fc.assert(
      fc.property(anyIngredients, fc.integer(), (ingredients, seed) => {
        const request = roundOf(ingredients);
        const once = canonicalize(merge(request));
        const again = { ...request, inputs: shuffled([...request.inputs, ...request.inputs.slice(0, 3)], seed) };
        expect(canonicalize(merge(again))).toBe(once);
        expect(canonicalize(merge(request))).toBe(once);
      }),
      { numRuns: 60 },
    );
  });

  it('has a matter in the queue for whatever keeps a candidate pending', () => {
    let waiting = 0;
    fc.assert(
      fc.property(anyIngredients, (ingredients) => {
        const { result, conflicts } = merge(roundOf(ingredients));
        const open = conflicts.filter(({ resolved }) => !resolved);
        for (const { application, occupation, outcome, reasons } of result.candidates.filter((each) => each.outcome === 'pending')) {
          const bears = open.filter(
            (matter) =>
              (matter.application === application && (matter.occupation === null || matter.occupation === occupation)) ||
              matter.candidates.some((each) => each.application === application && each.occupation === occupation),
          );
          expect([outcome, reasons, bears.length > 0]).toEqual([outcome, reasons, true]);
          waiting += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(waiting).toBeGreaterThan(0);
  });

  it('always fits the result’s schema', () => {
    fc.assert(
      fc.property(anyIngredients, (ingredients) => {
        const request = roundOf(ingredients);
        const { result } = merge(request);
        expect(roundResultSchema.parse(result)).toEqual(result);
      }),
      { numRuns: 25 },
    );
  });

  // Every request is frozen through and through (`roundOf`): to write to a record of an expert's would throw.
  it('shows what each expert recorded as it was recorded, whatever the chair decided', () => {
    let statements = 0;
    fc.assert(
      fc.property(anyIngredients, (ingredients) => {
        const request = roundOf(ingredients);
        const before = canonicalize(request);
        const { conflicts, result } = merge(request);
        expect(canonicalize(request)).toBe(before);
        const recorded = entriesThatCount(request, result.inputs);
        for (const { kind, application, item, occupation, levelGroup, statements: shown } of conflicts) {
          for (const { expert, value, comment } of kind === 'measurement' && item !== null ? shown : []) {
            const own = recorded.get([expert, application, slotKey({ item: item ?? '', occupation, levelGroup })].join('|'));
            expect([value, comment]).toEqual([own?.value, own?.comment]);
            statements += 1;
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(statements).toBeGreaterThan(0);
  });

  it('publishes as an expert’s total the sum of the points that the expert recorded, where no measurement was decided', () => {
    fc.assert(
      fc.property(anyIngredients, (ingredients) => {
        const { resolutions, ...request } = roundOf(ingredients);
        const undecided = { ...request, resolutions: resolutions.filter(({ kind }) => kind !== 'measurement') };
        const { result } = merge(undecided);
        const recorded = [...entriesThatCount(undecided, result.inputs)];
        for (const { application, occupation, levels, perExpert } of result.candidates) {
          const oneGroup =
            levels.every((level) => ['二级', '一级'].includes(level)) ||
            levels.every((level) => level.endsWith('级') && !['二级', '一级'].includes(level));
          for (const { expert, total } of oneGroup ? perExpert : []) {
            const own = recorded.flatMap(([key, entry]) =>
              key.startsWith(`${expert}|${application}|`) && (entry.occupation === null || entry.occupation === occupation)
                ? [parsePoints(entry.points ?? '0.00')]
                : [],
            );
            expect(total === null || total === formatPoints(own.reduce((sum, each) => sum + each, 0n))).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** What there is to see in a round, for the list of what must have been seen. */
function sightings(request: MergeRequest): string[] {
  const { result, conflicts } = merge(request);
  const ties = conflicts.filter(({ kind }) => kind === 'tie');
  return [
    ...result.setAside.map(({ code }) => code),
    ...result.candidates.map(({ outcome }) => outcome),
    ...(result.candidates.some(
      ({ total, perExpert }) => total !== null && perExpert.some((each) => each.stages !== null && each.total === null),
    )
      ? ['stages divided and a total']
      : []),
    ...(request.inputs.some(
      (input) => result.inputs.some(({ sha256 }) => sha256 === input.sha256) && input.document.round.sha256 !== request.roundSha256,
    )
      ? ['sealed before the round was issued again']
      : []),
    ...(ties.some(({ resolved }) => !resolved) ? ['tied'] : []),
    ...(ties.some(({ resolved }) => resolved) ? ['voted'] : []),
    ...(result.inputs.some(({ sequence }) => sequence === 3) ? ['returned'] : []),
    ...(request.round.rules.aggregate.method === 'z-score' && result.candidates.some(({ total }) => total !== null) ? ['z-scores'] : []),
  ];
}

/** By expert, application and slot. */
function entriesThatCount(request: MergeRequest, counting: readonly { readonly sha256: string }[]): Map<string, Entry> {
  const identities = new Set(counting.map(({ sha256 }) => sha256));
  return new Map(
    request.inputs
      .filter(({ sha256 }) => identities.has(sha256))
      .flatMap(({ document }) =>
        document.sheets.flatMap(({ application, entries }) =>
          entries.map((entry) => [[document.expert.id, application, slotKey(entry)].join('|'), entry] as const),
        ),
      ),
  );
}
