import type { SheetAddress } from '#db/stores/sheets.ts';
import type { RecheckView } from '#shared/api/rechecks.ts';
import { answerSchema, type Slot } from '#shared/domain/sheet.ts';
import { rubricChanges } from '#shared/rubric/changes.ts';
import { entriesBySlot, slotKey } from '#shared/scoring/index.ts';
import { refused, RefusedError, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { reissueReason } from '../my-round/reissue-reason.ts';
import { myRound, type MyRound } from '../my-round/my-round.ts';
import { checkedSheet } from './proposals.ts';
import { recordAnswer } from './sheets.ts';

/** Answers of mine whose item a later issue changed and that I have neither confirmed nor changed since, with the item before and now. */
export function rechecksOf(core: OpenCore, id: string): RecheckView[] {
  const round = myRound(core, id);
  const { rechecks, rounds, sheets } = core.workspace.stores;
  return rechecks.open(id).flatMap(({ application, stage, slot, since }): RecheckView[] => {
    const entry = round.mine.find((one) => one.id === application);
    const item = round.round.rubric.items.find(({ code }) => code === slot.item);
    if (entry === undefined || item === undefined || !isAsked(round, { application, stage, slot })) {
      return [];
    }
    const old = rounds.issued({ round: id, issue: since - 1 });
    const [change] = rubricChanges(old.rubric, round.round.rubric).items.filter(
      (one) => one.kind === 'changed' && one.after.code === slot.item,
    );
    const answered = entriesBySlot(sheets.read({ round: id, application, stage })).get(slotKey(slot));
    if (answered === undefined) {
      return [];
    }
    // Changed and changed back has no fields left, and is asked about all the same: it may have been answered in between.
    const { before, after, fields } = change?.kind === 'changed' ? change : { before: item, after: item, fields: [] };
    const answer = answerSchema.strip().parse(answered);
    return [{ application, applicant: entry.applicant.name, stage, ...slot, issue: since, before, after, fields: [...fields], answer }];
  });
}

/**
 * Stands by an answer under the item as it is now: a measured value is scored by the new rule.
 */
export async function confirmRecheck(core: OpenCore, address: SheetAddress, slot: Slot): Promise<Result<null, 'review/slot-unknown'>> {
  const { proposals } = await checkedSheet(core, myRound(core, address.round), address);
  const found = rechecksOf(core, address.round).find(
    (one) => one.application === address.application && one.stage === address.stage && slotKey(one) === slotKey(slot),
  );
  if (found === undefined) {
    return refused('review/slot-unknown', { item: slot.item });
  }
  return core.workspace.transaction(() => {
    const kept = recordAnswer(core, { address, slot, answer: found.answer, reason: reissueReason(found.issue), proposals });
    if (!kept.ok) {
      throw new RefusedError(kept.refusal.code, kept.refusal.details);
    }
    core.workspace.stores.rechecks.confirm(address, slot);
    return { ok: true as const, value: null };
  });
}

function isAsked(round: MyRound, { application, stage, slot }: Pick<SheetAddress, 'application' | 'stage'> & { slot: Slot }): boolean {
  const entry = round.mine.find(({ id }) => id === application);
  return entry !== undefined && round.slots(entry, stage).some((asked) => slotKey(asked) === slotKey(slot));
}
