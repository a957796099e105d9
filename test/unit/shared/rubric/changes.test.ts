import { describe, expect, it } from 'vitest';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { rubricItemSchema, rubricSchema } from '#shared/domain/rubric.ts';
import { withItems } from '#shared/rubric/changes.ts';
import { itemOfKind, newItem } from '#shared/rubric/new-item.ts';
import { rubricProblems } from '#shared/rubric/problems.ts';
import { ruleNumbers, withRuleNumber } from '#shared/rubric/rule-numbers.ts';

const rubric = rubricSchema.parse(rubricJson);
const items = (change: Partial<(typeof rubric)['items'][number]>, code = 'C01') =>
  rubric.items.map((item) => (item.code === code ? { ...item, ...change } : item));

describe('a rubric beside the one it came from', () => {
  it('is its next version once anything differs, however often, and the same again when nothing does', () => {
    const once = withItems(rubric, items({ max: '9.00' }), rubric);
    const twice = withItems(once, items({ max: '8.00' }), rubric);
    expect([once.version, twice.version]).toEqual([rubric.version + 1, rubric.version + 1]);
    expect(withItems(twice, rubric.items, rubric)).toEqual(rubric);
  });
});

describe('a new item', () => {
  it('has a code of its own and needs only its words, as a gate too', () => {
    const item = { ...newItem(rubric), text: '示例（虚构）', clause: '示例' };
    for (const each of [item, itemOfKind(item, 'gate'), itemOfKind(itemOfKind(item, 'gate'), 'judged')]) {
      expect(rubricItemSchema.parse(each)).toEqual(each);
      expect(rubricProblems({ items: [...rubric.items, each] })).toEqual([]);
    }
  });
});

describe('the numbers of a rule', () => {
  const rules = rubric.items.flatMap(({ code, rule }) => (rule === undefined ? [] : [{ code, rule }]));

  it.each(rules)('of $code are each changed in their own place', ({ rule }) => {
    const all = ruleNumbers(rule);
    expect(all.length).toBeGreaterThan(0);
    for (const [index, { path }] of all.entries()) {
      const changed = withRuleNumber(rule, path, '7.25');
      const after = changed === null ? [] : ruleNumbers(changed);
      expect(after.map(({ value }) => value)).toEqual(all.map(({ value }, at) => (at === index ? '7.25' : value)));
    }
  });

  it('refuse what is no number', () => {
    const [one] = rules;
    const [number] = one === undefined ? [] : ruleNumbers(one.rule);
    expect(one === undefined || number === undefined ? 'none' : withRuleNumber(one.rule, number.path, '七')).toBeNull();
  });
});
