import { describe, expect, it } from 'vitest';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import catalogueJson from '#assets/catalogue/occupations-2022.json' with { type: 'json' };
import { catalogueEntrySchema, rubricSchema } from '#shared/domain/rubric.ts';
import type { MeasuredValue } from '#shared/domain/sheet.ts';
import { formatPoints, parsePoints, sumOfPoints } from '#shared/points/hundredths.ts';
import { applyRule } from '#shared/points/rules/index.ts';
import { gateVerdict, triggeredGate } from '#shared/scoring/index.ts';
import { expectedItems } from './rubric-table.ts';

const rubric = rubricSchema.parse(rubricJson);
const itemOf = (code: string) => {
  const item = rubric.items.find((each) => each.code === code);
  if (item === undefined) {
    throw new Error(`no item ${code}`);
  }
  return item;
};
const n = (number: string): MeasuredValue => ({ kind: 'number', number });
const r = (count: string, of: string): MeasuredValue => ({ kind: 'ratio', count, of });
const t = (...ticked: string[]): MeasuredValue => ({ kind: 'checklist', ticked });
const c = (choice: string): MeasuredValue => ({ kind: 'choice', choice });
const office = ['office', 'communication', 'computer', 'printer', 'system'];
const b01 = (area: string, ...ticked: string[]): MeasuredValue => ({
  kind: 'parts',
  parts: { area: { kind: 'number', number: area }, equipment: { kind: 'checklist', ticked } },
});
const director = ['director-education', 'director-qualification', 'director-experience', 'director-policy'];
const deputy = ['deputy-education', 'deputy-qualification', 'deputy-experience', 'deputy-policy'];
const regulation: [MeasuredValue, string][] = [
  [c('complete'), '1.00'],
  [c('partial'), '0.50'],
  [c('none'), '0.00'],
];
const oneByOne: [MeasuredValue, string][] = [
  [n('1'), '1.00'],
  [n('2'), '1.00'],
  [n('0'), '0.00'],
];

