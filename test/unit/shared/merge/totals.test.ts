import { describe, expect, it } from 'vitest';
import { explain } from '#shared/merge/index.ts';
import { normaliser } from '#shared/merge/normalise.ts';
import { fraction, fractionOfDecimal } from '#shared/points/fraction.ts';
import { by, drone, merged, requestOf, smallRound } from './small-round.ts';

describe('totals', () => {
  const lowered = (points: string) => ({ C02: { points } });

  it('drop one highest and one lowest from five experts on, ties in roster order, stages over the same kept experts', () => {
    const four = merged(requestOf(smallRound({ experts: 4 }), ['4.00', '4.00', '4.00', '0.00'].map(lowered))).candidate;
    expect([four.total, four.perExpert.map(({ counted }) => counted)]).toEqual(['99.00', ['kept', 'kept', 'kept', 'kept']]);
    const five = merged(requestOf(smallRound({ experts: 5 }), ['3.00', '4.00', '4.00', '3.00', '2.00'].map(lowered))).candidate;
    expect(five.perExpert.map(({ counted }) => counted)).toEqual(['kept', 'dropped-high', 'kept', 'kept', 'dropped-low']);
    expect([five.total, five.stages]).toEqual(['99.33', { document: '50.00', visit: '30.00', roadshow: '19.33' }]);
    const equal = merged(requestOf(smallRound({ experts: 5 }), [{}, {}, {}, {}, {}])).candidate;
    expect(equal.perExpert.map(({ counted }) => counted)).toEqual(['dropped-high', 'dropped-low', 'kept', 'kept', 'kept']);
  });

  it('round half-up once, when published', () => {
    // 99.50 once in four: 99.875, published as 99.88.
    const half = { A03: { points: '3.50' } };
    expect(merged(requestOf(smallRound({ experts: 4 }), [{}, {}, {}, half])).candidate.total).toBe('99.88');
    // Each stage ends in two thirds: rounded first, they would come to 99.01.
    const thirds = { A03: { points: '3.00' }, B04: { points: '0.00' }, ...lowered('3.00') };
    const three = merged(requestOf(smallRound({ experts: 3 }), [{}, {}, thirds])).candidate;
    expect([three.stages, three.total]).toEqual([{ document: '49.67', visit: '29.67', roadshow: '19.67' }, '99.00']);
  });

  it('explain themselves from the items to the mean', () => {
    const request = requestOf(smallRound({ experts: 3 }), [lowered('4.00'), lowered('3.00'), lowered('1.00')]);
    const explanation = explain(request, { application: 'a1', occupation: drone });
    expect([explanation?.formula, explanation?.total]).toEqual(['(100.00 + 99.00 + 97.00) ÷ 3', '98.67']);
    const first = explanation?.experts[1];
    expect(first?.items.find(({ item }) => item === 'C02')).toEqual({ item: 'C02', levelGroup: null, stage: 'roadshow', points: '3.00' });
    // Of the level group that leads, and no other.
    expect(explanation?.group).toBe('skilled');
    expect(first?.items.filter(({ item }) => item === 'A11').map(({ levelGroup }) => levelGroup)).toEqual(['skilled']);
    expect(explain(request, { application: 'a1', occupation: '没有' })).toBeNull();
  });

  it('need 80.00 and three fifths of every stage, on what is published', () => {
    const round = smallRound({ experts: 1 });
    const roadshow = (points: [string, string, string, string, string]) =>
      Object.fromEntries(points.map((each, index) => [`C0${index + 1}`, { points: each }]));
    const twelve = merged(requestOf(round, [roadshow(['2.00', '3.00', '3.00', '3.00', '1.00'])])).candidate;
    expect([twelve.stages?.roadshow, twelve.outcome]).toEqual(['12.00', 'recommended']);
    const eleven = merged(requestOf(round, [roadshow(['2.00', '3.00', '3.00', '2.00', '1.00'])])).candidate;
    expect([eleven.total, eleven.outcome, eleven.rank]).toEqual(['91.00', 'not-recommended', 1]);
    expect(eleven.reasons).toEqual([{ code: 'stage-below', details: { stage: 'roadshow', points: '11.00', required: '12' } }]);
  });

  it('flag an expert further than 15 % from the mean of the others, until a reason is written', () => {
    const just = { C01: { points: '0.00' }, C02: { points: '0.00' }, C03: { points: '0.00' }, C04: { points: '2.00' } };
    expect(merged(requestOf(smallRound({ experts: 3 }), [{}, {}, just])).open).toEqual([]);
    expect(merged(requestOf(smallRound({ experts: 3 }), [{}, {}, { ...just, C04: { points: '1.00' } }])).open).toEqual(['deviation  e3']);
    const far = Object.fromEntries(['C01', 'C02', 'C03', 'C04', 'C05'].map((item) => [item, { points: '0.00' }]));
    const request = requestOf(smallRound({ experts: 3 }), [{}, {}, far]);
    expect(merged(request).open).toEqual(['deviation  e3']);
    const explained = merged({
      ...request,
      resolutions: [{ kind: 'deviation', application: 'a1', occupation: drone, expert: 'e3', ...by }],
    });
    expect([explained.open, explained.candidate.reasons]).toEqual([[], []]);
  });
});

describe('z-scores', () => {
  it('put a strict and a mild expert on one scale', () => {
    const given = (expert: string, ...totals: string[]) => totals.map((total) => ({ expert, total: fractionOfDecimal(total) }));
    // Both see the same order and the same distances in their own measure.
    const totals = [...given('strict', '60', '70', '80'), ...given('mild', '85', '90', '95')];
    const numbers = totals
      .map(normaliser(totals, fraction(100n)))
      .map(({ numerator, denominator }) => Number(numerator) / Number(denominator));
    for (const index of [0, 1, 2]) {
      expect(numbers[index]).toBeCloseTo(numbers[index + 3] ?? Number.NaN, 9);
    }
    expect(numbers[1]).toBeCloseTo(80, 9);
    expect(numbers[0]).toBeCloseTo(80 - Math.sqrt(141.666_666_666_7) * Math.sqrt(1.5), 6);
  });
});
