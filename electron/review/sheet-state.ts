import type { SheetProgress } from '#db/stores/sheets.ts';
import type { SealHeading } from '#db/stores/seals.ts';
import type { SheetState } from '#shared/api/applications.ts';
import type { PendingReturns } from '../my-round/pending-returns.ts';

/** What a sheet's state depends on beside the sheet: my newest seal, null before the first, and what waits to be answered anew. */
export type SheetStanding = { readonly seal: Pick<SealHeading, 'exports'> | null; readonly returns: PendingReturns };

/** The state in which an expert sees a sheet; none before it was started. */
export function sheetState(sheet: SheetProgress | null | undefined, { seal, returns }: SheetStanding): SheetState {
  if (sheet === undefined || sheet === null) {
    return 'empty';
  }
  if (returns.names(sheet)) {
    return 'returned';
  }
  if (sheet.sealed !== null && !sheet.sealed.changedSince) {
    return seal !== null && seal.exports.length > 0 ? 'exported' : 'sealed';
  }
  return sheet.completedAt === null ? 'draft' : 'complete';
}
