import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { defaultRules, type Rules, rulesSchema } from '#shared/domain/round.ts';
import { merge } from '#shared/merge/index.ts';
import { documentOf } from '../../../fixtures/random-round.ts';
import { bestSheets, drone, gaming, packageOf, requestOf, smallRound } from './small-round.ts';

const quotas = (most: number): Rules => ({ ...defaultRules, quotas: [{ occupation: drone, most }] });

/** One expert, three applicants of the occupation; what each loses at C02. */
function standing(rules: Rules, points: readonly string[], resolutions: readonly Resolution[] = []) {
  const round = smallRound({ experts: 1, applications: points.length, rules });
  const sheets = points.flatMap((each, index) => bestSheets(round, `a${index + 1}`, { C02: { points: each } }));
  const document = documentOf(round, { expert: 'e1', sequence: 1, recusals: [], sheets });
  return merge({ ...requestOf(round, []), inputs: [packageOf(document, '1')], resolutions });
}

const shortly = ({ result }: ReturnType<typeof standing>) =>
  result.candidates.map(({ outcome, rank, levelsRecommended, reasons }) => [
    outcome,
    rank,
    levelsRecommended.length > 0,
    reasons.map(({ code }) => code).join(),
  ]);

describe('a quota of an occupation', () => {
  it('recommends the best so many; who is beyond it keeps the rank and is told why', () => {
    expect(shortly(standing(quotas(2), ['1.00', '4.00', '3.00']))).toEqual([
      ['not-recommended', 3, false, 'beyond-quota'],
      ['recommended', 1, true, ''],
      ['recommended', 2, true, ''],
    ]);
  });

  it('changes nothing where it is not reached, and nothing for another occupation', () => {
    const free = shortly(standing(defaultRules, ['1.00', '4.00', '3.00']));
    expect(shortly(standing(quotas(3), ['1.00', '4.00', '3.00']))).toEqual(free);
    const elsewhere: Rules = { ...defaultRules, quotas: [{ occupation: gaming, most: 1 }] };
    expect(shortly(standing(elsewhere, ['1.00', '4.00', '3.00']))).toEqual(free);
  });

  it('leaves candidates that share a rank across its edge to the vote, with the place kept for them', () => {
    const tied = standing(quotas(1), ['4.00', '4.00', '1.00']);
    expect(shortly(tied)).toEqual([
      ['pending', null, false, 'quota-tied'],
      ['pending', null, false, 'quota-tied'],
      ['not-recommended', 3, false, 'beyond-quota'],
    ]);
    expect(tied.conflicts.filter(({ kind, resolved }) => kind === 'tie' && !resolved)).toHaveLength(1);
    const order = ['a2', 'a1'].map((application) => ({ application, occupation: drone }));
    const voted = standing(quotas(1), ['4.00', '4.00', '1.00'], [{ kind: 'tie', order, by: 'e1', reason: '评审组表决', sequence: 1 }]);
    expect(shortly(voted).map(([outcome, rank]) => [outcome, rank])).toEqual([
      ['not-recommended', 2],
      ['recommended', 1],
      ['not-recommended', 3],
    ]);
  });

  it('recommends none of them where the rules know no vote', () => {
    const rules = { ...quotas(1), tieBreak: [] };
    expect(shortly(standing(rules, ['4.00', '4.00'])).map(([outcome, rank]) => [outcome, rank])).toEqual([
      ['not-recommended', 1],
      ['not-recommended', 1],
    ]);
  });

  it('is stated once per occupation, and old rules without any still hold', () => {
    const one = { occupation: drone, most: 1 };
    expect(rulesSchema.safeParse({ ...defaultRules, quotas: [one, one] }).success).toBe(false);
    expect(rulesSchema.safeParse({ ...defaultRules, quotas: [{ ...one, most: 0 }] }).success).toBe(false);
    expect(rulesSchema.parse(defaultRules)).toEqual(defaultRules);
  });
});
