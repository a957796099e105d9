import { createHash } from 'node:crypto';

/** Random choices that are the same for the same seed, on every machine. */
export type Dice = {
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <Value>(from: readonly Value[]) => Value;
  /** Several different ones, in the order they were drawn. */
  readonly draw: <Value>(from: readonly Value[], count: number) => Value[];
};

/** Dice for a purpose: others' throws do not change these. (mulberry32, seeded by a hash of the words.) */
export function makeDice(...words: readonly (string | number)[]): Dice {
  let state = createHash('sha256').update(words.join('\u0000')).digest().readUInt32LE();
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <Value>(from: readonly Value[]): Value => {
    const chosen = from[between(0, from.length - 1)];
    if (chosen === undefined) {
      throw new RangeError('nothing to pick from');
    }
    return chosen;
  };
  const draw = <Value>(from: readonly Value[], count: number): Value[] => {
    const rest = [...from];
    return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(between(0, rest.length - 1), 1)).flat();
  };
  return { between, pick, draw };
}
