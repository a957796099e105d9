/** At most this many of 64 bits differ between photos that are nearly the same picture. */
const bitsApart = 6;
/** Blocks that the hash is cut into: of seven, one at least is equal where at most six bits differ. */
const blocks = bitsApart + 1;
const blockBits = Math.floor(64 / blocks);

type Read<Picture> = { readonly picture: Picture; readonly bits: bigint; readonly high: number; readonly low: number };

/**
 * The pairs of pictures whose 64-bit perceptual hashes (16 hexadecimal digits, each once) differ in at most six bits, each
 * picture with itself first. Only hashes that share one of seven blocks of their bits are compared, which finds them all
 * without comparing everything with everything. Blank pictures resemble every other blank one and say nothing: left out.
 */
export function nearPairs<Picture extends { readonly hash: string }>(pictures: readonly Picture[]): [Picture, Picture][] {
  const read = pictures.map(readHash).filter(({ high, low }) => !isFlat(high, low));
  const pairs: [Picture, Picture][] = read.map(({ picture }) => [picture, picture]);
  for (let block = 0; block < blocks; block += 1) {
    for (const group of Map.groupBy(read, ({ bits }) => blockOf(bits, block)).values()) {
      for (const [position, one] of group.entries()) {
        for (const other of group.slice(position + 1)) {
          if (isNear(one, other) && firstSharedBlock(one.bits, other.bits) === block) {
            pairs.push([one.picture, other.picture]);
          }
        }
      }
    }
  }
  return pairs;
}

function readHash<Picture extends { readonly hash: string }>(picture: Picture): Read<Picture> {
  const { hash } = picture;
  return { picture, bits: BigInt(`0x${hash}`), high: Number.parseInt(hash.slice(0, 8), 16), low: Number.parseInt(hash.slice(8), 16) };
}

function isNear(one: Read<unknown>, other: Read<unknown>): boolean {
  return ones(one.high ^ other.high) + ones(one.low ^ other.low) <= bitsApart;
}

/** A pair that shares several blocks is met in each: it is told in the first. */
function firstSharedBlock(one: bigint, other: bigint): number {
  let block = 0;
  while (blockOf(one, block) !== blockOf(other, block)) {
    block += 1;
  }
  return block;
}

/** Where a block of the 64 bits begins and how wide it is: 64 = 9 × 7 + 1. */
function blockOf(bits: bigint, block: number): number {
  const isLast = block === blocks - 1;
  return Number((bits >> BigInt(block * blockBits)) & ((1n << BigInt(isLast ? 64 - block * blockBits : blockBits)) - 1n));
}

function isFlat(high: number, low: number): boolean {
  const count = ones(high) + ones(low);
  return count <= 2 || count >= 62;
}

/** How many of 32 bits are set. */
function ones(bits: number): number {
  let rest = bits;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}
