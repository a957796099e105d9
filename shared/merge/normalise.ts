import { add, compare, divide, type Fraction, fraction, mean, multiply, smaller, subtract, zero } from '../points/fraction.ts';

/** Decimals to which the one irrational step, a square root, is taken. */
const places = 12n;

/** A total that an expert gave. */
export type Given = { readonly expert: string; readonly total: Fraction };

/**
 * How totals are normalised on the scale of `scale`: M + S × (total − the expert's mean) ÷ the expert's standard deviation; M and S are
 * the mean and the standard deviation (population) of all totals of the scale, the expert's those of the expert's own there. An expert
 * whose totals are all equal, or who has none there, tells the candidates apart in nothing and gives M to each; without any total on the
 * scale every total stays what it is. Held between 0 and `highest`. Exact but for S ÷ the expert's deviation, a square root taken down
 * to 12 decimals.
 */
export function normaliser(scale: readonly Given[], highest: Fraction): (given: Given) => Fraction {
  if (scale.length === 0) {
    return ({ total }) => total;
  }
  const all = scale.map(({ total }) => total);
  const [overallMean, overallVariance] = [mean(all), variance(all)];
  const experts = new Map(
    [...Map.groupBy(scale, ({ expert }) => expert)].map(([expert, own]) => {
      const given = own.map(({ total }) => total);
      const spread = variance(given);
      return [expert, { mean: mean(given), ratio: spread.numerator === 0n ? zero : squareRoot(divide(overallVariance, spread)) }];
    }),
  );
  return ({ expert, total }) => {
    const own = experts.get(expert);
    const normalised = own === undefined ? overallMean : add(overallMean, multiply(own.ratio, subtract(total, own.mean)));
    return compare(normalised, zero) < 0 ? zero : smaller(normalised, highest);
  };
}

/** Population variance. */
function variance(numbers: readonly Fraction[]): Fraction {
  const middle = mean(numbers);
  return mean(numbers.map((number) => multiply(subtract(number, middle), subtract(number, middle))));
}

function squareRoot(square: Fraction): Fraction {
  const scale = 10n ** places;
  return fraction(integerSquareRoot((square.numerator * scale * scale) / square.denominator), scale);
}

/** The largest integer whose square is not above `square`, which is above zero (Newton's method). */
function integerSquareRoot(square: bigint): bigint {
  const closer = (root: bigint) => (root + square / root) / 2n;
  let [root, next] = [square, closer(square)];
  while (next < root) {
    [root, next] = [next, closer(next)];
  }
  return root;
}
