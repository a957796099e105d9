import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CandidateResult, type Resolution, type RoundResult, roundResultSchema } from '#shared/domain/result.ts';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import { type MergeRequest, placesWithinOccupation } from '#shared/merge/index.ts';
import { resultDocumentSchema } from '#shared/packages/documents.ts';
import { writeRoundFolder } from '../../fixtures/packaged-round.ts';
import { documentOf, randomRound } from '../../fixtures/random-round.ts';
import { issuedAgain } from '../../fixtures/reissued-round.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { runTool } from '../../tools.ts';
import { bestSheets, drone, gaming, packageOf, requestOf, smallRound } from '../../unit/shared/merge/small-round.ts';

const independent = fileURLToPath(new URL('../../independent/recompute.py', import.meta.url));

let root: string;

beforeAll(async () => {
  root = makeFolder('recompute');
});

afterAll(() => removeFolder(root));

const recompute = async (folder: string): Promise<unknown> => JSON.parse(await runTool('python3', ['-B', independent, folder]));
const agreed = ({ candidates }: RoundResult) => ({
  candidates: candidates.map(({ application, occupation, group, total, stages, rank, outcome, levelsRecommended }) => ({
    application,
    occupation,
    group,
    total,
    stages,
    rank,
    outcome,
    levelsRecommended,
  })),
  differences: [],
});

/** What the rounds below must have in them, so that agreeing says something. */
const sightings: Record<string, (candidate: CandidateResult, all: RoundResult) => boolean> = {
  'ruled out while other gates are open': ({ outcome, gates }) =>
    outcome === 'ruled-out' && gates.some((gate) => gate.outcome === 'pending'),
  'ruled out without a total': ({ outcome, total }) => outcome === 'ruled-out' && total === null,
  'some 不适用 in a panel’s vote': ({ gates }) =>
    gates.some(({ type, votes, outcome }) => {
      const verdicts = new Set(votes.map(({ verdict }) => verdict));
      return type === 'panel' && verdicts.has('not-applicable') && verdicts.size > 1 && outcome !== 'pending';
    }),
  'G09 brought up by B12': ({ gates }) =>
    gates.some(
      ({ item, outcome, votes }) =>
        item === 'G09' && outcome === 'pending' && votes.length > 1 && votes.every(({ verdict }) => verdict === 'met'),
    ),
  'a rank that is not the place in the occupation': (candidate, { candidates }) =>
    candidate.rank !== (placesWithinOccupation(candidates)[candidates.indexOf(candidate)] ?? null),
  'a missing expert': ({ perExpert }) => perExpert.some(({ counted }) => counted === 'missing'),
  'a recused expert': ({ perExpert }) => perExpert.some(({ counted }) => counted === 'recused'),
  'an excluded expert': ({ perExpert }) => perExpert.some(({ counted }) => counted === 'excluded'),
  'a dropped total': ({ perExpert }) => perExpert.some(({ counted }) => counted === 'dropped-low'),
  'levels cut': ({ levels, levelsRecommended }) => levelsRecommended.length > 0 && levelsRecommended.length < levels.length,
  'technician levels lead': ({ group, groups }) => group === 'technician' && groups.length === 2,
  'groups apart': ({ groups }) => new Set(groups.map(({ outcome }) => outcome)).size > 1,
  'measurements that come to the same': ({ reasons }) => reasons.some(({ code }) => code === 'measurement-same-points'),
  'a failing value that waits for the panel': ({ gates }) =>
    gates.some(({ item, outcome, votes }) => item !== 'G09' && outcome === 'pending' && votes.every(({ verdict }) => verdict === 'met')),
  'a panel gate decided without everybody': ({ gates }) =>
    gates.some(
      ({ type, outcome, votes, resolvedBy }) =>
        type === 'panel' && outcome !== 'pending' && resolvedBy === null && votes.some(({ verdict }) => verdict === null),
    ),
  'nobody who counts': ({ reasons }) => reasons.some(({ code }) => code === 'nobody-counts'),
  'an exclusion withdrawn': (_, { resolutions }) => resolutions.some(({ kind }) => kind === 'withdraw-exclusion'),
  'a settled measurement': (candidate, { resolutions }) =>
    candidate.total !== null && resolutions.some((each) => each.kind === 'measurement' && each.application === candidate.application),
  'an unsettled measurement': ({ reasons }) => reasons.some(({ code }) => code === 'measurement-differs'),
  'an equivocation': (_, { setAside }) => setAside.some(({ code }) => code === 'merge/equivocation'),
  'a package for another issue of the round': (_, { setAside }) => setAside.some(({ code }) => code === 'merge/other-round'),
  'a package by another rubric': (_, { setAside }) => setAside.some(({ code }) => code === 'merge/other-rubric'),
  'an older package': (_, { setAside }) => setAside.some(({ code }) => code === 'merge/superseded'),
  'stages divided': ({ total, perExpert }) => total !== null && perExpert.some((each) => each.stages !== null && each.total === null),
  'dropped in a stage': ({ perExpert }) =>
    perExpert.some(({ stagesCounted }) => Object.values(stagesCounted ?? {}).includes('dropped-low')),
  'beyond a quota': ({ outcome, reasons }) => outcome === 'not-recommended' && reasons.some(({ code }) => code === 'beyond-quota'),
  'tied across a quota': ({ outcome, rank, reasons }) =>
    outcome === 'pending' && rank === null && reasons.some(({ code }) => code === 'quota-tied'),
  recommended: ({ outcome }) => outcome === 'recommended',
  'not recommended': ({ outcome }) => outcome === 'not-recommended',
};

