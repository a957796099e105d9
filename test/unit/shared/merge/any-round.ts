import * as fc from 'fast-check';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import type { MergeRequest } from '#shared/merge/index.ts';
import { randomNumbers, randomRound, type RandomRoundOptions, type Trouble } from '../../../fixtures/random-round.ts';
import { issuedAgain } from '../../../fixtures/reissued-round.ts';
import { frozen, withTroubles } from '../../../fixtures/troubled-round.ts';

const mild = {
  missingSheet: 0.01,
  recusal: 0.1,
  unassigned: 0.1,
  divided: 0.3,
  exclusion: 0.1,
  equivocation: 0.05,
  olderSequence: 0.2,
  otherMeasurement: 0.01,
  vote: 0.1,
};
const rough = {
  ...mild,
  missingSheet: 0.05,
  nobody: 0.05,
  blank: 0.002,
  differingMeasurement: 0.02,
  openVerdict: 0.003,
  failedGate: 0.05,
  vote: 0.3,
};
const { aggregate } = defaultRules;

/** Every way of counting, and any part of the tie-break in any order. */
export const anyRules: fc.Arbitrary<Rules> = fc
  .record({
    method: fc.constantFrom('mean' as const, 'trimmed' as const, 'median' as const, 'z-score' as const),
    by: fc.constantFrom('total' as const, 'stage' as const, 'item' as const),
    drops: fc.constantFrom({}, { minExperts: 4, dropHighest: 2, dropLowest: 1 }),
    tieBreak: fc.shuffledSubarray(defaultRules.tieBreak),
    quotas: fc.constantFrom([], ['无人机驾驶员', '电子竞技员']),
  })
  .map(({ method, by, drops, tieBreak, quotas }) => ({
    ...defaultRules,
    aggregate: { ...aggregate, ...drops, method, by },
    tieBreak,
    ...(quotas.length === 0 ? {} : { quotas: quotas.map((occupation) => ({ occupation, most: 1 })) }),
  }));

/** What `roundOf` makes a round of; kept apart, so that a counterexample is a line and not a round. */
export type Ingredients = Omit<RandomRoundOptions, 'trouble'> & {
  readonly trouble: keyof typeof troubles;
  /** Whether only some of the packages have arrived: mostly all have, else every candidate would be pending. */
  readonly some: boolean;
  /** Whether this is not the round's first issue. */
  readonly again: boolean;
};

const troubles = { none: {}, mild, rough } as const;

export const anyIngredients: fc.Arbitrary<Ingredients> = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  experts: fc.integer({ min: 1, max: 12 }),
  applications: fc.integer({ min: 1, max: 4 }),
  trouble: fc.constantFrom('none' as const, 'mild' as const, 'rough' as const),
  rules: anyRules,
  some: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  again: fc.boolean(),
});

/**
 * A round of 1–12 experts with recusals, returns, equivocations, exclusions and what else goes wrong, of whose packages all or some have
 * arrived, in any order and some of them again, and what the chair decided in any order; the round may have been issued again in between. Frozen: whoever writes to it throws. `instead` are
 * other odds of trouble.
 */
export function roundOf({ some, again, trouble, ...options }: Ingredients, instead: Partial<Trouble> = {}): MergeRequest {
  const first = withTroubles(randomRound({ ...options, trouble: { ...troubles[trouble], ...instead } }), options.seed);
  const request = again ? issuedAgain(first, options.seed + 2) : first;
  const random = randomNumbers(options.seed + 1);
  const arrived = shuffled(request.inputs, options.seed).filter(() => !some || random() < 0.7);
  const resolutions = shuffled(request.resolutions, options.seed);
  return frozen({ ...request, inputs: [...arrived, ...arrived.filter(() => random() < 0.2)], resolutions });
}

/** In an order that the seed gives. */
export function shuffled<Value>(values: readonly Value[], seed: number): Value[] {
  const random = randomNumbers(seed);
  return values
    .map((value) => ({ value, at: random() }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ value }) => value);
}
