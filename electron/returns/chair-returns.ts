import { assignedStages } from '#shared/domain/panel.ts';
import type { Round } from '#shared/domain/round.ts';
import type { ExportRef, Progress } from '#shared/api/base.ts';
import type { AnswerPair, ReturnedItem } from '#shared/api/returns.ts';
import type { Answer, Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import { changedAnswers, merge } from '#shared/merge/index.ts';
import { scoreDocumentSchema, type ReturnDocument, type ScoreDocument } from '#shared/packages/documents.ts';
import { exportFileName } from '#shared/packages/file-names.ts';
import { catchRefusal, ok, refused, RefusedError, type Result } from '#shared/result.ts';
import { entriesBySlot, slotKey, slotsOf } from '#shared/scoring/index.ts';
import type { OpenCore } from '../core/core.ts';
import { mergeRequest } from '../merging/chair-board.ts';
import { chairedRound } from '../my-round/chaired-round.ts';
import { requireOwnSealed, sheetsToSealFirst } from '../merging/own-first.ts';
import { writePackage } from '../packages/bag/write.ts';

type SheetOfExpert = { readonly round: string; readonly expert: string; readonly application: string; readonly stage: Stage };

/** What an expert's counting version says on one sheet, slot by slot. Refuses with `return/nothing-counts`; throws `merge/own-sheets-first`. */
export async function returnableAnswers(
  core: OpenCore,
  { round, expert, application, stage }: SheetOfExpert,
): Promise<Result<{ sequence: number; slots: (Slot & { answer: Answer | null })[] }, 'return/nothing-counts'>> {
  chairedRound(core, round);
  requireOwnSealed(core, round, { application, stage });
  const counting = await countingScore(core, round, expert);
  if (counting === null) {
    return refused('return/nothing-counts');
  }
  const { document } = counting;
  const sheet = document.sheets.find((each) => each.application === application && each.stage === stage) ?? null;
  const entries = entriesBySlot(sheet);
  const slots = slotsAt(chairedRound(core, round).round, { application, stage }).map((slot) => {
    const entry = entries.get(slotKey(slot));
    const { value, points, verdict, comment, evidence } = entry ?? { value: null, points: null, verdict: null, comment: '', evidence: [] };
    return { ...slot, answer: entry === undefined ? null : { value, points, verdict, comment, evidence } };
  });
  return ok({ sequence: document.sequence, slots });
}

type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };
type ToReturn = { readonly round: string; readonly expert: string; readonly reason: string; readonly items: readonly ReturnedItem[] };

/**
 * Returns named items to their expert: the `.lpreturn` to hand over, signed by me, sealed to the expert and to me. Refuses with
 * `return/{reason-missing,nothing-counts,slot-unknown}` and the codes of `writePackage`.
 */
export function makeReturn(core: OpenCore, { round: id, expert, reason, items }: ToReturn, tools: Tools): Promise<Result<ExportRef>> {
  return catchRefusal(async () => {
    const { round, sha256 } = chairedRound(core, id);
    if (reason.trim() === '' || items.some((item) => item.reason.trim() === '')) {
      throw new RefusedError('return/reason-missing');
    }
    const counting = await countingScore(core, id, expert);
    if (counting === null) {
      throw new RefusedError('return/nothing-counts');
    }
    const isAssigned = ({ application, stage }: ReturnedItem) =>
      round.assignments.some((each) => each.expert === expert && each.application === application && assignedStages(each).includes(stage));
    for (const item of items) {
      const asked = isAssigned(item) ? slotsAt(round, item) : [];
      if (!asked.some((slot) => slotKey(slot) === slotKey(item))) {
        throw new RefusedError('return/slot-unknown', { item: item.item });
      }
    }
    const { returns, audit } = core.workspace.stores;
    const document: ReturnDocument = {
      kind: 'return',
      format: 1,
      round: { id, sha256 },
      expert,
      sequence: counting.document.sequence,
      score: counting.sha256,
      items: items.map((item) => ({ ...item })),
      reason,
      audit: audit.head(),
    };
    const written = await exportReturn(core, round, document, tools);
    returns.add({ sha256: written.sha256, document });
    return written.ref;
  });
}

