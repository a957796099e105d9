import { describe, expect, it } from 'vitest';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import { rubricSchema } from '#shared/domain/rubric.ts';
import { ruleExample } from '#shared/merge/index.ts';

const rubric = rubricSchema.parse(rubricJson);
const example = (change: Partial<Rules>) => ruleExample({ ...defaultRules, ...change }, rubric);
const { aggregate } = defaultRules;

describe('the worked example of the rules', () => {
  it('drops the highest and the lowest of five by the default rule, and says so in the mean', () => {
    const { experts, formula, total } = example({}).aggregate;
    expect(experts.map(({ total: own, counted }) => `${own} ${counted}`)).toEqual([
      '86.00 kept',
      '92.00 kept',
      '66.00 dropped-low',
      '88.00 kept',
      '97.00 dropped-high',
    ]);
    expect({ formula, total }).toEqual({ formula: '(86.00 + 92.00 + 88.00) ÷ 3', total: '88.67' });
  });

  it.each([
    ['mean', 'total', '85.80'],
    ['median', 'total', '88.00'],
    ['trimmed', 'item', '88.67'],
    ['mean', 'stage', '85.80'],
    ['median', 'stage', '88.00'],
  ] as const)('is counted by %s, %s', (method, by, total) => {
    expect(example({ aggregate: { ...aggregate, method, by } }).aggregate.total).toBe(total);
  });

  it('drops stage by stage where the rule says so, and spells out one mean a stage', () => {
    const { experts, formula, total } = example({ aggregate: { ...aggregate, by: 'stage' } }).aggregate;
    expect(experts.map(({ stagesCounted }) => Object.values(stagesCounted ?? {}).join(' '))).toEqual([
      'kept kept kept',
      'kept kept kept',
      'dropped-low dropped-low dropped-low',
      'kept kept kept',
      'dropped-high dropped-high dropped-high',
    ]);
    expect({ formula, total }).toEqual({
      formula: '(43.00 + 46.00 + 44.00) ÷ 3 + (25.80 + 27.60 + 26.40) ÷ 3 + (17.20 + 18.40 + 17.60) ÷ 3',
      total: '88.67',
    });
  });

  it('normalises for z-scores, and has as many experts as are needed for trimming', () => {
    const scored = example({ aggregate: { ...aggregate, method: 'z-score' } }).aggregate;
    expect(scored.total).not.toBe('85.80');
    expect(scored.experts.every(({ counted }) => counted === 'kept')).toBe(true);
    expect(example({ aggregate: { ...aggregate, minExperts: 8 } }).aggregate.experts).toHaveLength(8);
  });

  it('fails the second candidate by its roadshow or by its total, as the lines are drawn', () => {
    expect(example({}).pass).toMatchObject({
      outcome: 'not-recommended',
      reasons: [{ code: 'stage-below', details: { stage: 'roadshow' } }],
    });
    expect(example({ pass: { total: '80.00', stageShare: '0.5' } }).pass.outcome).toBe('recommended');
    expect(example({ pass: { total: '95.00', stageShare: '0.5' } }).pass.reasons).toMatchObject([{ code: 'total-below' }]);
  });

  it('orders two equal totals by the first step that tells them apart', () => {
    const [third, fourth] = example({}).tie;
    expect(third?.total).toBe(fourth?.total);
    expect(third?.compared[0]).not.toBe(fourth?.compared[0]);
    expect((fourth?.rank ?? 0) < (third?.rank ?? 0)).toBe(true);
    const byDocuments = example({ tieBreak: [{ by: 'stage', stage: 'document' }] }).tie;
    expect((byDocuments[0]?.rank ?? 0) < (byDocuments[1]?.rank ?? 0)).toBe(true);
    const byVote = example({ tieBreak: [{ by: 'vote' }] }).tie;
    expect(byVote.map(({ compared }) => compared)).toEqual([[null], [null]]);
    expect(byVote[0]?.rank).toBe(byVote[1]?.rank);
  });

  it('says who deviates: 66.00 is 27.27 % below the mean of the others, 90.75', () => {
    const far = example({}).deviation.filter(({ deviates }) => deviates);
    expect(far).toMatchObject([
      { total: '66.00', others: '90.75', percent: '27.27' },
      { total: '97.00', others: '83.00', percent: '16.87' },
    ]);
    expect(example({ deviation: { share: '0.3' } }).deviation.some(({ deviates }) => deviates)).toBe(false);
  });
});
