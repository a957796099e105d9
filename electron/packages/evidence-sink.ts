import type { EvidenceBatch } from '#db/evidence/batch.ts';
import type { EvidenceSink } from './bag/read.ts';

/** Stages a package's files while it is being verified; whoever opened the batch commits or discards them. */
export function evidenceSink(batch: EvidenceBatch): EvidenceSink {
  return async (_file, chunks) => {
    const writer = batch.createWriter();
    for await (const chunk of chunks) {
      await writer.write(chunk);
    }
    await writer.finish();
  };
}
