import { randomUUID } from 'node:crypto';
import type { Progress } from '#shared/api/base.ts';
import { proposedAnswers } from '#shared/checks/index.ts';
import type { Round } from '#shared/domain/round.ts';
import { applicationDocumentSchema, type ScoreDocument } from '#shared/packages/documents.ts';
import { catchRefusal, RefusedError, valueOf, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { takePackage } from '../arrivals/import-files.ts';
import { packageChunks } from '../packages/bag/write.ts';
import { createKeys, type IdentityKeys } from '../packages/identity.ts';
import { applicantBundleInput, makeApplicant } from './applicants.ts';
import { madeUpSheets } from './made-up-sheets.ts';
import { storyOf } from './stories.ts';
import { ownFindingsOf } from '../findings/findings.ts';
import { exportScore } from '../submission/score-package.ts';
import { changeDraft, newDraft, readDraft, saveDraft } from '../rounds/draft.ts';
import { issueDraft } from '../rounds/issue.ts';
import { addToDraft, takeBundle } from '../rounds/take-bundle.ts';

type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };

/** The same applicants in every practice round, so that people can talk about them. */
const seed = 2022;
const applicants = 3;
const colleagues = ['练习专家一（虚构）', '练习专家二（虚构）'];

/** Puts `count` further made-up applicants into a practice draft, through the same intake as real ones. Refuses with `draft/practice-only`. */
export function addMadeUpApplications(
  core: OpenCore,
  { round, count }: { round: string; count: number },
  tools: Tools,
): Promise<Result<null>> {
  return catchRefusal(async () => {
    const { practice, applications } = readDraft(core, round);
    if (!practice) {
      throw new RefusedError('draft/practice-only');
    }
    for (let done = 0; done < count; done += 1) {
      tools.signal.throwIfAborted();
      tools.report({ step: 'generating', subject: '', unit: 'items', done, total: count });
      await addMadeUpApplication(core, { round, index: applications.length + done, signal: tools.signal });
    }
    return null;
  });
}

/**
 * A practice round that is ready to be scored: made-up applicants, I as its chair and one of its experts, and two made-up
 * colleagues whose scores have come in. Everything goes the way of a real round; all of it says that it is practice.
 */
export function startPractice(core: OpenCore, tools: Tools): Promise<Result<{ round: string }>> {
  return catchRefusal(async () => {
    const draft = newDraft({ core, id: randomUUID(), title: '练习批次：新职业社会评价组织遴选（虚构数据）', practice: true });
    saveDraft(core, draft);
    const round = draft.id;
    valueOf(await addMadeUpApplications(core, { round, count: applicants }, tools));
    const keys = await Promise.all(colleagues.map(() => createKeys()));
    changeDraft(core, round, (before) => ({
      ...before,
      panel: [
        ...before.panel,
        ...keys.map(({ keyId, public: known }, index) => ({
          id: keyId,
          name: colleagues[index] ?? '',
          organisation: '练习（虚构）',
          role: 'expert' as const,
          ...known,
        })),
      ],
    }));
    for (const { keyId } of keys) {
      core.workspace.stores.cards.setCompared({ keyId, compared: true });
    }
    const issued = valueOf(await issueDraft(core, round, tools));
    await core.exports.release([issued.export.id]);
    for (const [index, expert] of keys.entries()) {
      tools.report({ step: 'sealing', subject: colleagues[index] ?? '', unit: 'items', done: index, total: keys.length });
      await handIn(core, { round, expert, index, tools });
    }
    return { round };
  });
}

async function addMadeUpApplication(core: OpenCore, { round, index, signal }: { round: string; index: number; signal: AbortSignal }) {
  const folder = await makeApplicant({ seed, index });
  const { application, files } = await applicantBundleInput(folder, core.readers);
  const bundle = await packageChunks({
    kind: 'application',
    document: applicationDocumentSchema.parse({ kind: 'application', format: 1, ...application }),
    files,
    signers: [],
    signedAt: core.now(),
    name: `practice-${index + 1}`,
    signal,
  });
  const source = await core.spool(bundle.chunks());
  try {
    const fileName = `${folder.folderName}.lpapp`;
    const taken = valueOf(await takeBundle(core, { source, fileName, signal }));
    valueOf(addToDraft(core, { round, bundle: taken, fileName }));
  } finally {
    await source.close();
  }
}

/** A made-up colleague's score package, written and taken in like anybody's. */
async function handIn(
  core: OpenCore,
  { round: id, expert, index, tools }: { round: string; expert: IdentityKeys; index: number; tools: Tools },
) {
  const issued = core.workspace.stores.rounds.get(id);
  if (issued === null) {
    throw new Error(`the practice round ${id} was just issued`);
  }
  const document = await madeUpScore(core, { ...issued, expert, index });
  const name = `practice-${index + 1}.lpscore`;
  const exported = await core.exports.addSealed(name, async (target) => {
    valueOf(
      await exportScore({
        document,
        files: [],
        expert,
        chairRecipient: core.me.keys.public.ageRecipient,
        target,
        signedAt: document.sealedAt,
      }),
    );
    return { warnings: [] };
  });
  const waiting = core.exports.open(exported.id);
  if (waiting === null) {
    throw new Error('an export just made is not there');
  }
  const source = await core.spool(waiting.content);
  try {
    valueOf(await takePackage(core, { source, fileName: name, trust: new Set(), ...tools }));
  } finally {
    await source.close();
    await core.exports.release([exported.id]);
  }
}

async function madeUpScore(
  core: OpenCore,
  { round, sha256, expert, index }: { round: Round; sha256: string; expert: IdentityKeys; index: number },
): Promise<ScoreDocument> {
  const sheets: ScoreDocument['sheets'] = [];
  for (const [place, application] of round.applications.entries()) {
    const bundle = application.bundle.sha256;
    const kept = core.workspace.stores.applications.get(bundle);
    if (kept === null) {
      throw new Error(`bundle ${bundle} was just taken in`);
    }
    sheets.push(
      ...madeUpSheets({
        round,
        application,
        document: kept.application,
        proposals: proposedAnswers(await ownFindingsOf(core, { round, bundle }), round.rubric),
        story: storyOf(place),
        expert: { id: expert.keyId, index },
        seed,
        photoSha256: null,
      }),
    );
  }
  return {
    kind: 'score',
    format: 1,
    round: { id: round.id, sha256 },
    rubricSha256: round.rubricSha256,
    rulesSha256: round.rulesSha256,
    expert: { id: expert.keyId, name: colleagues[index] ?? '', key: expert.keyId },
    sequence: 1,
    sealedAt: core.now(),
    declarations: [],
    recusals: [],
    sheets,
    // A made-up colleague has no workspace, so no audit chain either.
    audit: { head: '0'.repeat(64), count: 0 },
  };
}
