import { expect, it } from 'vitest';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { rubricSchema, type SimpleRule } from '#shared/domain/rubric.ts';
import type { MeasuredValue, SimpleValue } from '#shared/domain/sheet.ts';
import { describeValue } from '../../../../renderer/parts/describe-answer.ts';

const rubric = rubricSchema.parse(rubricJson);
const item = (code: string) => rubric.items.find((one) => one.code === code);

it('a measured value is said with its unit, what was ticked and chosen in the words of the rubric', () => {
  const value: MeasuredValue = {
    kind: 'parts',
    parts: { area: { kind: 'number', number: '62.4' }, equipment: { kind: 'checklist', ticked: ['office', 'computer'] } },
  };
  expect(describeValue(item('B01'), value)).toBe(
    '办公用房实测面积（不足30平方米按比例） 62.4 ㎡；办公设备到位情况 办公设备到位、计算机到位',
  );
  expect(describeValue(item('B01'), { kind: 'parts', parts: { equipment: { kind: 'checklist', ticked: [] } } })).toBe('办公设备到位情况 –');
  expect(describeValue(undefined, { kind: 'ratio', count: '17', of: '20' })).toBe('17/20');
});

/** Every code that a value of the rubric can hold, with its words. */
const known = rubric.items.flatMap((one) => {
  const rules = one.rule === undefined ? [] : one.rule.kind === 'parts' ? one.rule.parts.map(({ rule }) => rule) : [one.rule];
  return rules.flatMap((rule): { rule: SimpleRule; box: { code: string; text: string }; value: SimpleValue }[] =>
    rule.kind === 'checklist'
      ? rule.boxes.map((box) => ({ rule, box, value: { kind: 'checklist', ticked: [box.code] } }))
      : rule.kind === 'choice'
        ? rule.options.map((box) => ({ rule, box, value: { kind: 'choice', choice: box.code } }))
        : [],
  );
});

it.each(known)('no code is shown for $box.code', ({ rule, box, value }) => {
  expect(describeValue({ rule }, value)).toBe(box.text);
});
