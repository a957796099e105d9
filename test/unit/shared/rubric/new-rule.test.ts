import { describe, expect, it } from 'vitest';
import { ruleSchema } from '#shared/domain/rubric.ts';
import { formatPoints } from '#shared/points/hundredths.ts';
import { exampleValue, inOrder, newRule, rowsOf, ruleKinds, withoutRow, withRow } from '#shared/rubric/new-rule.ts';
import { highestPoints } from '#shared/rubric/highest-points.ts';
import { itemOfKind, newItem } from '#shared/rubric/new-item.ts';
import { rubricProblems } from '#shared/rubric/problems.ts';
import { scoreAnswer } from '#shared/scoring/score-answer.ts';

const blank = { points: null, verdict: null, comment: '', evidence: [] };

describe('a rule to begin with', () => {
  it.each(ruleKinds)('of the kind %s is one, gives the points of its item, and its example scores', (kind) => {
    const rule = newRule(kind, '3.00');
    expect(ruleSchema.parse(rule)).toEqual(rule);
    expect(formatPoints(highestPoints(rule) ?? 0n)).toBe('3.00');
    const item = { ...itemOfKind(newItem({ items: [] }), 'measured'), max: '3.00', rule };
    expect(rubricProblems({ items: [item] })).toEqual([]);
    const scored = scoreAnswer(item, { ...blank, value: exampleValue(rule) });
    expect(scored.ok && scored.value.answer.points).toBe('3.00');
  });

  it.each(['bands', 'linear', 'checklist', 'choice'] as const)('of the kind %s takes a row and gives it up again', (kind) => {
    const rule = newRule(kind, '3.00');
    const [before, longer] = [rowsOf(rule), withRow(rule)];
    expect(rowsOf(longer)?.count).toBe((before?.count ?? 0) + 1);
    expect(ruleSchema.safeParse(longer).success).toBe(true);
    expect(withoutRow(longer, before?.count ?? 0)).toEqual(rule);
  });

  it('reads bands from the highest down and knots from the lowest up, in whatever order they were written', () => {
    const rule = withRow(newRule('bands', '3.00'));
    const turned = rule.kind === 'bands' ? { ...rule, bands: rule.bands.toReversed() } : rule;
    expect(inOrder(turned)).toEqual(rule);
  });
});
