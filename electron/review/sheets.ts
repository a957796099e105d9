import { isDeepStrictEqual } from 'node:util';
import type { GivenAnswer, SheetAddress, TakenStep } from '#db/stores/sheets.ts';
import type { SheetView } from '#shared/api/sheets.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import { answerSchema, type Answer, type Entry, type OpenProposal, type Proposal, type Slot } from '#shared/domain/sheet.ts';
import type { Method } from '#shared/domain/values.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { decisionOn, entriesBySlot, isBlank, scoreAnswer, slotKey, unfinished } from '#shared/scoring/index.ts';
import type { OpenCore } from '../core/core.ts';
import { isOthers, mineIn, myRound, readableIn, type MyRound } from '../my-round/my-round.ts';
import { checkedSheet, type Proposals } from './proposals.ts';
import { pendingReturns } from '../my-round/pending-returns.ts';
import { locksOf } from '../my-round/locks.ts';
import { sheetState } from './sheet-state.ts';
import type { AnswerCode } from '#shared/scoring/score-answer.ts';
import type { LockCode } from '#shared/scoring/lock.ts';

/** A sheet of mine with everything it asks of me and what the checks propose: nothing, where the stage is somebody else's. Throws the refusals of `readableIn`. */
export async function viewSheet(core: OpenCore, address: SheetAddress): Promise<SheetView> {
  const round = myRound(core, address.round);
  const application = readableIn(round, address.application);
  const { findings, proposals } = await checkedSheet(core, round, address);
  const locks = locksOf(core, round, address);
  const slots = round.slots(application, address.stage).map((slot) => {
    const lock = locks.of(slot);
    return { ...slot, proposed: proposals.get(slotKey(slot)) ?? null, lock };
  });
  const { sheets } = core.workspace.stores;
  return {
    sheet: sheets.read(address),
    slots,
    lock: locks.sheet,
    findings,
    resumeAt: sheets.resumeAt(address),
    ...standing(core, address, slots.length),
    ...(isOthers(round, application, address.stage) ? { state: 'not-assigned' as const } : {}),
  };
}

/** Remembers at which item of a sheet of mine I am, so that it opens there again. */
export function resumeAt(core: OpenCore, address: SheetAddress, slot: Slot): void {
  mineIn(myRound(core, address.round), address.application, address.stage);
  core.workspace.stores.sheets.setResumeAt(address, slot);
}

export type AnswerToRecord = {
  readonly address: SheetAddress;
  readonly slot: Slot;
  readonly answer: Answer;
  readonly reason: string | null;
  /** What the checks propose for the sheet: the answer is a decision about it. */
  readonly proposals: Proposals;
  /** How many answers the slot had had when this one was begun; absent where nobody else can have answered meanwhile. */
  readonly basedOn?: number | undefined;
  /** The change that this answer takes back or makes again. */
  readonly step?: TakenStep | undefined;
};

/**
 * Keeps an answer; it is on disk when this returns. A measured item's points are its rule's. Refuses with the codes of
 * `scoreAnswer` and of `keptReason`, `review/{slot-unknown,changed-elsewhere}`, and throws those of `mineIn`. A sealed sheet that was complete is
 * a draft again with its reason.
 */
export function recordAnswer(
  core: OpenCore,
  { address, slot, answer, reason, proposals, basedOn, step }: AnswerToRecord,
): Result<
  { entry: Entry; fill: SheetView['fill']; state: SheetView['state']; savedAt: string },
  AnswerCode | LockCode | 'review/changed-elsewhere' | 'review/slot-unknown'
> {
  const round = myRound(core, address.round);
  const slots = round.slots(mineIn(round, address.application, address.stage), address.stage);
  const item = itemsOf(round).get(slot.item);
  if (item === undefined || !slots.some((asked) => slotKey(asked) === slotKey(slot))) {
    return refused('review/slot-unknown', { item: slot.item });
  }
  const locks = locksOf(core, round, address);
  const why = locks.reasonFor(slot, reason);
  if (!why.ok) {
    return why;
  }
  // A slot may be emptied again; a comment or evidence may come before the value.
  const given = withoutEmptyLists(answer);
  const kept = isBlank(item, given) ? ok({ ...given, points: null }) : scoredAnswer(item, given);
  if (!kept.ok) {
    return kept;
  }
  if (basedOn !== undefined && isStale(core, { address, slot, answer: kept.value, basedOn })) {
    return refused('review/changed-elsewhere', { item: slot.item });
  }
  const proposal = decided(item, proposals.get(slotKey(slot)) ?? null, kept.value);
  const { workspace } = core;
  const { sheets } = workspace.stores;
  const entry = workspace.transaction(() => {
    if (locks.completed) {
      sheets.reopen(address, why.value);
    }
    return sheets.record(address, { slot, answer: kept.value, reason: why.value, proposal, step });
  });
  return ok({ entry, ...standing(core, address, slots.length), savedAt: core.now() });
}

/**
 * Accepts, all or none, what was proposed for slots of a sheet of mine; those answered meanwhile keep their answers. Throws the refusals of `mineIn`.
 */