/** Every rule at its threshold, one below, one above and at zero: value, points, and the gate's verdict where it has one. */
const cases: Record<string, [MeasuredValue, string, ('met' | 'not-met')?][]> = {
  A01: [
    [r('10000', '10000'), '2.40'],
    [r('9999', '10000'), '0.00'],
    [r('10001', '10000'), '2.40'],
    [r('15000', '10000'), '3.20'],
    [r('20000', '10000'), '4.00'],
    [r('19999', '10000'), '4.00'],
    [r('19900', '10000'), '3.98'],
    [r('50000', '10000'), '4.00'],
    [r('0', '10000'), '0.00'],
  ],
  A02: [
    [t('founding', 'funding', 'assets', 'scale'), '2.00'],
    [t('founding', 'funding', 'scale'), '1.50'],
    [t(), '0.00'],
  ],
  A04: [
    [t(...director, ...deputy), '4.00'],
    [t(...director), '2.00'],
    [t(...director, ...deputy.slice(1)), '3.50'],
    [t(), '0.00'],
  ],
  A05: [
    [t('education', 'qualification', 'experience', 'policy'), '2.00'],
    [t('education', 'qualification', 'experience'), '1.50'],
    [t(), '0.00'],
  ],
  A06: [
    [n('2'), '2.00'],
    [n('1'), '1.00'],
    [n('3'), '2.00'],
    [n('0'), '0.00'],
  ],
  A07: oneByOne,
  A08: oneByOne,
  A09: oneByOne,
  A10: [
    [t('person', 'qualification'), '1.00'],
    [t('person'), '0.50'],
    [t(), '0.00'],
  ],
  A11: [
    [n('20'), '5.00', 'met'],
    [n('19'), '4.75', 'not-met'],
    [n('21'), '5.00', 'met'],
    [n('0'), '0.00', 'not-met'],
  ],
  A12: [
    [n('10'), '5.00', 'met'],
    [n('9'), '4.50', 'not-met'],
    [n('11'), '5.00', 'met'],
    [n('0'), '0.00', 'not-met'],
  ],
  A13: [
    [n('3'), '1.00', 'met'],
    [n('2'), '0.00', 'not-met'],
    [n('4'), '1.00', 'met'],
    [n('0'), '0.00', 'not-met'],
  ],
  A14: oneByOne,
  A15: regulation,
  A16: regulation,
  A17: regulation,
  A18: regulation,
  A19: regulation,
  A20: regulation,
  A21: regulation,
  A22: regulation,
  A23: regulation,
  A24: [
    [c('complete'), '2.00'],
    [c('substitute'), '1.00'],
    [c('none'), '0.00'],
  ],
  A25: [
    [c('present'), '1.00'],
    [c('none'), '0.00'],
  ],
  A26: [
    [r('5', '5'), '4.00'],
    [r('4', '5'), '3.20'],
    [r('1', '3'), '1.33'],
    [r('0', '5'), '0.00'],
  ],
  B01: [
    [b01('30', ...office), '3.00'],
    [b01('29', ...office), '2.93'],
    [b01('31', ...office), '3.00'],
    [b01('15', 'printer'), '1.20'],
    [b01('0'), '0.00'],
  ],
  B02: [
    [n('60'), '3.00', 'met'],
    [n('59'), '0.00', 'not-met'],
    [n('59.99'), '0.00', 'not-met'],
    [n('61'), '3.00', 'met'],
    [n('0'), '0.00', 'not-met'],
  ],
  B03: [
    [n('30'), '2.00', 'met'],
    [n('29'), '0.00', 'not-met'],
    [n('31'), '2.00', 'met'],
    [n('0'), '0.00', 'not-met'],
  ],
  B05: [
    [n('20'), '4.00', 'met'],
    [n('19'), '3.80', 'not-met'],
    [n('21'), '4.00', 'met'],
    [n('0'), '0.00', 'not-met'],
  ],
  B06: [
    [n('3'), '1.00'],
    [n('2'), '0.00'],
    [n('4'), '1.00'],
    [n('0'), '0.00'],
  ],
  B07: [
    [r('12', '12'), '5.00'],
    [r('11', '12'), '4.58'],
    [r('0', '12'), '0.00'],
  ],
  B08: [
    [r('8', '8'), '1.00'],
    [r('7', '8'), '0.88'],
    [r('0', '8'), '0.00'],
  ],
  B09: [
    [r('4', '4'), '2.00', 'met'],
    [r('3', '4'), '1.50', 'not-met'],
    [r('0', '4'), '0.00', 'not-met'],
  ],
  B11: [
    [t('environment', 'labour', 'safety', 'fire'), '3.00', 'met'],
    [t('environment', 'labour', 'safety'), '2.25', 'not-met'],
    [t('fire'), '0.75', 'met'],
    [t(), '0.00', 'not-met'],
  ],
  B12: [
    [r('9', '10'), '3.00'],
    [r('89', '100'), '2.67'],
    [r('10', '10'), '3.00'],
    [r('12', '16'), '2.25'],
    [r('6', '10'), '1.80'],
    [r('59', '100'), '0.00'],
    [r('0', '10'), '0.00'],
  ],
};