/** A return that was issued, as the very same package. Refuses with `return/unknown` and the codes of `writePackage`. */
export function exportReturnAgain(
  core: OpenCore,
  { round, return: sha256 }: { round: string; return: string },
  tools: Tools,
): Promise<Result<ExportRef>> {
  return catchRefusal(async () => {
    const { round: document } = chairedRound(core, round);
    return (await exportReturn(core, document, issuedReturn(core, round, sha256), tools)).ref;
  });
}

/**
 * The returned items before and after, and whatever else the expert changed with them; without those on sheets that I have yet to seal
 * myself. Refuses with `return/unknown`.
 */
export async function compareReturn(
  core: OpenCore,
  { round, return: sha256 }: { round: string; return: string },
): Promise<{ before: number; after: number | null; answers: AnswerPair[] }> {
  chairedRound(core, round);
  const returned = issuedReturn(core, round, sha256);
  const kept = core.workspace.stores.packages.get(returned.score);
  const counting = await countingScore(core, round, returned.expert);
  if (kept === null) {
    throw new Error(`score ${returned.score} was returned but not kept`);
  }
  const before = scoreDocumentSchema.parse(JSON.parse(kept.document));
  const unsealed = new Set(sheetsToSealFirst(core, round).map((sheet) => `${sheet.application} ${sheet.stage}`));
  const answered = counting !== null && counting.document.sequence > returned.sequence;
  const answers = answered
    ? changedAnswers(before, counting.document, returned.items)
    : changedAnswers(before, before, returned.items).map((pair) => ({ ...pair, after: null }));
  return {
    before: returned.sequence,
    after: answered ? counting.document.sequence : null,
    answers: answers.filter(({ application, stage }) => !unsealed.has(`${application} ${stage}`)),
  };
}

function issuedReturn({ workspace }: OpenCore, round: string, sha256: string): ReturnDocument {
  const found = workspace.stores.returns.list(round).find((each) => each.sha256 === sha256);
  if (found === undefined) {
    throw new RefusedError('return/unknown');
  }
  return found.document;
}

/** The package of an expert that counts now, or null. */
async function countingScore(core: OpenCore, round: string, expert: string): Promise<{ sha256: string; document: ScoreDocument } | null> {
  const request = await mergeRequest(core, round);
  const counting = merge(request).result.inputs.find((input) => input.expert === expert);
  return request.inputs.find(({ sha256 }) => sha256 === counting?.sha256) ?? null;
}

function slotsAt(round: Round, { application, stage }: { readonly application: string; readonly stage: Stage }): readonly Slot[] {
  const found = round.applications.find(({ id }) => id === application);
  return found === undefined ? [] : slotsOf(round.rubric, stage, found);
}

async function exportReturn(
  core: OpenCore,
  round: Round,
  document: ReturnDocument,
  { signal, report }: Tools,
): Promise<{ sha256: string; ref: ExportRef }> {
  const expert = round.panel.find(({ id }) => id === document.expert);
  if (expert === undefined) {
    throw new RefusedError('return/nothing-counts');
  }
  const name = exportFileName({
    ascii: `return-${String(document.sequence).padStart(2, '0')}`,
    chinese: `${expert.name}-${round.title}`,
    extension: 'lpreturn',
  });
  let sha256 = '';
  const ref = await core.exports.addSealed(name, async (target) => {
    const written = await writePackage({
      kind: 'return',
      document,
      files: [],
      signers: [{ privateJwk: core.me.keys.signKey }],
      signedAt: core.now(),
      recipients: [...new Set([expert.ageRecipient, core.me.keys.public.ageRecipient])],
      target,
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
  return { sha256, ref };
}
