import type { Rules } from '../domain/round.ts';
import type { Rubric, RubricItem } from '../domain/rubric.ts';
import { formatPoints, parsePoints, sumOfPoints } from '../points/hundredths.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { highestPoints } from './highest-points.ts';

/** What is wrong, and with which item; null where it is the rubric's as a whole. */
export type RubricProblem = { readonly item: string | null; readonly refusal: Refusal };

/**
 * What a schema can't say of a rubric (design.md §6): codes unique, references that lead somewhere, and points that agree with the rule,
 * the step and the anchors they belong to. In the rubric's order; empty when it can be signed.
 */
export function rubricProblems({ items }: Pick<Rubric, 'items'>): RubricProblem[] {
  const codes = new Set(items.map(({ code }) => code));
  return items.flatMap((item, index) => {
    const { code } = item;
    const refusals = [
      ...(items.findIndex((other) => other.code === code) < index ? [problem('rubric/code-twice', item)] : []),
      ...(item.triggers !== undefined && !codes.has(item.triggers.item)
        ? [problem('rubric/item-unknown', item, { other: item.triggers.item })]
        : []),
      ...problemsOfKind(item),
    ];
    return refusals.map((refusal) => ({ item: code, refusal }));
  });
}

/** What is wrong with the rules beside their rubric; empty when they can be signed. */
export function rulesProblems(rules: Rules, { items }: Pick<Rubric, 'items'>): Refusal[] {
  const max = sumOfPoints(items.map((item) => parsePoints(item.max)));
  const { method, minExperts, dropHighest, dropLowest } = rules.aggregate;
  const drops = dropHighest + dropLowest;
  const categories = new Set(items.map(({ category }) => category));
  const vote = rules.tieBreak.findIndex(({ by }) => by === 'vote');
  return [
    ...(parsePoints(rules.pass.total) > max
      ? [{ code: 'rules/total-above-rubric' as const, details: { total: rules.pass.total, max: formatPoints(max) } }]
      : []),
    ...(method === 'trimmed' && drops >= minExperts ? [{ code: 'rules/drops-everyone' as const, details: { drops, minExperts } }] : []),
    ...rules.tieBreak.flatMap((tieBreak) =>
      tieBreak.by === 'category' && !categories.has(tieBreak.category)
        ? [{ code: 'rules/category-unknown' as const, details: { category: tieBreak.category } }]
        : [],
    ),
    ...(vote >= 0 && vote < rules.tieBreak.length - 1 ? [{ code: 'rules/after-vote' as const, details: {} }] : []),
  ];
}

function problemsOfKind(item: RubricItem): Refusal[] {
  switch (item.kind) {
    case 'gate':
      return [
        ...(parsePoints(item.max) > 0n ? [problem('rubric/gate-with-points', item)] : []),
        ...(item.gate === undefined ? [problem('rubric/gate-missing', item)] : []),
      ];
    case 'measured':
      return [...worthNothing(item), ...problemsOfRule(item)];
    case 'judged':
      return [...worthNothing(item), ...problemsOfStep(item), ...problemsOfAnchors(item)];
  }
}

function worthNothing(item: RubricItem): Refusal[] {
  return parsePoints(item.max) === 0n ? [problem('rubric/worth-nothing', item)] : [];
}

function problemsOfRule(item: RubricItem): Refusal[] {
  if (item.rule === undefined) {
    return [problem('rubric/rule-missing', item)];
  }
  const highest = highestPoints(item.rule);
  if (highest === null) {
    return [problem('rubric/rule-endless', item, { max: item.max })];
  }
  return highest === parsePoints(item.max) ? [] : [problem('rubric/rule-maximum', item, { max: item.max, highest: formatPoints(highest) })];
}

function problemsOfStep(item: RubricItem): Refusal[] {
  if (item.step === undefined || parsePoints(item.step) === 0n) {
    return [problem('rubric/step-missing', item)];
  }
  return parsePoints(item.max) % parsePoints(item.step) === 0n
    ? []
    : [problem('rubric/maximum-off-step', item, { max: item.max, step: item.step })];
}

function problemsOfAnchors(item: RubricItem): Refusal[] {
  const above = item.anchors?.find(({ points }) => parsePoints(points) > parsePoints(item.max));
  return above === undefined ? [] : [problem('rubric/anchor-above-maximum', item, { points: above.points, max: item.max })];
}

function problem(code: Refusal['code'], { code: item }: RubricItem, details: Refusal['details'] = {}): Refusal {
  return { code, details: { item, ...details } };
}
