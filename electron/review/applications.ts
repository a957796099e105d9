import { pinyin } from 'pinyin-pro';
import type { ApplicationRow } from '#shared/api/applications.ts';
import type { Stage } from '#shared/domain/values.ts';
import type { OpenCore } from '../core/core.ts';
import { mediaTypeOf } from '../core/media-types.ts';
import { countFindings, findingsOf } from './findings.ts';
import { applicationIn, myRound } from './my-round.ts';
import { sheetState } from './sheet-state.ts';

/** The applications of a round as the list shows them: all for the chair, mine (recused ones included) for an expert. */
export async function listApplications(core: OpenCore, id: string): Promise<ApplicationRow[]> {
  const round = myRound(core, id);
  const { sheets, seals } = core.workspace.stores;
  const progress = new Map(sheets.progress(id).map((sheet) => [`${sheet.application} ${sheet.stage}`, sheet]));
  const seal = seals.latest(id);
  const shown = round.round.applications.filter(
    (application) => round.roles.includes('chair') || round.mine.includes(application) || round.isRecused(application),
  );
  return Promise.all(
    shown.map(async (application) => {
      const standing = (stage: Stage) => {
        const sheet = progress.get(`${application.id} ${stage}`);
        return { state: sheetState(sheet, seal), filled: sheet?.filled ?? 0, total: round.slots(application, stage).length };
      };
      const { name } = application.applicant;
      return {
        id: application.id,
        applicant: application.applicant,
        occupations: application.occupations,
        pinyin: pinyin(name, { toneType: 'none', type: 'array' }).join(''),
        initials: pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
        recused: round.isRecused(application),
        stages: { document: standing('document'), visit: standing('visit'), roadshow: standing('roadshow') },
        findings: countFindings(await findingsOf(core, { round: round.round, bundle: application.bundle.sha256 })),
      };
    }),
  );
}

/** One application with what it handed in. Throws the refusals of `myRound` and `applicationIn`. */
export function readApplication(core: OpenCore, { round: id, application }: { round: string; application: string }) {
  const entry = applicationIn(myRound(core, id), application);
  const kept = core.workspace.stores.applications.get(entry.bundle.sha256);
  if (kept === null) {
    throw new Error(`bundle ${entry.bundle.sha256} is in a round but not in the workspace`);
  }
  return {
    application: kept.application,
    entry,
    attachments: kept.application.attachments.map((attachment) => ({ ...attachment, mediaType: mediaTypeOf(attachment.name) })),
  };
}
