import type { Draw } from '../domain/roadshow.ts';

/** SHA-256 of a text, as the platform has it: `crypto.subtle` and `node:crypto` give the same 32 bytes. */
export type Sha256 = (text: string) => Uint8Array;

export const drawMethod: Draw['method'] = 'sha256-fisher-yates';

/**
 * The order that a seed gives: the ids sorted by code units, then shuffled by Fisher–Yates from the last place down. For place `i` the number
 * is the first of the draws that is below the largest multiple of `i + 1`, modulo `i + 1`; draw `n` (0, 1, 2 … over the whole shuffle) is the first
 * four bytes, big-endian, of SHA-256 of `<seed>:<n>` in UTF-8. So anyone can follow it with a calculator of hashes, and no place is likelier than another.
 */
export function drawnOrder(ids: readonly string[], { seed, sha256 }: { seed: string; sha256: Sha256 }): string[] {
  const order = ids.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  let draws = 0;
  const below = (count: number): number => {
    const limit = 2 ** 32 - (2 ** 32 % count);
    for (;;) {
      const bytes = sha256(`${seed}:${draws}`);
      draws += 1;
      const number = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
      if (number < limit) {
        return number % count;
      }
    }
  };
  for (let place = order.length - 1; place > 0; place -= 1) {
    const other = below(place + 1);
    const [here, there] = [order[place], order[other]];
    if (here !== undefined && there !== undefined) {
      order[place] = there;
      order[other] = here;
    }
  }
  return order;
}
