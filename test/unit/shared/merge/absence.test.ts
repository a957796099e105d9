import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import { merge, type MergeRequest } from '#shared/merge/index.ts';
import { formatPoints } from '#shared/points/hundredths.ts';
import { randomRound } from '../../../fixtures/random-round.ts';
import { anyRules } from './any-round.ts';
import { requestOf, smallRound } from './small-round.ts';

vi.setConfig({ testTimeout: 120_000 });

const totalsOf = (request: MergeRequest) => merge(request).result.candidates.map(({ total }) => total);
const standings = (request: MergeRequest) =>
  merge(request).result.candidates.map(({ total, stages, rank, outcome, perExpert }) => ({
    total,
    stages,
    rank,
    outcome,
    kept: perExpert.flatMap(({ expert, counted }) => (counted === 'kept' ? [expert] : [])),
  }));

/** The same round as if the panel had never had that member. */
function withoutMember(request: MergeRequest, expert: string): MergeRequest {
  const { round } = request;
  return {
    ...request,
    round: { ...round, assignments: round.assignments.filter((each) => each.expert !== expert) },
    inputs: request.inputs.filter(({ document }) => document.expert.id !== expert),
  };
}

const absences: Record<string, (request: MergeRequest, expert: string) => MergeRequest> = {
  'whose recusal the round imposes': (request, expert) => ({
    ...request,
    round: {
      ...request.round,
      recusals: request.round.applications.map(({ applicant }) => ({ expert, applicant: applicant.id, reason: '亲属' })),
    },
  }),
  'who declares the recusal': (request, expert) => ({
    ...request,
    inputs: request.inputs.map((input) =>
      input.document.expert.id !== expert
        ? input
        : {
            ...input,
            document: {
              ...input.document,
              recusals: request.round.applications.map(({ applicant }) => ({ applicant: applicant.id, reason: '亲属' })),
            },
          },
    ),
  }),
  'whom the chair excludes': (request, expert) => ({ ...request, resolutions: [exclusion(expert)] }),
  'who handed nothing in and is excluded': (request, expert) => ({
    ...request,
    inputs: request.inputs.filter(({ document }) => document.expert.id !== expert),
    resolutions: [exclusion(expert)],
  }),
};

function exclusion(expert: string): Resolution {
  return { kind: 'exclude-expert', expert, application: null, by: 'e1', reason: '未按时提交', sequence: 1 };
}

describe('an expert who is absent', () => {
  it.each(Object.entries(absences))('%s leaves the result of a panel that never had that member', (_, absent) => {
    let compared = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 9 }), fc.nat(), anyRules, (seed, experts, which, rules) => {
        const request = randomRound({ seed, experts, applications: 2, rules });
        const expert = `e${1 + (which % experts)}`;
        const expected = standings(withoutMember(request, expert));
        expect(standings(absent(request, expert))).toEqual(expected);
        compared += expected.filter(({ total }) => total !== null).length;
      }),
      { numRuns: 25 },
    );
    expect(compared).toBeGreaterThan(0);
  });

  it('cannot lower a mean: where all experts give the same, any who are out leave it as it is, by every rule', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.array(fc.nat({ max: 8 })), anyRules, (experts, out, rules) => {
        const round = smallRound({ experts, rules });
        const gone = [...new Set(out.map((which) => `e${1 + (which % experts)}`))].slice(0, experts - 1);
        const given = requestOf(
          round,
          Array.from({ length: experts }, () => ({ C02: { points: '1.00' } })),
          gone.map(exclusion),
        );
        expect(totalsOf(given)).toEqual(['97.00']);
      }),
      { numRuns: 40 },
    );
  });

  it('with a sheet missing leaves no total at all, whichever sheet it is', () => {
    const round = smallRound({ experts: 3 });
    for (const expert of ['e1', 'e2', 'e3']) {
      for (const stage of ['document', 'visit', 'roadshow']) {
        const request = requestOf(round, [{}, {}, {}]);
        const inputs = request.inputs.map((input) =>
          input.document.expert.id === expert
            ? { ...input, document: { ...input.document, sheets: input.document.sheets.filter((sheet) => sheet.stage !== stage) } }
            : input,
        );
        expect(merge({ ...request, inputs }).result.candidates).toMatchObject([
          { total: null, stages: null, rank: null, outcome: 'pending' },
        ]);
      }
    }
  });
});

describe('exact halves', () => {
  it('go up wherever they lie: the mean of four experts, half a point apart', () => {
    // One of four half a point lower: 99.875, published as 99.88 (design.md §6).
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 4, maxLength: 4 }), (halves) => {
        const points = halves.map((half) => BigInt(half) * 50n);
        const request = requestOf(
          smallRound({ experts: 4 }),
          points.map((each) => ({ A03: { points: formatPoints(each) } })),
        );
        // 96.00 for all else; a half of a hundredth is rounded up in whole hundredths, by no float.
        const expected = 9600n + (points.reduce((sum, each) => sum + each, 0n) + 2n) / 4n;
        expect(totalsOf(request)).toEqual([formatPoints(expected)]);
      }),
    );
    const half = requestOf(smallRound({ experts: 4 }), [{}, {}, {}, { A03: { points: '3.50' } }]);
    expect(totalsOf(half)).toEqual(['99.88']);
  });
});

describe('all experts equal', () => {
  const { aggregate } = defaultRules;
  it.each(
    (['mean', 'trimmed', 'median', 'z-score'] as const).flatMap((method) =>
      (['total', 'item'] as const).flatMap((by) => [1, 2, 5, 12].map((experts) => [method, by, experts] as const)),
    ),
  )('divides by nothing: %s by %s of %i', (method, by, experts) => {
    const rules: Rules = { ...defaultRules, aggregate: { ...aggregate, method, by } };
    const round = smallRound({ experts, applications: 3, rules });
    const request = requestOf(
      round,
      Array.from({ length: experts }, () => ({ C02: { points: '3.00' } })),
    );
    expect(totalsOf(request)).toEqual(['99.00', '99.00', '99.00']);
  });
});
