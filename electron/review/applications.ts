import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ApplicationRow } from '#shared/api/applications.ts';
import type { Problems } from '#shared/api/problems.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { RoundApplication } from '#shared/domain/round.ts';
import type { Stage, Verdict } from '#shared/domain/values.ts';
import type { OpenCore } from '../core/core.ts';
import { mediaTypeOf } from '../core/media-types.ts';
import { filledOf } from './fill.ts';
import { findingsOf } from '../findings/findings.ts';
import { isOthers, isReadableIn, type MyRound, myRound, readableIn } from '../my-round/my-round.ts';
import { pendingReturns } from '../my-round/pending-returns.ts';
import { withReadingProblems } from '../findings/reading-problems.ts';
import { sheetState } from './sheet-state.ts';

/** The applications of a round as the list shows them: all for the chair, mine (recused ones included) for an expert. */
export async function listApplications(core: OpenCore, id: string): Promise<ApplicationRow[]> {
  const { pinyin } = await import('pinyin-pro');
  const round = myRound(core, id);
  const { sheets, seals } = core.workspace.stores;
  const progress = new Map(sheets.progress(id).map((sheet) => [`${sheet.application} ${sheet.stage}`, sheet]));
  const seal = seals.heading(id);
  const returns = pendingReturns(core, id);
  return shownIn(round).map((application) => {
    const standing = (stage: Stage) => {
      const sheet = progress.get(`${application.id} ${stage}`);
      if (isOthers(round, application, stage)) {
        return { state: 'not-assigned' as const, filled: 0, total: 0 };
      }
      const slots = round.slots(application, stage);
      const filled = filledOf(core, round, { address: { round: id, application: application.id, stage }, slots, progress: sheet });
      return { state: sheetState(sheet, { seal, returns }), filled, total: slots.length };
    };
    const { name } = application.applicant;
    return {
      id: application.id,
      applicant: application.applicant,
      occupations: application.occupations,
      pinyin: pinyin(name, { toneType: 'none', type: 'array' }).join(''),
      initials: pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
      recused: round.isRecused(application),
      readable: isReadableIn(round, application),
      stages: { document: standing('document'), visit: standing('visit'), roadshow: standing('roadshow') },
    };
  });
}

/** What the checks find wrong with each that I may read, one after the other, so that what was not read yet is not read all at once. */
export function problemsOf(core: OpenCore, id: string): AsyncGenerator<Problems, void> {
  return checkEach(core, myRound(core, id));
}

async function* checkEach(core: OpenCore, round: MyRound): AsyncGenerator<Problems, void> {
  for (const application of shownIn(round).filter((shown) => isReadableIn(round, shown))) {
    // Hundreds are checked in a row, and none of it waits for anything: others want to be answered in between.
    await nextTurn();
    const findings = await core.work.start(() => findingsOf(core, { round: round.round, bundle: application.bundle.sha256 }));
    yield problemsIn(findings, application.id);
  }
}

/** Which findings speak against an application, and which leave it open. */
export function problemsIn(findings: readonly Finding[], application: string): Problems {
  const codes = (...verdicts: Verdict[]) => findings.flatMap(({ code, verdict }) => (verdicts.includes(verdict) ? [code] : []));
  return { application, notMet: codes('not-met'), doubtful: codes('doubtful', 'verify-on-site') };
}

function shownIn(round: MyRound): RoundApplication[] {
  return round.round.applications.filter(
    (application) => round.roles.includes('chair') || round.mine.includes(application) || round.isRecused(application),
  );
}

/** One application with what it handed in. Throws the refusals of `myRound` and `readableIn`. */
export function readApplication(core: OpenCore, { round: id, application: applicationId }: { round: string; application: string }) {
  const entry = readableIn(myRound(core, id), applicationId);
  const kept = core.workspace.stores.applications.get(entry.bundle.sha256);
  if (kept === null) {
    throw new Error(`bundle ${entry.bundle.sha256} is in a round but not in the workspace`);
  }
  const application = withReadingProblems(core.workspace, kept.application);
  return {
    application,
    entry,
    attachments: application.attachments.map((attachment) => ({ ...attachment, mediaType: mediaTypeOf(attachment.name) })),
  };
}
