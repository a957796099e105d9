import { describe, expect, it } from 'vitest';
import { normaliser } from '#shared/merge/normalise.ts';
import { formatFraction, fraction, fractionOfDecimal } from '#shared/points/fraction.ts';

const given = (expert: string, ...totals: string[]) => totals.map((total) => ({ expert, total: fractionOfDecimal(total) }));
const highest = fraction(100n);
/** What the totals become on the scale of others, exactly. */
const on = (scale: ReturnType<typeof given>, ...totals: ReturnType<typeof given>) =>
  totals.map(normaliser(scale, highest)).map(formatFraction);

describe('a total on the scale of all totals', () => {
  it('stays what it is while there is no total on the scale, beyond the highest too', () => {
    expect(on([], ...given('e1', '0', '62.35', '120', '-3'))).toEqual(['0', '62.35', '120', '-3']);
  });

  it('stays what it is where one expert gave all of them', () => {
    const own = given('e1', '60', '70', '95');
    expect(on(own, ...own)).toEqual(['60', '70', '95']);
  });

  it('is the mean of all where its expert tells the candidates apart in nothing', () => {
    const scale = [...given('e1', '80', '80'), ...given('e2', '60', '90')];
    expect(on(scale, ...given('e1', '80', '95'))).toEqual(['77.5', '77.5']);
  });

  it('is the mean of all where its expert has none on the scale', () => {
    expect(on(given('e1', '60', '90'), ...given('e9', '10', '100'))).toEqual(['75', '75']);
  });

  it('takes the one square root down to 12 decimals, never up', () => {
    // All: mean 80, variance 425 ÷ 3; strict: mean 70, variance 200 ÷ 3; mild: mean 90, variance 50 ÷ 3.
    // √(425 ÷ 200) = 1.457737973711 32…, √(425 ÷ 50) = 2.915475947422 65…
    const scale = [...given('strict', '60', '70', '80'), ...given('mild', '85', '90', '95')];
    expect(on(scale, ...given('strict', '69', '70', '71'))).toEqual(['78.542262026289', '80', '81.457737973711']);
    expect(on(scale, ...given('mild', '89', '90', '91'))).toEqual(['77.084524052578', '80', '82.915475947422']);
    // All: 40, 60, 20 and 80 have variance 500, the first two 100: √5 = 2.236067977499 78…
    expect(on([...given('e1', '40', '60'), ...given('e2', '20', '80')], ...given('e1', '51'))).toEqual(['52.236067977499']);
    // A root that ends is exact: all have variance 25, and so has each.
    expect(on([...given('e1', '45', '55'), ...given('e2', '45', '55')], ...given('e2', '47.5'))).toEqual(['47.5']);
  });

  it('is held between nothing and the highest', () => {
    const scale = [...given('e1', '40', '60'), ...given('e2', '20', '80')];
    expect(on(scale, ...given('e1', '10', '100', '50'))).toEqual(['0', '100', '50']);
    expect(on(given('e1', '0', '100'), ...given('e1', '0', '100'))).toEqual(['0', '100']);
  });
});
