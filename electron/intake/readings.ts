import type { ReadingNow, ReadingSummary, ReadingView } from '#shared/api/intake.ts';
import { applyEdit } from '#shared/intake/apply-edit.ts';
import { doubtsOf } from '#shared/intake/doubts.ts';
import type { EditedReading, IntakeEdit } from '#shared/intake/edit.ts';
import { RefusedError, valueOf } from '#shared/result.ts';
import type { IntakeHeading } from '#db/stores/intake.ts';
import type { OpenCore } from '../core/core.ts';
import { readDraft } from '../rounds/draft.ts';
import { removeApplication } from '../rounds/remove-application.ts';

/** The readings of a round that were not put aside. */
export function listReadings(core: OpenCore, round: string): ReadingSummary[] {
  return core.workspace.stores.intake
    .list(round)
    .filter(({ state }) => state !== 'discarded')
    .map((heading) => summaryOf(heading, currentOf(core, heading.id)));
}

/** A reading with its form, as its page shows it. Throws a refusal `intake/reading-not-found`. */
export function viewReading(core: OpenCore, id: string): ReadingView {
  const read = core.workspace.stores.intake.reading(id);
  if (read === null) {
    throw new RefusedError('intake/reading-not-found');
  }
  const { grid, photos, leftOut } = read;
  return { ...readingNow(core, id), grid, photos, leftOut };
}

/** What stands now. Throws a refusal `intake/reading-not-found`. */
export function readingNow(core: OpenCore, id: string): ReadingNow {
  const now = currentOf(core, id);
  return { summary: summaryOf(headingOf(core, id), now), now };
}

/**
 * Changes a waiting reading; durable when it returns, with an event in the audit chain. Throws the refusals of `applyEdit`,
 * `intake/reading-not-found`, `intake/already-confirmed`.
 */
export function editReading(core: OpenCore, { reading, edit }: { reading: string; edit: IntakeEdit }): ReadingNow {
  const { stores } = core.workspace;
  return core.workspace.transaction(() => {
    waiting(core, reading);
    const before = currentOf(core, reading);
    const after = valueOf(applyEdit(before, edit));
    if (after !== before) {
      stores.intake.edit(reading, { edit, after });
    }
    return readingNow(core, reading);
  });
}

/** Takes a confirmed application out of its draft, so that it can be changed and confirmed anew. */
export function takeBack(core: OpenCore, id: string): ReadingNow {
  const { round, bundle } = headingOf(core, id);
  core.workspace.transaction(() => {
    const entry = readDraft(core, round).applications.find((application) => application.bundle.sha256 === bundle);
    if (entry !== undefined) {
      removeApplication(core, { round, application: entry.id });
    }
    if (headingOf(core, id).state !== 'waiting') {
      core.workspace.stores.intake.setState(id, { state: 'waiting' });
    }
  });
  return readingNow(core, id);
}

/** Puts a waiting reading aside. */
export function discardReading(core: OpenCore, id: string): ReadingSummary {
  waiting(core, id);
  core.workspace.stores.intake.setState(id, { state: 'discarded' });
  return readingNow(core, id).summary;
}

/** A reading that waits. Throws a refusal `intake/reading-not-found` or `intake/already-confirmed`. */
export function waiting(core: OpenCore, id: string): IntakeHeading {
  const heading = headingOf(core, id);
  if (heading.state === 'confirmed') {
    throw new RefusedError('intake/already-confirmed', { folder: heading.folder });
  }
  return heading;
}

/** What stands now in a reading. Throws a refusal `intake/reading-not-found`. */
export function currentOf(core: OpenCore, id: string): EditedReading {
  const current = core.workspace.stores.intake.current(id);
  if (current === null) {
    throw new RefusedError('intake/reading-not-found');
  }
  return current;
}

function headingOf(core: OpenCore, id: string): IntakeHeading {
  const heading = core.workspace.stores.intake.heading(id);
  if (heading === null) {
    throw new RefusedError('intake/reading-not-found');
  }
  return heading;
}

function summaryOf({ bundle: _bundle, ...heading }: IntakeHeading, now: EditedReading): ReadingSummary {
  return {
    ...heading,
    applicant: now.application.applicant.name,
    doubts: doubtsOf(now).length,
    problems: now.application.attachments.filter(({ problem }) => problem !== null).length,
  };
}
