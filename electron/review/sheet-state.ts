import type { SheetProgress } from '#db/stores/sheets.ts';
import type { SealHeading } from '#db/stores/seals.ts';
import type { SheetState } from '#shared/api/applications.ts';

/** The state in which an expert sees a sheet; `sheet` is none before it was started, `seal` before the first sealing. */
export function sheetState(sheet: SheetProgress | null | undefined, seal: Pick<SealHeading, 'exports'> | null): SheetState {
  if (sheet === undefined || sheet === null) {
    return 'empty';
  }
  if (sheet.sealed !== null && !sheet.sealed.changedSince) {
    return seal !== null && seal.exports.length > 0 ? 'exported' : 'sealed';
  }
  return sheet.completedAt === null ? 'draft' : 'complete';
}
