import type { Answer, Entry, Sheet, Slot } from '../domain/sheet.ts';
import type { Stage, Verdict } from '../domain/values.ts';
import type { ScoreDocument } from '../packages/documents.ts';
import { type Hundredths, parsePoints } from '../points/hundredths.ts';
import { isBlank, scoreAnswer, slotKey } from '../scoring/index.ts';
import type { RoundIndex, IndexedSlot } from './round-index.ts';

/** Why a score document is refused as a whole; `item` is where. */
export type ContentRefusal = {
  readonly code: 'merge/sheet-twice' | 'merge/entry-unknown' | 'merge/entry-twice' | 'merge/answer-invalid' | 'merge/points-differ';
  readonly item?: string;
};

/** What an expert said about a slot, with what the rubric makes of it. */
export type Statement = {
  readonly slot: Slot;
  readonly answer: Answer;
  /** null for a gate. */
  readonly points: Hundredths | null;
  /** How the expert stands to the item's gate; null without one. */
  readonly gate: Verdict | null;
  /** A reason that the item asks for is not there: the slot is not done. */
  readonly commentMissing: boolean;
};

/** A sheet with each of its answers scored, by `slotKey`; blank ones are absent. */
export type SheetRead = { readonly stage: Stage; readonly statements: ReadonlyMap<string, Statement> };

/** The sheets of a document that may count, by application. */
export type Contents = ReadonlyMap<string, readonly SheetRead[]>;

/**
 * Scores every answer of a document once more (design.md §9: 'the merge recomputes the points and refuses a package where they differ').
 * Sheets that can't count anyway (recused, not assigned) are not looked at.
 */
export function readContents(roundIndex: RoundIndex, document: ScoreDocument): { contents: Contents } | { refusal: ContentRefusal } {
  const contents = new Map<string, SheetRead[]>();
  for (const sheet of document.sheets) {
    const application = roundIndex.application(sheet.application);
    if (application === undefined || refuseSheet(roundIndex, document, sheet) !== null) {
      continue;
    }
    const others = contents.get(sheet.application) ?? [];
    if (others.some(({ stage }) => stage === sheet.stage)) {
      return { refusal: { code: 'merge/sheet-twice' } };
    }
    const statements = readEntries(roundIndex.slots(application), sheet);
    if (!(statements instanceof Map)) {
      return { refusal: statements };
    }
    contents.set(sheet.application, [...others, { stage: sheet.stage, statements }]);
  }
  return { contents };
}

/** Why one sheet of a document is set aside while the others count: the expert is recused from its applicant, or not assigned to its stage. */
export function refuseSheet(
  roundIndex: RoundIndex,
  document: ScoreDocument,
  sheet: Pick<Sheet, 'application' | 'stage'>,
): 'merge/recused-sheet' | 'merge/not-assigned' | null {
  const expert = document.expert.id;
  const application = roundIndex.application(sheet.application);
  if (application !== undefined && isRecused(roundIndex, document, { expert, applicant: application.applicant.id })) {
    return 'merge/recused-sheet';
  }
  return application !== undefined && roundIndex.stages(expert, sheet.application).has(sheet.stage) ? null : 'merge/not-assigned';
}

/** Whether the round imposes the recusal or the expert's counting document declares it. */
export function isRecused(
  roundIndex: RoundIndex,
  document: ScoreDocument | undefined,
  { expert, applicant }: { readonly expert: string; readonly applicant: string },
): boolean {
  return roundIndex.imposesRecusal(expert, applicant) || document?.recusals.some((recusal) => recusal.applicant === applicant) === true;
}

function readEntries(slots: ReadonlyMap<string, IndexedSlot>, { stage, entries }: Sheet): Map<string, Statement> | ContentRefusal {
  const seen = new Set<string>();
  const statements = new Map<string, Statement>();
  for (const entry of entries) {
    const indexed = slots.get(slotKey(entry));
    if (indexed === undefined || indexed.item.stage !== stage) {
      return { code: 'merge/entry-unknown', item: entry.item };
    }
    // The round's own string, not one more for each entry: a panel gives millions.
    const { key } = indexed;
    if (seen.has(key)) {
      return { code: 'merge/entry-twice', item: entry.item };
    }
    seen.add(key);
    // A blank entry (a comment alone) is honest: it counts as missing, not as wrong.
    if (entry.value === null && entry.points === null && entry.verdict === null) {
      continue;
    }
    const statement = readEntry(indexed, entry);
    if ('code' in statement) {
      return statement;
    }
    if (!isBlank(indexed.item, entry)) {
      statements.set(key, statement);
    }
  }
  return statements;
}

function readEntry({ item, slot }: IndexedSlot, entry: Entry): Statement | ContentRefusal {
  const scored = scoreAnswer(item, entry);
  if (!scored.ok) {
    return { code: 'merge/answer-invalid', item: item.code };
  }
  const { answer, gate, commentMissing } = scored.value;
  if (answer.points !== entry.points) {
    return { code: 'merge/points-differ', item: item.code };
  }
  return { slot, answer: entry, points: answer.points === null ? null : parsePoints(answer.points), gate, commentMissing };
}
