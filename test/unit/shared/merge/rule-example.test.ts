import { describe, expect, it } from 'vitest';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import { rubricSchema } from '#shared/domain/rubric.ts';
import { merge, ruleExample } from '#shared/merge/index.ts';
import { exampleRequest } from '#shared/merge/rule-example.ts';
import { scoreDocumentSchema } from '#shared/packages/documents.ts';

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

  it('compares each expert with the mean of the others, by name and in roster order', () => {
    expect(example({}).deviation).toEqual([
      { name: '1', total: '86.00', others: '85.75', percent: '0.29', deviates: false },
      { name: '2', total: '92.00', others: '84.25', percent: '9.20', deviates: false },
      { name: '3', total: '66.00', others: '90.75', percent: '27.27', deviates: true },
      { name: '4', total: '88.00', others: '85.25', percent: '3.23', deviates: false },
      { name: '5', total: '97.00', others: '83.00', percent: '16.87', deviates: true },
    ]);
  });

  it('shows two equal totals, one point apart between documents and visit, step by step', () => {
    const tieBreak = [
      { by: 'stage' as const, stage: 'roadshow' as const },
      { by: 'category' as const, category: '没有' },
      { by: 'stage' as const, stage: 'document' as const },
      { by: 'stage' as const, stage: 'visit' as const },
      { by: 'vote' as const },
    ];
    // 84, 85, 86, 87 and 84 % of everything: without the highest and the first of the lowest 85 %.
    const [third, fourth] = example({ tieBreak }).tie;
    expect([third, fourth]).toEqual([
      { name: '丙', total: '85.00', compared: ['17.00', '0.00', '42.50', '25.50', null], rank: 2 },
      { name: '丁', total: '85.00', compared: ['17.00', '0.00', '41.50', '26.50', null], rank: 3 },
    ]);
  });

  it('has one item for each stage and category that carries points, worth what these are worth together', () => {
    const { experts } = example({}).aggregate;
    const worth = Map.groupBy(
      rubric.items.filter(({ max }) => max !== '0.00'),
      ({ stage, category }) => `${stage} ${category}`,
    );
    for (const { items } of experts) {
      expect(items.map(({ stage }) => stage)).toEqual([...worth.values()].map(([first]) => first?.stage));
    }
    // 甲's first expert gives 86 % of everything.
    expect(experts[0]?.items.map(({ points }) => points)).toEqual(
      [...worth.values()].map((group) => (group.reduce((sum, { max }) => sum + Number(max), 0) * 0.86).toFixed(2)),
    );
    expect(experts.map(({ expert, name }) => [expert, name])).toEqual(['1', '2', '3', '4', '5'].map((each) => [`e${each}`, each]));
  });

  it('is made of a practice round and of scores that hold as documents', () => {
    const request = exampleRequest({ ...defaultRules, aggregate: { ...aggregate, minExperts: 7 } }, rubric);
    const { practice, panel, assignments, applications } = request.round;
    expect([
      practice,
      panel.map(({ role }) => role),
      assignments.length,
      applications.map(({ applicant }) => applicant.name).join(''),
    ]).toEqual([true, ['chair', ...Array.from({ length: 6 }, () => 'expert')], 28, '甲乙丙丁']);
    expect(request.inputs.map(({ document }) => scoreDocumentSchema.safeParse(document).success)).toEqual(request.inputs.map(() => true));
    expect(merge(request).result.setAside).toEqual([]);
  });

  it('holds for a rubric without a visit, too, and gives no percentage of nothing', () => {
    const documents = { items: rubric.items.filter(({ stage }) => stage === 'document') };
    expect(ruleExample(defaultRules, documents).aggregate.total).toBe('44.33');
    const none = { items: rubric.items.filter(({ kind }) => kind === 'gate') };
    expect(ruleExample(defaultRules, none).deviation.map(({ percent }) => percent)).toEqual(Array(5).fill('0.00'));
  });
});
