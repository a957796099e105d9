import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearPairs } from '#shared/checks/near-photos.ts';

const hashOf = (bits: bigint): string => bits.toString(16).padStart(16, '0');
const flipped = (bits: bigint, at: readonly number[]): bigint => at.reduce((now, bit) => now ^ (1n << BigInt(bit)), bits);
const ones = (bits: bigint): number => bits.toString(2).replaceAll('0', '').length;
const busy = 0x0f1e_2d3c_4b5a_6978n;

const pairs = (...all: bigint[]): [string, string][] =>
  nearPairs(all.map((bits, index) => ({ hash: hashOf(bits), name: String(index) }))).map(([one, other]) => [one.name, other.name]);

describe('pictures that are nearly the same', () => {
  it('are those of at most six different bits, wherever these are', () => {
    for (const at of [[0], [63], [0, 9, 18, 27, 36, 45], [8, 17, 26, 35, 44, 53], [58, 59, 60, 61, 62, 63], [9, 18, 27, 36, 45, 54]]) {
      expect(pairs(busy, flipped(busy, at))).toEqual([
        ['0', '0'],
        ['1', '1'],
        ['0', '1'],
      ]);
    }
    expect(pairs(busy, flipped(busy, [0, 9, 18, 27, 36, 45, 54]))).toEqual([
      ['0', '0'],
      ['1', '1'],
    ]);
    expect(pairs(busy, flipped(busy, [0, 1, 2, 3, 4, 5, 6]))).toHaveLength(2);
  });

  it('are not any that are blank: at most two bits set, or not set', () => {
    const all = (1n << 64n) - 1n;
    for (const blank of [0n, 1n, 1n << 63n, (1n << 63n) | 1n, (1n << 32n) | (1n << 31n)]) {
      expect(pairs(blank, blank)).toEqual([]);
      expect(pairs(all ^ blank, all ^ blank)).toEqual([]);
    }
    for (const three of [7n, (1n << 63n) | (1n << 32n) | 1n]) {
      expect(pairs(three)).toEqual([['0', '0']]);
      expect(pairs(all ^ three)).toEqual([['0', '0']]);
    }
  });

  it('are what comparing everything with everything finds, each pair once, in any number', () => {
    const picture = fc
      .tuple(fc.constantFrom(busy, ~busy & ((1n << 64n) - 1n), 0xffff_0000_ffff_0000n), fc.uniqueArray(fc.nat(63), { maxLength: 9 }))
      .map(([bits, at]) => flipped(bits, at));
    fc.assert(
      fc.property(fc.array(picture, { maxLength: 12 }), (all) => {
        const expected = all.flatMap((one, index) =>
          all.slice(index).flatMap((other, further) => (ones(one ^ other) <= 6 ? [`${index} ${index + further}`] : [])),
        );
        const found = pairs(...all).map(([one, other]) => `${one} ${other}`);
        expect(found.toSorted()).toEqual(expected.toSorted());
        expect(found.slice(0, all.length)).toEqual(all.map((_, index) => `${index} ${index}`));
      }),
      { numRuns: 300 },
    );
  });
});