const poor = { B12: { value: { kind: 'ratio' as const, count: '5', of: '10' } } };
/** Below the gate's condition, and voted 符合 all the same. */
const low = { B02: { value: { kind: 'number' as const, number: '59' }, verdict: 'met' as const } };
const nine = { value: { kind: 'number' as const, number: '9' } };
/** The acceptance run is `LINPING_ROUNDS=500`. */
const rounds = Number(process.env['LINPING_ROUNDS'] ?? 24);
const { aggregate } = defaultRules;
const ways: Rules['aggregate'][] = [
  aggregate,
  { ...aggregate, by: 'item' },
  { ...aggregate, method: 'mean' },
  { ...aggregate, method: 'median' },
  { ...aggregate, method: 'median', by: 'item' },
  { ...aggregate, method: 'z-score' },
  { ...aggregate, by: 'stage', minExperts: 3 },
  { ...aggregate, method: 'median', by: 'stage' },
];
const mild = {
  divided: 0.2,
  missingSheet: 0.01,
  recusal: 0.1,
  exclusion: 0.1,
  equivocation: 0.03,
  olderSequence: 0.2,
  otherMeasurement: 0.01,
  failedGate: 0.02,
  vote: 0.05,
};
const rough = {
  ...mild,
  missingSheet: 0.03,
  nobody: 0.05,
  blank: 0.002,
  differingMeasurement: 0.01,
  openVerdict: 0.004,
  failedGate: 0.08,
  vote: 0.2,
};

const mixed = smallRound({ experts: 3, applications: 3 });
/** What the random rounds hardly ever bring: levels cut, a panel that votes 不适用, a measurement that is not settled, a gate failed while a sheet is missing. */
const rare: MergeRequest[] = [
  requestOf(mixed, [{ 'A12@technician': nine }, { 'A12@technician': nine }, { 'A12@technician': nine }]),
  requestOf(mixed, [{ G07: { verdict: 'not-applicable' } }, { G07: { verdict: 'met' } }, { G07: { verdict: 'not-met' } }]),
  requestOf(mixed, [{ G07: { verdict: 'not-applicable' } }, { G07: { verdict: 'not-met' } }, { G07: { verdict: 'not-met' } }]),
  requestOf(mixed, [{}, {}, { B02: { value: { kind: 'number', number: '61' } } }]),
  requestOf(mixed, [{}, {}, { A06: { value: { kind: 'number', number: '1' } } }]),
  requestOf(mixed, [poor, poor, poor]),
  requestOf(mixed, [low, low, low]),
  requestOf(
    mixed,
    [{}, {}, {}],
    ['e1', 'e2', 'e3'].map((expert) => ({ kind: 'exclude-expert', expert, application: 'a2', by: 'e1', reason: '未到场', sequence: 1 })),
  ),
  requestOf(
    mixed,
    [{}, {}, null],
    [
      {
        kind: 'gate',
        application: 'a2',
        occupation: null,
        levelGroup: null,
        item: 'G01',
        verdict: 'not-met',
        by: 'e1',
        reason: '已撤销',
        sequence: 1,
      },
    ],
  ),
  requestOf(smallRound({ experts: 2, applications: 3, rules: { ...defaultRules, quotas: [{ occupation: drone, most: 2 }] } }), [{}, {}]),
];

