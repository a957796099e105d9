import type { Outcome } from '../domain/result.ts';
import { roundHalfUp } from '../points/fraction.ts';
import type { DecidedGroup } from './groups.ts';

const bestFirst: readonly Outcome[] = ['recommended', 'pending', 'not-recommended', 'ruled-out'];

/**
 * The group whose points and outcome are the candidate's (design.md §6): that of the best outcome, then of the higher published total (none
 * is lowest), then the first, 五—三级. Throws a RangeError for no groups: a candidate applies for some level.
 */
export function leadingGroup(groups: readonly DecidedGroup[]): DecidedGroup {
  return groups.reduce((best, other) => (isBetter(other, best) ? other : best));
}

function isBetter(one: DecidedGroup, other: DecidedGroup): boolean {
  const [mine, theirs] = [bestFirst.indexOf(one.outcome), bestFirst.indexOf(other.outcome)];
  return mine === theirs ? totalOf(one) > totalOf(other) : mine < theirs;
}

/** In hundredths, as published; below zero without a total. */
function totalOf({ aggregate }: DecidedGroup): bigint {
  return aggregate === null ? -1n : roundHalfUp(aggregate.total);
}
