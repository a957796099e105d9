import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Problems } from '#shared/api/problems.ts';
import type { OpenCore } from '../core/core.ts';
import { problemsIn } from '../review/applications.ts';
import { findingsOf } from '../findings/findings.ts';
import { hashOf } from '../round-package/hash-of.ts';
import { readDraft } from './draft.ts';

/** What the automatic checks find in each application of a draft, under its rubric and schedule as they are now. */
export function draftProblems(core: OpenCore, id: string): AsyncGenerator<Problems, void> {
  const draft = readDraft(core, id);
  return checkEach(core, { ...draft, rubricSha256: hashOf(draft.rubric) });
}

async function* checkEach(core: OpenCore, round: Parameters<typeof findingsOf>[1]['round']): AsyncGenerator<Problems, void> {
  for (const { id, bundle } of round.applications) {
    // As for an issued round: others want to be answered in between.
    await nextTurn();
    yield problemsIn(await core.work.start(() => findingsOf(core, { round, bundle: bundle.sha256 })), id);
  }
}
