import type { SheetAddress } from '#db/stores/sheets.ts';
import type { SheetView } from '#shared/api/sheets.ts';
import { proposedAnswers } from '#shared/checks/index.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Answer, Entry, Slot } from '#shared/domain/sheet.ts';
import type { Method } from '#shared/domain/values.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { completeness, isBlank, scoreAnswer, slotKey } from '#shared/scoring/index.ts';
import type { OpenCore } from '../core/core.ts';
import { findingsOf } from './findings.ts';
import { applicationIn, mineIn, myRound, type MyRound } from './my-round.ts';
import { sheetState } from './sheet-state.ts';

/** A sheet of mine with everything it asks and what the checks propose. */
export async function viewSheet(core: OpenCore, address: SheetAddress): Promise<SheetView> {
  const round = myRound(core, address.round);
  const application = applicationIn(round, address.application);
  const findings = address.stage === 'document' ? await findingsOf(core, { round: round.round, bundle: application.bundle.sha256 }) : [];
  const proposed = new Map(proposedAnswers(findings, round.round.rubric).map(({ slot, answer }) => [slotKey(slot), answer]));
  const items = itemsOf(round);
  const slots = round.slots(application, address.stage).map((slot) => ({
    ...slot,
    proposed: withPoints(items.get(slot.item), proposed.get(slotKey(slot)) ?? null),
    returned: false,
  }));
  return { sheet: core.workspace.stores.sheets.read(address), slots, ...standing(core, address, slots.length) };
}

/**
 * Keeps an answer; it is on disk when this returns. A measured item's points are its rule's. Refuses with the codes of
 * `scoreAnswer` and `review/{slot-unknown,sheet-complete,reason-needed,recused,not-assigned}`.
 */
export function recordAnswer(
  core: OpenCore,
  { address, slot, answer, reason }: { address: SheetAddress; slot: Slot; answer: Answer; reason: string | null },
): Result<{ entry: Entry; fill: SheetView['fill']; state: SheetView['state']; savedAt: string }> {
  const round = myRound(core, address.round);
  const slots = round.slots(mineIn(round, address.application), address.stage);
  const item = itemsOf(round).get(slot.item);
  if (item === undefined || !slots.some((asked) => slotKey(asked) === slotKey(slot))) {
    return refused('review/slot-unknown', { item: slot.item });
  }
  const before = progressOf(core, address);
  if (before?.completedAt != null) {
    return refused('review/sheet-complete');
  }
  if (before?.sealed != null && (reason ?? '').trim() === '') {
    return refused('review/reason-needed');
  }
  // A slot may be emptied again; a comment or evidence may come before the value.
  const kept = isBlank(item, answer) ? ok({ ...answer, points: null }) : scoredAnswer(item, answer);
  if (!kept.ok) {
    return kept;
  }
  const entry = core.workspace.stores.sheets.record(address, { slot, answer: kept.value, reason });
  return ok({ entry, ...standing(core, address, slots.length), savedAt: core.now() });
}

/** Notes which methods were used on a sheet of mine. */
export function setMethods(core: OpenCore, address: SheetAddress, methods: readonly Method[]): void {
  mineIn(myRound(core, address.round), address.application);
  core.workspace.stores.sheets.setMethods(address, methods);
}

/** Marks a sheet complete. Refuses with `review/incomplete` while anything is missing. */
export function completeSheet(core: OpenCore, address: SheetAddress): Result<null> {
  const round = myRound(core, address.round);
  const slots = round.slots(mineIn(round, address.application), address.stage);
  const missing = completeness(round.round.rubric, core.workspace.stores.sheets.read(address), slots);
  if (missing.length > 0) {
    return refused('review/incomplete', { count: missing.length });
  }
  core.workspace.stores.sheets.complete(address);
  return ok(null);
}

/** Makes a complete sheet a draft again; that it was is on record. */
export function reopenSheet(core: OpenCore, address: SheetAddress): void {
  mineIn(myRound(core, address.round), address.application);
  core.workspace.stores.sheets.reopen(address, null);
}

function itemsOf({ round }: MyRound): Map<string, RubricItem> {
  return new Map(round.rubric.items.map((item) => [item.code, item]));
}

function scoredAnswer(item: RubricItem, answer: Answer): Result<Answer> {
  const scored = scoreAnswer(item, answer);
  return scored.ok ? ok(scored.value.answer) : scored;
}

/** A proposal with the points it would give; one that the rubric does not take is none. */
function withPoints(item: RubricItem | undefined, answer: Answer | null): Answer | null {
  const scored = item === undefined || answer === null ? null : scoredAnswer(item, answer);
  return scored?.ok === true ? scored.value : null;
}

function progressOf({ workspace }: OpenCore, { round, application, stage }: SheetAddress) {
  return workspace.stores.sheets.progress(round).find((sheet) => sheet.application === application && sheet.stage === stage);
}

function standing(core: OpenCore, address: SheetAddress, total: number): Pick<SheetView, 'fill' | 'state'> {
  const sheet = progressOf(core, address);
  return {
    fill: { filled: sheet?.filled ?? 0, total },
    state: sheetState(sheet, core.workspace.stores.seals.latest(address.round)),
  };
}
