import type { EvidenceIntake } from '#db/evidence/intake.ts';
import type { EvidenceSink } from './bag/read.ts';

/** Stages a package's files while it is being verified; whoever opened the intake commits or discards them. */
export function evidenceSink(intake: EvidenceIntake): EvidenceSink {
  return async (_file, chunks) => {
    const writer = intake.createWriter();
    for await (const chunk of chunks) {
      await writer.write(chunk);
    }
    await writer.finish();
  };
}
