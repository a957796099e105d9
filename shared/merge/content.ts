import type { Round, RoundApplication } from '../domain/round.ts';
import type { Sheet } from '../domain/sheet.ts';
import type { ScoreDocument } from '../packages/documents.ts';
import { scoreAnswer, slotKey, slotsOf } from '../scoring/index.ts';

/** Why a score document is refused as a whole; `item` is where. */
export type ContentRefusal = {
  readonly code: 'merge/sheet-twice' | 'merge/entry-unknown' | 'merge/entry-twice' | 'merge/answer-invalid' | 'merge/points-differ';
  readonly item?: string;
};

/**
 * Recomputes every answer of a score document (design.md §9: 'the merge recomputes the points and refuses a package where they differ').
 * null when all of it holds. Sheets that can't count anyway (recused, not assigned) are not looked at.
 */
export function refuseContent(round: Round, document: ScoreDocument): ContentRefusal | null {
  const seen = new Set<string>();
  for (const sheet of document.sheets) {
    if (refuseSheet(round, document, sheet) !== null) {
      continue;
    }
    const address = JSON.stringify([sheet.application, sheet.stage]);
    if (seen.has(address)) {
      return { code: 'merge/sheet-twice' };
    }
    seen.add(address);
    const application = round.applications.find(({ id }) => id === sheet.application);
    const refusal = application === undefined ? null : refuseEntries(round, application, sheet);
    if (refusal !== null) {
      return refusal;
    }
  }
  return null;
}

/** Why one sheet of a document is set aside while the others count: the expert is recused from its applicant, or not assigned. */
export function refuseSheet(
  round: Round,
  document: ScoreDocument,
  sheet: Pick<Sheet, 'application'>,
): 'merge/recused-sheet' | 'merge/not-assigned' | null {
  const expert = document.expert.id;
  const application = round.applications.find(({ id }) => id === sheet.application);
  if (application !== undefined && isRecused(round, document, { expert, applicant: application.applicant.id })) {
    return 'merge/recused-sheet';
  }
  const assigned = round.assignments.some((each) => each.expert === expert && each.application === sheet.application);
  return application !== undefined && assigned ? null : 'merge/not-assigned';
}

/** Whether the round imposes the recusal or the expert's counting document declares it. */
export function isRecused(
  round: Round,
  document: ScoreDocument | undefined,
  { expert, applicant }: { readonly expert: string; readonly applicant: string },
): boolean {
  return (
    round.recusals.some((recusal) => recusal.expert === expert && recusal.applicant === applicant) ||
    document?.recusals.some((recusal) => recusal.applicant === applicant) === true
  );
}

function refuseEntries(round: Round, application: RoundApplication, sheet: Sheet): ContentRefusal | null {
  const slots = new Set(slotsOf(round.rubric, sheet.stage, application).map(slotKey));
  const seen = new Set<string>();
  for (const entry of sheet.entries) {
    const key = slotKey(entry);
    const item = round.rubric.items.find(({ code }) => code === entry.item);
    if (item === undefined || !slots.has(key)) {
      return { code: 'merge/entry-unknown', item: entry.item };
    }
    if (seen.has(key)) {
      return { code: 'merge/entry-twice', item: entry.item };
    }
    seen.add(key);
    // A blank entry (a comment alone) is honest: it counts as missing, not as wrong.
    if (entry.value === null && entry.points === null && entry.verdict === null) {
      continue;
    }
    const scored = scoreAnswer(item, entry);
    if (!scored.ok) {
      return { code: 'merge/answer-invalid', item: entry.item };
    }
    if (scored.value.answer.points !== entry.points) {
      return { code: 'merge/points-differ', item: entry.item };
    }
  }
  return null;
}