export function acceptMet(
  core: OpenCore,
  { address, slots, proposals }: { address: SheetAddress; slots: readonly Slot[]; proposals: Proposals },
): Result<null, LockCode | 'review/not-met' | 'review/slot-unknown'> {
  const round = myRound(core, address.round);
  const asked = new Set(round.slots(mineIn(round, address.application, address.stage), address.stage).map(slotKey));
  const locks = locksOf(core, round, address);
  const items = itemsOf(round);
  const entries = entriesBySlot(core.workspace.stores.sheets.read(address));
  const given: GivenAnswer[] = [];
  for (const slot of slots) {
    const item = items.get(slot.item);
    if (item === undefined || !asked.has(slotKey(slot))) {
      return refused('review/slot-unknown', { item: slot.item });
    }
    const why = locks.reasonFor(slot, null);
    if (!why.ok) {
      return why;
    }
    const proposal = proposals.get(slotKey(slot));
    if (proposal?.verdict !== 'met') {
      return refused('review/not-met', { item: slot.item });
    }
    const before = entries.get(slotKey(slot));
    if (before === undefined || isBlank(item, before)) {
      const { comment = '', evidence = [] } = before ?? {};
      const { value, points } = proposal;
      const answer = { value, points, verdict: item.kind === 'gate' ? proposal.verdict : null, comment, evidence };
      given.push({ slot, answer, reason: why.value, proposal: { ...proposal, decision: 'accepted' } });
    }
  }
  core.workspace.stores.sheets.recordAll(address, given);
  return ok(null);
}

/** Notes which methods were used on a sheet of mine. */
export function setMethods(
  core: OpenCore,
  address: SheetAddress,
  { methods, reason }: { methods: readonly Method[]; reason: string | null },
): Result<null, LockCode> {
  const round = myRound(core, address.round);
  mineIn(round, address.application, address.stage);
  const why = locksOf(core, round, address).reasonFor(null, reason);
  if (!why.ok) {
    return why;
  }
  core.workspace.stores.sheets.setMethods(address, { methods, reason: why.value });
  return ok(null);
}

/** Marks a sheet complete. */
export function completeSheet(core: OpenCore, address: SheetAddress): Result<null, 'review/changed-items-left' | 'review/incomplete'> {
  const round = myRound(core, address.round);
  const slots = round.slots(mineIn(round, address.application, address.stage), address.stage);
  const { rechecks, sheets } = core.workspace.stores;
  const missing = unfinished(round.round.rubric, sheets.read(address), slots);
  if (missing.length > 0) {
    return refused('review/incomplete', { count: missing.length });
  }
  const asked = new Set(slots.map(slotKey));
  const toCheck = rechecks
    .open(address.round)
    .filter((one) => one.application === address.application && one.stage === address.stage && asked.has(slotKey(one.slot))).length;
  if (toCheck > 0) {
    return refused('review/changed-items-left', { count: toCheck });
  }
  core.workspace.stores.sheets.complete(address);
  return ok(null);
}

/** Makes a complete sheet a draft again; that it was is on record. */
export function reopenSheet(core: OpenCore, address: SheetAddress): Result<null, 'review/reason-needed'> {
  const round = myRound(core, address.round);
  mineIn(round, address.application, address.stage);
  const locks = locksOf(core, round, address);
  if (locks.sealed) {
    return refused('review/reason-needed');
  }
  if (locks.completed) {
    core.workspace.stores.sheets.reopen(address, null);
  }
  return ok(null);
}

/** Whether somebody else has answered since; the same answer sent once more is not somebody else. */
function isStale(
  { workspace }: OpenCore,
  { address, slot, answer, basedOn }: { address: SheetAddress; slot: Slot; answer: Answer; basedOn: number },
): boolean {
  const { sheets } = workspace.stores;
  if (sheets.answerCount(address, slot) === basedOn) {
    return false;
  }
  const standing = entriesBySlot(sheets.read(address)).get(slotKey(slot));
  return standing === undefined || !isDeepStrictEqual(answerSchema.strip().parse(standing), answer);
}

/** No measurements, and an empty list of them, are the same answer. */
function withoutEmptyLists({ measurements, partial, typed, ...answer }: Answer): Answer {
  return {
    ...answer,
    ...(measurements === undefined || measurements.length === 0 ? {} : { measurements }),
    ...(partial === undefined || Object.keys(partial).length === 0 ? {} : { partial }),
    ...(typed === undefined || Object.keys(typed).length === 0 ? {} : { typed }),
  };
}

function itemsOf({ round }: MyRound): Map<string, RubricItem> {
  return new Map(round.rubric.items.map((item) => [item.code, item]));
}

function scoredAnswer(item: RubricItem, answer: Answer): Result<Answer, AnswerCode> {
  const scored = scoreAnswer(item, answer);
  return scored.ok ? ok(scored.value.answer) : scored;
}

/** The proposal with what this answer makes of it; null where nothing was proposed or nothing is answered. */
function decided(item: RubricItem, proposal: OpenProposal | null, answer: Answer): Proposal | null {
  const decision = proposal === null ? null : decisionOn(item, proposal, answer);
  return proposal === null || decision === null ? null : { ...proposal, decision };
}

function progressOf({ workspace }: OpenCore, address: SheetAddress) {
  return workspace.stores.sheets.progressOf(address);
}

function standing(core: OpenCore, address: SheetAddress, total: number): Pick<SheetView, 'fill' | 'state'> {
  const sheet = progressOf(core, address);
  return {
    fill: { filled: sheet?.filled ?? 0, total },
    state: sheetState(sheet, { seal: core.workspace.stores.seals.heading(address.round), returns: pendingReturns(core, address.round) }),
  };
}
