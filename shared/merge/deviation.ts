import type { Rules } from '../domain/round.ts';
import { type Stage, stagesInOrder } from '../domain/values.ts';
import { add, compare, divide, type Fraction, fraction, fractionOfDecimal, multiply, subtract, sum, zero } from '../points/fraction.ts';
import type { ExpertTotal } from './totals.ts';

/** What an expert gave a candidate beside the mean of what the others did, over the stages that both have. */
export type Compared = { readonly expert: string; readonly stages: readonly Stage[]; readonly own: Fraction; readonly others: Fraction };

/** Each expert beside the others; one who alone scored what is theirs is beside nobody, and absent. */
export function besideOthers(totals: readonly ExpertTotal[]): Compared[] {
  const all = stagesInOrder.map((stage) => {
    const given = totals.flatMap(({ stages }) => stages[stage] ?? []);
    return { stage, count: BigInt(given.length), given: sum(given) };
  });
  return totals.flatMap(({ expert, stages }) => {
    let [own, others] = [zero, zero];
    const shared = all.filter(({ stage, count, given }) => {
      const mine = stages[stage];
      if (mine === null || count < 2n) {
        return false;
      }
      own = add(own, mine);
      others = add(others, divide(subtract(given, mine), fraction(count - 1n)));
      return true;
    });
    return shared.length === 0 ? [] : [{ expert, stages: shared.map(({ stage }) => stage), own, others }];
  });
}

/**
 * Those whose points for a candidate lie further from the mean of the other counting experts' than the round's share of that mean
 * (design.md §6), compared exactly; at the share itself it is not further. Where everyone scored every stage these are the totals.
 */
export function deviating(rules: Rules, totals: readonly ExpertTotal[]): Compared[] {
  const share = fractionOfDecimal(rules.deviation.share);
  return besideOthers(totals).filter(({ own, others }) => compare(absolute(subtract(own, others)), multiply(share, others)) > 0);
}

/** What an expert gave in these stages; null when not all of them are the expert's. */
export function pointsIn(stages: readonly Stage[], { stages: given }: ExpertTotal): Fraction | null {
  const points = stages.flatMap((stage) => given[stage] ?? []);
  return points.length < stages.length ? null : sum(points);
}

export function absolute({ numerator, denominator }: Fraction): Fraction {
  return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}
