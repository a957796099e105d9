import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '#shared/domain/rubric.ts';
import type { MeasuredValue } from '#shared/domain/sheet.ts';
import { parsePoints } from '#shared/points/hundredths.ts';
import { applyRule, explainRule } from '#shared/points/rules/index.ts';
import { codeOf, valueOf } from '../../../fixtures/packages/value-of.ts';

const n = (number: string): MeasuredValue => ({ kind: 'number', number });
const r = (count: string, of: string): MeasuredValue => ({ kind: 'ratio', count, of });
const threshold: Rule = { kind: 'threshold', atLeast: '60', points: '3.00', otherwise: '0.00', unit: '㎡' };
const share: Rule = { kind: 'proportional', full: '1', points: '5.00', unit: '项', value: 'ratio' };
const perUnit: Rule = { kind: 'per-unit', each: '1.00', cap: '2.00', unit: '人' };
const linear: Rule = {
  kind: 'linear',
  knots: [
    { at: '1', points: '2.40' },
    { at: '2', points: '4.00' },
  ],
  unit: '倍',
  value: 'ratio',
};
const boxes: Rule = {
  kind: 'checklist',
  boxes: [
    { code: 'a', text: '', points: '0.50' },
    { code: 'b', text: '', points: '0.75' },
  ],
};
const options: Rule = {
  kind: 'choice',
  options: [
    { code: 'yes', text: '', points: '1.00' },
    { code: 'no', text: '', points: '0.00' },
  ],
};
const parts: Rule = {
  kind: 'parts',
  parts: [
    { code: 'area', text: '面积', rule: { kind: 'threshold', atLeast: '30', points: '2.00', otherwise: '0.00', unit: '㎡' } },
    { code: 'there', text: '设备', rule: boxes },
  ],
};

describe('a rule', () => {
  it('refuses a value of another kind than it reads', () => {
    const refusedAll = [
      applyRule(threshold, r('1', '2')),
      applyRule(share, n('1')),
      applyRule(perUnit, { kind: 'choice', choice: 'yes' }),
      applyRule(linear, n('1')),
      applyRule(boxes, n('1')),
      applyRule(options, { kind: 'checklist', ticked: [] }),
      applyRule(parts, n('1')),
    ];
    expect(refusedAll.map(codeOf)).toEqual(refusedAll.map(() => 'sheet/value-kind'));
  });

  it('refuses what can not have been measured', () => {
    expect(codeOf(applyRule(threshold, n('-0.5')))).toBe('sheet/value-negative');
    expect(codeOf(applyRule(share, r('-1', '5')))).toBe('sheet/value-negative');
    expect(codeOf(applyRule(share, r('1', '-5')))).toBe('sheet/value-negative');
    expect(codeOf(applyRule(share, r('0', '0')))).toBe('sheet/ratio-of-nothing');
    expect(codeOf(applyRule(share, r('6', '5')))).toBe('sheet/ratio-above-one');
    expect(codeOf(applyRule(perUnit, n('1.5')))).toBe('sheet/value-not-whole');
    expect(codeOf(applyRule(linear, r('35000', '10000')))).toBe('ok');
  });

  it('refuses unknown and repeated options', () => {
    expect(codeOf(applyRule(boxes, { kind: 'checklist', ticked: ['c'] }))).toBe('sheet/option-unknown');
    expect(codeOf(applyRule(boxes, { kind: 'checklist', ticked: ['a', 'a'] }))).toBe('sheet/option-twice');
    expect(codeOf(applyRule(options, { kind: 'choice', choice: 'constructor' }))).toBe('sheet/option-unknown');
  });

  it('gives nothing for half of an answer, and nothing for a part that it does not have', () => {
    const area = { kind: 'number', number: '30' } as const;
    expect(codeOf(applyRule(parts, { kind: 'parts', parts: { area } }))).toBe('sheet/part-missing');
    const there = { kind: 'checklist' as const, ticked: [] };
    expect(codeOf(applyRule(parts, { kind: 'parts', parts: { area, there, more: area } }))).toBe('sheet/part-unknown');
    expect(valueOf(applyRule(parts, { kind: 'parts', parts: { area, there } }))).toBe(200n);
  });

  it('says why: the value, the threshold and whether it was reached', () => {
    expect(valueOf(explainRule(threshold, n('62.4')))).toEqual({
      kind: 'threshold',
      found: { kind: 'number', number: '62.4' },
      unit: '㎡',
      atLeast: '60',
      reached: true,
      points: '3.00',
    });
    expect(valueOf(explainRule(linear, r('15000', '10000')))).toMatchObject({
      from: { at: '1', points: '2.40' },
      to: { at: '2', points: '4.00' },
      points: '3.20',
    });
  });

  it('never gives less for more, nor more than its maximum', () => {
    const bands: Rule = {
      kind: 'bands',
      bands: [
        { from: '0.9', points: '3.00' },
        { from: '0.6', perOne: '3.00' },
        { from: '0', points: '0.00' },
      ],
      unit: '项',
      value: 'ratio',
    };
    const count = fc.integer({ min: 0, max: 400 });
    for (const [rule, max] of [
      [share, '5.00'],
      [bands, '3.00'],
    ] as const) {
      fc.assert(
        fc.property(count, count, (one, other) => {
          const [less, more] = [Math.min(one, other), Math.max(one, other)].map((each) => valueOf(applyRule(rule, r(String(each), '400'))));
          expect((less ?? 0n) <= (more ?? 0n) && (more ?? 0n) <= parsePoints(max)).toBe(true);
        }),
      );
    }
  });
});
