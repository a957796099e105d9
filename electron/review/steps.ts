import type { SheetAddress, SheetStep } from '#db/stores/sheets.ts';
import type { SheetSteps } from '#shared/api/sheets.ts';
import type { Answer } from '#shared/domain/sheet.ts';
import { RefusedError, valueOf } from '#shared/result.ts';
import { isBlank, scoreAnswer, slotKey } from '#shared/scoring/index.ts';
import type { OpenCore } from '../core/core.ts';
import { applicationIn, mineIn, myRound } from '../my-round/my-round.ts';
import { checkedSheet } from './proposals.ts';
import { recordAnswer } from './sheets.ts';

const blank: Answer = { value: null, points: null, verdict: null, comment: '', evidence: [] };

/** What can be taken back on a sheet of mine and what can be made again; nothing once it was sealed, or while it is complete. */
export function stepsOf(core: OpenCore, address: SheetAddress): SheetSteps {
  mineIn(myRound(core, address.round), address.application, address.stage);
  const { sheets } = core.workspace.stores;
  const progress = sheets.progressOf(address);
  if (progress === null || progress.sealed !== null || progress.completedAt !== null) {
    return { undo: null, redo: null };
  }
  const { undo, redo } = possibleSteps(core, address);
  return {
    undo: undo && { slot: undo.slot, from: undo.after, to: undo.before ?? blank },
    redo: redo && { slot: redo.slot, from: redo.before ?? blank, to: redo.after },
  };
}

/**
 * Takes the newest change of a sheet back, or makes the one taken back last again. Both are answers like any other: what stood is
 * history. Throws `review/{nothing-to-undo,nothing-to-redo,undo-after-sealing}` and what `recordAnswer` refuses.
 */
export async function takeStep(core: OpenCore, address: SheetAddress, kind: 'undo' | 'redo'): Promise<void> {
  const round = myRound(core, address.round);
  mineIn(round, address.application, address.stage);
  const { proposals } = await checkedSheet(core, round, address);
  const { sheets } = core.workspace.stores;
  if (sheets.progressOf(address)?.sealed != null) {
    throw new RefusedError('review/undo-after-sealing');
  }
  const step = possibleSteps(core, address)[kind];
  if (step === null) {
    throw new RefusedError(kind === 'undo' ? 'review/nothing-to-undo' : 'review/nothing-to-redo');
  }
  valueOf(recordAnswer(core, { address, slot: step.slot, answer: answerTo(step, kind), reason: null, proposals, step: { step, kind } }));
}

/**
 * The next steps; none where the item was taken out of the rubric since, or is another and would not take that answer any more: what was
 * answered before it stays.
 */
function possibleSteps(core: OpenCore, address: SheetAddress): { undo: SheetStep | null; redo: SheetStep | null } {
  const round = myRound(core, address.round);
  const asked = new Set(round.slots(applicationIn(round, address.application), address.stage).map(slotKey));
  const items = new Map(round.round.rubric.items.map((item) => [item.code, item]));
  const { undo, redo } = core.workspace.stores.sheets.steps(address);
  const ifPossible = (step: SheetStep | null, kind: 'undo' | 'redo') => {
    const item = step === null ? undefined : items.get(step.slot.item);
    if (step === null || item === undefined || !asked.has(slotKey(step.slot))) {
      return null;
    }
    const answer = answerTo(step, kind);
    return isBlank(item, answer) || scoreAnswer(item, answer).ok ? step : null;
  };
  return { undo: ifPossible(undo, 'undo'), redo: ifPossible(redo, 'redo') };
}

function answerTo(step: SheetStep, kind: 'undo' | 'redo'): Answer {
  return kind === 'undo' ? (step.before ?? blank) : step.after;
}
