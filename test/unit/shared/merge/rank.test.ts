import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import { merge, type MergeRequest, placesWithinOccupation } from '#shared/merge/index.ts';
import { documentOf } from '../../../fixtures/random-round.ts';
import { bestSheets, by, drone, gaming, packageOf, requestOf, smallRound } from './small-round.ts';

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

  it('follows the last of the votes that name all of the tied, whoever else they name', () => {
    const request = requestWith([{ C02: '3.00' }, { C02: '1.00' }, { C02: '3.00' }, {}]);
    const vote = (sequence: number, ...order: string[]): Resolution => ({
      kind: 'tie',
      order: order.map((application) => ({ application, occupation: drone })),
      ...by,
      sequence,
    });
    const ranks = (...resolutions: Resolution[]) => ranksOf({ ...request, resolutions });
    expect(ranks(vote(1, 'a3', 'a1'), vote(2, 'a1', 'a2', 'a3'))).toEqual([2, 4, 3, 1]);
    expect(ranks(vote(2, 'a3', 'a1'), vote(1, 'a1', 'a2', 'a3'))).toEqual([3, 4, 2, 1]);
    expect(ranks(vote(1, 'a3', 'a1'), vote(2, 'a1', 'a2'))).toEqual([3, 4, 2, 1]);
    expect(ranks(vote(1, 'a3', 'a1'), vote(2, 'a1', 'a3'))).toEqual([2, 4, 3, 1]);
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
