import type { OpenCore } from '../core/core.ts';
import { changeDraft, readDraft, type Draft } from './draft.ts';

/**
 * Takes an application out of a draft, with what was said of it there; the bundle itself stays in the workspace. The folder it was
 * read from, if any, waits to be confirmed again.
 */
export function removeApplication(core: OpenCore, { round, application }: { round: string; application: string }): Draft {
  const gone = readDraft(core, round).applications.find(({ id }) => id === application);
  if (gone !== undefined) {
    const { applications, intake, rounds } = core.workspace.stores;
    // What is out stays as it is until the next version is.
    const isOut = rounds.get(round)?.round.applications.some(({ bundle }) => bundle.sha256 === gone.bundle.sha256) === true;
    if (!isOut) {
      applications.removeFromRound({ round, bundle: gone.bundle.sha256 });
    }
    const reading = intake.list(round).find(({ bundle, state }) => state === 'confirmed' && bundle === gone.bundle.sha256);
    if (reading !== undefined) {
      intake.setState(reading.id, { state: 'waiting' });
    }
  }
  return changeDraft(core, round, (before) => ({
    ...before,
    applications: before.applications.filter(({ id }) => id !== application),
    assignments: before.assignments?.filter((assignment) => assignment.application !== application) ?? null,
    recusals: before.recusals.filter(({ applicant }) => applicant !== gone?.applicant.id),
  }));
}
