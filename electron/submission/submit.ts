import type { ExportRef, Progress } from '#shared/api/base.ts';
import type { Submission } from '#shared/api/sheets.ts';
import type { Ballot } from '#shared/domain/election.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import { exportFileName } from '#shared/packages/file-names.ts';
import { sealCode } from '#shared/packages/seal-code.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { catchRefusal, ok, refused, RefusedError, type Result } from '#shared/result.ts';
import { changedAnswers } from '#shared/merge/index.ts';
import { slotKey, unfinished } from '#shared/scoring/index.ts';
import type { OpenCore } from '../core/core.ts';
import { electoratesOf } from '../declarations/vote.ts';
import { pictureTypeBytes, pictureTypeOf } from '../reading/picture-type.ts';
import type { FileToPack } from '../packages/bag/write.ts';
import { filledOf } from '../review/fill.ts';
import { myRound, type MyRound, scoresIn } from '../my-round/my-round.ts';
import { pendingReturns } from '../my-round/pending-returns.ts';
import { rechecksOf } from '../review/rechecks.ts';
import { sheetState } from '../review/sheet-state.ts';
import { citedBy, exportScore } from './score-package.ts';

/** How my scoring of a round stands: sheet by sheet, and what was sealed and exported. */
export function submissionOf(core: OpenCore, id: string): Submission {
  const round = myRound(core, id);
  const { sheets, seals } = core.workspace.stores;
  const seal = seals.heading(id);
  const returns = pendingReturns(core, id);
  const progress = new Map(sheets.progress(id).map((sheet) => [`${sheet.application} ${sheet.stage}`, sheet]));
  const exported = seal?.exports.at(-1) ?? null;
  return {
    round: id,
    sequence: seal?.sequence ?? null,
    sealedAt: seal?.sealedAt ?? null,
    sha256: exported?.sha256 ?? null,
    exportedAt: exported?.exportedAt ?? null,
    // Also when I stand by what was returned: that too is a new version.
    changedSinceSealing: seals.changedSince(id) || returns.any || isOutdated(core, round) || hasNewBallot(core, round),
    codes: seals.headings(id).map(({ sequence, sealedAt, sha256 }) => ({ sequence, sealedAt, code: sealCode(sha256), sha256 })),
    sheets: mySheets(round).map(({ application, applicant, stage, slots }) => {
      const sheet = progress.get(`${application} ${stage}`);
      return {
        application,
        applicant,
        stage,
        state: sheetState(sheet, { seal, returns }),
        filled: filledOf(core, round, { address: { round: id, application, stage }, slots, progress: sheet }),
        total: slots.length,
      };
    }),
  };
}

/** What my newest sealed version says otherwise than an older one. Throws a refusal `review/not-sealed`. */
export function changesBetween(core: OpenCore, { round, from }: { round: string; from: number }) {
  myRound(core, round);
  const { seals } = core.workspace.stores;
  const [before, after] = [seals.get({ round, sequence: from }), seals.latest(round)];
  if (before === null || after === null) {
    throw new RefusedError('review/not-sealed');
  }
  return { before: before.sequence, after: after.sequence, answers: changedAnswers(before.document, after.document, []) };
}

/** Every slot that is in the way of a complete submission, in the order of the list. */
export function missingOf(core: OpenCore, id: string): ({ application: string; stage: Stage; refusal: Refusal } & Slot)[] {
  const round = myRound(core, id);
  const written = new Map(core.workspace.stores.sheets.readAll(id).map((sheet) => [`${sheet.application} ${sheet.stage}`, sheet]));
  return mySheets(round).flatMap(({ application, stage, slots }) =>
    unfinished(round.round.rubric, written.get(`${application} ${stage}`) ?? null, slots).map(({ slot, refusal }) => ({
      application,
      stage,
      ...slot,
      refusal,
    })),
  );
}

/**
 * Fixes my sheets as they are under the next sequence number.
 */
export function sealSheets(
  core: OpenCore,
  { round: id, partial }: { round: string; partial: boolean },
): Result<null, 'review/blanks-left' | 'review/changed-items-left' | 'review/not-an-expert' | 'review/nothing-to-seal'> {
  const round = myRound(core, id);
  const { stores } = core.workspace;
  const member = round.round.panel.find((other) => other.id === round.me);
  if (!round.roles.includes('expert') || member === undefined) {
    return refused('review/not-an-expert');
  }
  const toCheck = rechecksOf(core, id).length;
  if (toCheck > 0) {
    return refused('review/changed-items-left', { count: toCheck });
  }
  const missing = missingOf(core, id).length;
  if (missing > 0 && !partial) {
    return refused('review/blanks-left', { count: missing });
  }
  const sheets = stores.sheets.readAll(id).flatMap((sheet) => {
    const application = round.mine.find(({ id: own }) => own === sheet.application);
    if (application === undefined || !scoresIn(round, application, sheet.stage)) {
      return [];
    }
    // Answers to what is asked no longer stay here, on record; they are nothing to hand in.
    const asked = new Set(round.slots(application, sheet.stage).map(slotKey));
    return [{ ...sheet, entries: sheet.entries.filter((entry) => asked.has(slotKey(entry))) }];
  });
  if (sheets.length === 0) {
    return refused('review/nothing-to-seal');
  }
  const ballots = myBallots(core, round);
  stores.seals.seal(id, ({ sequence, sealedAt, audit }) => ({
    kind: 'score',
    format: 1,
    round: { id, sha256: round.sha256 },
    rubricSha256: round.round.rubricSha256,
    rulesSha256: round.round.rulesSha256,
    expert: { id: member.id, name: member.name, key: core.me.keys.keyId },
    sequence,
    sealedAt,
    declarations: stores.declarations.declarations(id),
    conflicts: stores.declarations.conflicts(id),
    recusals: stores.declarations.recusals(id).map(({ applicant, reason }) => ({ applicant, reason })),
    sheets,
    ...(ballots.length === 0 ? {} : { ballots }),
    audit,
  }));
  return ok(null);
}

