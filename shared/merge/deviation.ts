import type { Rules } from '../domain/round.ts';
import { compare, type Fraction, fractionOfDecimal, mean, multiply, subtract } from '../points/fraction.ts';
import type { ExpertTotal } from './totals.ts';

/**
 * The experts whose total for a candidate lies further from the mean of the other counting experts' totals than the round's share of that
 * mean (design.md §6), compared exactly; at the share itself it is not further. One expert alone deviates from nobody.
 */
export function deviating(rules: Rules, totals: readonly ExpertTotal[]): string[] {
  if (totals.length < 2) {
    return [];
  }
  const share = fractionOfDecimal(rules.deviation.share);
  return totals
    .filter(({ expert, total }) => {
      const others = mean(totals.filter((each) => each.expert !== expert).map((each) => each.total));
      return compare(absolute(subtract(total, others)), multiply(share, others)) > 0;
    })
    .map(({ expert }) => expert);
}

function absolute({ numerator, denominator }: Fraction): Fraction {
  return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}
