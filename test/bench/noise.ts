import { createHash, randomFillSync } from 'node:crypto';
import type { FileToPack } from '#electron/packages/bag/write.ts';

/** A file of that many MiB that is made again each time it is read, so that the bench holds none in memory. */
export function noise(mebibytes: number): FileToPack {
  const block = randomFillSync(Buffer.alloc(2 ** 20));
  function* blocks(): Generator<Buffer> {
    for (let index = 0; index < mebibytes; index += 1) {
      const copy = Buffer.from(block);
      copy.writeUInt32LE(index, 0);
      yield copy;
    }
  }
  const hash = createHash('sha256');
  for (const copy of blocks()) {
    hash.update(copy);
  }
  return { sha256: hash.digest('hex'), extension: 'jpg', bytes: mebibytes * 2 ** 20, open: () => asyncOf(blocks()) };
}

async function* asyncOf(blocks: Generator<Buffer>): AsyncGenerator<Buffer, void> {
  yield* blocks;
}