type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };

/** My newest sealed sheets as a `.lpscore`. Refuses with `review/not-sealed` or the codes of `exportScore`. */
export function exportSealed(core: OpenCore, id: string, { signal, report }: Tools): Promise<Result<ExportRef>> {
  return catchRefusal(async () => {
    const round = myRound(core, id);
    const { stores } = core.workspace;
    const seal = stores.seals.latest(id);
    const chair = round.round.panel.find(({ role }) => role === 'chair');
    if (seal === null || chair === undefined) {
      throw new RefusedError('review/not-sealed');
    }
    const name = exportFileName({
      ascii: `score-${String(seal.sequence).padStart(2, '0')}`,
      chinese: `${core.me.person.name}-${round.round.title}`,
      extension: 'lpscore',
    });
    let sha256 = '';
    const exported = await core.exports.addSealed(name, async (target) => {
      const written = await exportScore({
        document: seal.document,
        files: await ownEvidence(core, citedBy(seal.document)),
        expert: core.me.keys,
        chairRecipient: chair.ageRecipient,
        target,
        signedAt: core.now(),
        signal,
        onProgress: ({ bytes, totalBytes }) => {
          report({ step: 'writing', subject: name, unit: 'bytes', done: bytes, total: totalBytes });
        },
      });
      if (!written.ok) {
        throw new RefusedError(written.refusal.code, written.refusal.details);
      }
      ({ sha256 } = written.value);
      return { warnings: written.value.notices.map(() => 'larger-than-fat32' as const) };
    });
    stores.seals.recordExport({ round: id, sequence: seal.sequence, sha256, file: exported.name, bytes: exported.bytes });
    return exported;
  });
}

/** What the expert added; the applicants' own files are on the chair's machine already. */
export async function ownEvidence({ workspace: { evidence, stores } }: OpenCore, cited: ReadonlySet<string>): Promise<FileToPack[]> {
  const files: FileToPack[] = [];
  for (const sha256 of cited) {
    const found = evidence.stat(sha256);
    if (found !== null && stores.applications.attachment(sha256) === null) {
      const extension = await endingOf(evidence.readRange(sha256, { length: pictureTypeBytes }));
      files.push({ sha256, bytes: found.bytes, extension, open: () => evidence.read(sha256) });
    }
  }
  return files;
}

/** An ending by which other people's tools open it: a picture's, JSON for a statement, else `bin`. */
async function endingOf(beginning: Uint8Array): Promise<string> {
  const type = await pictureTypeOf(beginning);
  const isJson = beginning[0] === 0x7b && beginning[1] === 0x22;
  return type === null ? (isJson ? 'json' : 'bin') : (type.split('/')[1] ?? 'bin').replace('jpeg', 'jpg');
}

/** What I sealed last was scored by another rubric or other rules than the round has now: it counts no longer. */
function isOutdated({ workspace }: OpenCore, { round, issue }: MyRound): boolean {
  const sealed = issue === 1 ? null : workspace.stores.seals.latest(round.id);
  return sealed !== null && (sealed.document.rubricSha256 !== round.rubricSha256 || sealed.document.rulesSha256 !== round.rulesSha256);
}

/** My ballots in the votes for 组长 that the round knows, oldest first. */
function myBallots({ workspace: { stores } }: OpenCore, { round }: MyRound): Ballot[] {
  return electoratesOf(round).flatMap((electorate) => {
    const cast = stores.ballots.get(round.id, electorate);
    return cast === null ? [] : [{ electors: cast.electors, numbers: cast.numbers }];
  });
}

/** I voted after I sealed, again because the electorate is another, or in a further ballot: only a new version carries that. */
function hasNewBallot(core: OpenCore, round: MyRound): boolean {
  const sealed = new Set(core.workspace.stores.seals.latest(round.round.id)?.document.ballots?.map(({ electors }) => electors));
  return myBallots(core, round).some(({ electors }) => !sealed.has(electors));
}

function mySheets(round: MyRound): { application: string; applicant: string; stage: Stage; slots: readonly Slot[] }[] {
  return round.mine.flatMap((application) =>
    round.assigned(application).map((stage) => ({
      application: application.id,
      applicant: application.applicant.name,
      stage,
      slots: round.slots(application, stage),
    })),
  );
}