describe('a script in another language, over real packages', () => {
  test(
    'recomputes rounds with every kind of trouble in them, by every rule',
    async () => {
      const seen = new Set<string>();
      const random = Array.from({ length: rounds }, (_, seed) => {
        const quotas = seed % 2 === 0 ? { quotas: [{ occupation: drone, most: 1 }] } : {};
        const rules: Rules = { ...defaultRules, ...quotas, aggregate: ways[seed % ways.length] ?? aggregate };
        const trouble = seed % 3 === 0 ? rough : mild;
        const request = randomRound({ seed, experts: 4 + (seed % 3), applications: 3, trouble, rules });
        return seed % 4 === 1 ? issuedAgain(request, seed) : request;
      });
      for (const [index, request] of [...random, ...rare].entries()) {
        const folder = join(root, `round-${index}`);
        const result = await writeRoundFolder(folder, request);
        expect(await recompute(folder)).toEqual(agreed(result));
        for (const [name, isSeen] of Object.entries(sightings)) {
          if (result.candidates.some((candidate) => isSeen(candidate, result))) {
            seen.add(name);
          }
        }
      }
      expect([...seen].toSorted()).toEqual(Object.keys(sightings).toSorted());
    },
    300_000 + rounds * 10_000,
  );

  const two = smallRound({
    experts: 1,
    applications: 2,
    occupations: [drone, gaming].map((name) => ({ name, levels: ['三级' as const] })),
  });
  const inTwoOccupations = (resolutions: Resolution[]): MergeRequest => {
    const lost = { [`C02@${gaming}`]: { points: '3.00' } };
    const sheets = [...bestSheets(two, 'a1', lost), ...bestSheets(two, 'a2', { [`A13@${drone}`]: { verdict: 'met' as const } })];
    const document = documentOf(two, { expert: 'e1', sequence: 1, recusals: [], sheets });
    return { ...requestOf(two, []), inputs: [packageOf(document, '1')], resolutions };
  };
  const votedOrder = [
    { application: 'a2', occupation: gaming },
    { application: 'a1', occupation: drone },
    { application: 'a2', occupation: drone },
  ];
  const vote: Resolution = { kind: 'tie', order: votedOrder, by: 'e1', reason: '表决', sequence: 1 };

  test('shares ranks across occupations, and follows a recorded vote on them', async () => {
    const ranks = async (resolutions: Resolution[], name: string) => {
      const folder = join(root, name);
      const result = await writeRoundFolder(folder, inTwoOccupations(resolutions));
      expect(await recompute(folder)).toEqual(agreed(result));
      return result.candidates.map(({ rank }) => rank);
    };
    expect(await ranks([], 'tied')).toEqual([1, 4, 1, 1]);
    expect(await ranks([vote], 'voted')).toEqual([2, 4, 3, 1]);
  });

  test('finds whatever is changed in a result', async () => {
    const folder = join(root, 'changed');
    await writeRoundFolder(folder, inTwoOccupations([vote]));
    const path = join(folder, 'result.json');
    const right = await readFile(path, 'utf8');
    const changes: Record<string, (candidate: CandidateResult) => void> = {
      total: (candidate) => (candidate.total = '99.99'),
      stage: (candidate) => (candidate.stages = { document: '49.99', visit: '30.00', roadshow: '20.00' }),
      rank: (candidate) => (candidate.rank = 3),
      outcome: (candidate) => (candidate.outcome = 'not-recommended'),
      levels: (candidate) => (candidate.levelsRecommended = []),
      gate: (candidate) => candidate.gates.splice(0, 1),
      counted: (candidate) => candidate.perExpert.forEach((each) => (each.counted = 'dropped-high')),
    };
    for (const change of Object.values(changes)) {
      const { kind, format, ...result } = resultDocumentSchema.parse(JSON.parse(right));
      const [candidate] = result.candidates;
      if (candidate !== undefined) {
        change(candidate);
      }
      await writeFile(path, JSON.stringify({ kind, format, ...roundResultSchema.parse(result) }));
      await expect(runTool('python3', ['-B', independent, folder])).rejects.toThrow('recompute.py');
    }
    await writeFile(path, right);
    await expect(recompute(folder)).resolves.toMatchObject({ differences: [] });
  });
});
