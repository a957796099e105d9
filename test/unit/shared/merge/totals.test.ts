import { describe, expect, it } from 'vitest';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import { explain, merge } from '#shared/merge/index.ts';
import { normaliser } from '#shared/merge/normalise.ts';
import { fraction, fractionOfDecimal } from '#shared/points/fraction.ts';
import { documentOf } from '../../../fixtures/random-round.ts';
import { bestSheets, by, drone, merged, packageOf, requestOf, smallRound } from './small-round.ts';

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

  const exactly = (text: string) => fractionOfDecimal(text);
  const given = (expert: string, ...totals: string[]) => totals.map((total) => ({ expert, total: exactly(total) }));

  it('leave every total as it is where there is nothing to measure by', () => {
    expect(normaliser([], fraction(100n))({ expert: 'e1', total: exactly('63.25') })).toEqual(exactly('63.25'));
  });

  it('give the mean of all to whom tells candidates apart in nothing, and to whom is not on the scale', () => {
    const normalised = normaliser([...given('flat', '70', '70'), ...given('keen', '60', '100')], fraction(100n));
    expect(normalised({ expert: 'flat', total: exactly('70') })).toEqual(exactly('75'));
    expect(normalised({ expert: 'flat', total: exactly('12') })).toEqual(exactly('75'));
    expect(normalised({ expert: 'nobody', total: exactly('12') })).toEqual(exactly('75'));
  });

  it('stay between nothing and all points', () => {
    const normalised = normaliser([...given('narrow', '50', '51'), ...given('wide', '0', '100')], fraction(100n));
    expect(normalised({ expert: 'narrow', total: exactly('40') })).toEqual(exactly('0'));
    expect(normalised({ expert: 'narrow', total: exactly('60') })).toEqual(exactly('100'));
  });

  it('are exact where the square root is: half the distance for twice the spread', () => {
    // All: mean 50, variance 250; near: deviation 10, far: 20; √2.5 and √0.625 go on for ever, so their squares are looked at.
    const scale = [...given('near', '40', '60'), ...given('far', '30', '70')];
    const normalised = normaliser(scale, fraction(100n));
    const distance = (expert: string, total: string) => {
      const { numerator, denominator } = normalised({ expert, total: exactly(total) });
      return Number(numerator) / Number(denominator) - 50;
    };
    expect(distance('near', '60')).toBeCloseTo(Math.sqrt(250), 9);
    expect(distance('far', '60')).toBeCloseTo(Math.sqrt(250) / 2, 9);
    const square = normaliser([...given('one', '45', '55'), ...given('other', '45', '55')], fraction(100n));
    expect(square({ expert: 'one', total: exactly('53.5') })).toEqual(exactly('53.5'));
  });

  it('measure by the candidates alone that have all of their points', () => {
    const rules: Rules = { ...defaultRules, aggregate: { ...defaultRules.aggregate, method: 'z-score' } };
    const round = smallRound({ experts: 2, applications: 3, rules, occupations: [{ name: drone, levels: ['三级'] }] });
    const points = ['4.00', '2.00', '0.00'];
    const document = (index: number, applications: number) => {
      const sheets = round.applications
        .slice(0, applications)
        .flatMap(({ id }, place) => bestSheets(round, id, { C02: { points: points[place] ?? null } }));
      return packageOf(documentOf(round, { expert: `e${index}`, sequence: 1, recusals: [], sheets }), String(index));
    };
    const totals = (second: number) =>
      merge({ ...requestOf(round, []), inputs: [document(1, 3), document(2, second)] }).result.candidates.map(({ total }) => total);
    expect(totals(3)).toEqual(['100.00', '98.00', '96.00']);
    // Without e2's word on a3 the scale is a1 and a2, on which e1 and e2 agree as before.
    expect(totals(2)).toEqual(['100.00', '98.00', null]);
  });
});