describe('the rubric of Wenzhou 2022', () => {
  it('is stored as it is parsed, so that its hash does not depend on defaults', () => {
    expect(rubric).toEqual(rubricJson);
  });

  it('has ten gates without points and 44 scored items with 50 + 30 + 20 = 100', () => {
    const gates = rubric.items.filter((item) => item.kind === 'gate');
    const scored = rubric.items.filter((item) => item.kind !== 'gate');
    const sumOf = (stage: string) =>
      formatPoints(sumOfPoints(scored.filter((item) => item.stage === stage).map((item) => parsePoints(item.max))));
    expect([gates.length, scored.length]).toEqual([10, 44]);
    expect(gates.every((item) => item.max === '0.00' && item.gate !== undefined && item.gate.failsWhen === undefined)).toBe(true);
    expect([sumOf('document'), sumOf('visit'), sumOf('roadshow')]).toEqual(['50.00', '30.00', '20.00']);
    expect(formatPoints(sumOfPoints(rubric.items.map((item) => parsePoints(item.max))))).toBe('100.00');
  });

  it('has the codes, stages, scopes, maxima, gates and clauses of the notice', () => {
    expect(rubric.items.map((item) => [item.code, item.stage, item.scope, item.max, item.gate?.type ?? '', item.clause].join('|'))).toEqual(
      expectedItems,
    );
  });

  it('gives every measured item a rule and every judged item a step and anchors from its maximum down to zero', () => {
    for (const item of rubric.items) {
      expect(item.rule !== undefined, item.code).toBe(item.kind === 'measured');
      expect(item.step !== undefined && item.anchors !== undefined, item.code).toBe(item.kind === 'judged');
      if (item.kind === 'judged') {
        expect([item.anchors?.at(0)?.points, item.anchors?.at(-1)?.points], item.code).toEqual([item.max, '0.00']);
        const points = (item.anchors ?? []).map((anchor) => parsePoints(anchor.points));
        expect(points).toEqual(points.toSorted((left, right) => (left < right ? 1 : -1)));
        expect(points.every((each) => each % parsePoints(item.step ?? '') === 0n)).toBe(true);
      }
    }
  });

  it('tries every measured item at its threshold, one below, one above and at zero', () => {
    expect(Object.keys(cases)).toEqual(rubric.items.filter((item) => item.kind === 'measured').map((item) => item.code));
  });

  it.each(Object.entries(cases))('gives the points and the gate verdict of %s', (code, tries) => {
    const item = itemOf(code);
    if (item.rule === undefined) {
      throw new Error(`no rule ${code}`);
    }
    for (const [value, points, verdict] of tries) {
      const applied = applyRule(item.rule, value);
      expect(applied.ok ? formatPoints(applied.value) : applied.refusal, `${code} ${JSON.stringify(value)}`).toBe(points);
      expect(gateVerdict(item, value), `${code} ${JSON.stringify(value)}`).toBe(verdict ?? null);
    }
    const highest = tries.map(([, points]) => parsePoints(points)).reduce((left, right) => (left > right ? left : right));
    expect(formatPoints(highest)).toBe(item.max);
  });

  it('brings G09 to the vote when fewer than 60 % of the spot checks agree', () => {
    expect(triggeredGate(itemOf('B12'), r('59', '100'))).toBe('G09');
    expect(triggeredGate(itemOf('B12'), r('60', '100'))).toBeNull();
    expect(itemOf('G09').gate).toEqual({ type: 'panel' });
  });

  it('asks for nothing twice: box and option codes are unique within an item', () => {
    for (const item of rubric.items) {
      const codes = [...JSON.stringify(item.rule ?? {}).matchAll(/"code":"([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(codes).size, item.code).toBe(codes.length);
    }
  });
});

describe('the catalogue of occupations', () => {
  const catalogue = catalogueEntrySchema.array().parse(catalogueJson);

  it('lists the 59 occupations of 附件1 in order, each once', () => {
    expect(catalogue.map((entry) => entry.number)).toEqual(Array.from({ length: 59 }, (_, index) => index + 1));
    expect(new Set(catalogue.map((entry) => entry.name)).size).toBe(59);
    expect([catalogue[0]?.name, catalogue[18]?.name, catalogue[58]?.name]).toEqual([
      '电子竞技运营师',
      '互联网营销师',
      '城市轨道交通检修工',
    ]);
  });

  it('says 已颁布国家标准 for the first 33 and 列入国标开发计划 for the rest', () => {
    expect(catalogue.map((entry) => entry.remark)).toEqual([
      ...Array.from({ length: 33 }, () => '已颁布国家标准'),
      ...Array.from({ length: 26 }, () => '列入国标开发计划'),
    ]);
  });

  it('knows a code of the 2022 classification for all but number 14, which it does not have', () => {
    expect(catalogue.filter((entry) => entry.code === null).map((entry) => entry.number)).toEqual([14]);
    expect(catalogue.every((entry) => entry.code === null || /^\d-\d\d-\d\d-\d\d$/.test(entry.code))).toBe(true);
  });
});
