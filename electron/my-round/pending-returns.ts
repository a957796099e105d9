import type { SheetAddress } from '#db/stores/sheets.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import { returnDocumentSchema, type ReturnDocument } from '#shared/packages/documents.ts';
import { slotKey } from '#shared/scoring/index.ts';
import type { OpenCore } from '../core/core.ts';

type Sheet = Pick<SheetAddress, 'application' | 'stage'>;

/** What the chair returned to me and I have not sealed anew since. */
export type PendingReturns = {
  readonly any: boolean;
  /** Whether items of this sheet were returned: the others on it are locked till then. */
  names(sheet: Sheet): boolean;
  /** Why items of this sheet were returned, each reason once; null where none were. */
  sheetReason(sheet: Sheet): string | null;
  /** Why this slot was returned; null where it was not. Of two returns the later one's reason. */
  reasonFor(sheet: Sheet, slot: Slot): string | null;
};

/** My returned items of a round. A return is over when a newer version than the one it names is sealed. */
export function pendingReturns({ workspace }: OpenCore, round: string): PendingReturns {
  const { packages, seals } = workspace.stores;
  const received = packages.list({ round, kind: 'return' });
  const sealed = received.length === 0 ? null : (seals.heading(round)?.sequence ?? null);
  const items = received
    .filter(({ sequence }) => sequence === sealed)
    .flatMap(({ document }): ReturnDocument['items'] => returnDocumentSchema.parse(JSON.parse(document)).items);
  const reasons = new Map(items.map((item) => [placeOf(item, item), item.reason]));
  const reasonsOf = ({ application, stage }: Sheet) => [
    ...new Set(items.filter((item) => item.application === application && item.stage === stage).map(({ reason }) => reason)),
  ];
  return {
    any: items.length > 0,
    names: (sheet) => reasonsOf(sheet).length > 0,
    sheetReason: (sheet) => reasonsOf(sheet).join(' / ') || null,
    reasonFor: (sheet, slot) => reasons.get(placeOf(sheet, slot)) ?? null,
  };
}

function placeOf({ application, stage }: Sheet, slot: Slot): string {
  return JSON.stringify([application, stage, slotKey(slot)]);
}
