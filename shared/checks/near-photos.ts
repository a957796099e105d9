/** At most this many of 64 bits differ between photos that are nearly the same picture. */
const bitsApart = 6;
/** Blocks that the hash is cut into: of seven, one at least is equal where at most six bits differ. */
const blocks = bitsApart + 1;

/**
 * The pairs of 64-bit perceptual hashes (16 hexadecimal digits) that differ in at most six bits. Only hashes that share one
 * of seven blocks of their bits are compared, which finds them all without comparing everything with everything.
 */
export function nearPairs<Photo extends { readonly hash: string }>(photos: readonly Photo[]): [Photo, Photo][] {
  const read = photos.map((photo) => ({ photo, bits: BigInt(`0x${photo.hash}`) })).filter(({ bits }) => !isFlat(bits));
  const seen = new Set<number>();
  const pairs: [Photo, Photo][] = [];
  for (let block = 0; block < blocks; block += 1) {
    const groups = Map.groupBy(read.keys(), (index) => blockOf(read[index]?.bits ?? 0n, block));
    for (const group of groups.values()) {
      for (const [position, one] of group.entries()) {
        for (const other of group.slice(position + 1)) {
          const [left, right] = [read[one], read[other]];
          const pair = one * read.length + other;
          if (left !== undefined && right !== undefined && !seen.has(pair) && distance(left.bits, right.bits) <= bitsApart) {
            seen.add(pair);
            pairs.push([left.photo, right.photo]);
          }
        }
      }
    }
  }
  return pairs;
}

/** Where a block of the 64 bits begins and how wide it is: 64 = 9 × 7 + 1. */
function blockOf(bits: bigint, block: number): bigint {
  const width = block === blocks - 1 ? 10n : 9n;
  return (bits >> BigInt(block * 9)) & ((1n << width) - 1n);
}

/** A blank picture resembles every other blank one and says nothing. */
function isFlat(bits: bigint): boolean {
  return ones(bits) <= 2 || ones(bits) >= 62;
}

function distance(left: bigint, right: bigint): number {
  return ones(left ^ right);
}

function ones(bits: bigint): number {
  let rest = bits;
  let count = 0;
  while (rest > 0n) {
    rest &= rest - 1n;
    count += 1;
  }
  return count;
}
