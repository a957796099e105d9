import type { Entry } from '#shared/domain/sheet.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import type { EvidenceMark } from './evidence-pane.tsx';

/** What a sheet's entries cite, for the evidence to show; what the open item cites stands out. */
export function marksOf(entries: readonly Entry[], openSlot: string | null): EvidenceMark[] {
  return entries.flatMap((entry) =>
    entry.evidence.map(({ sha256, page, region }) => ({ sha256, page, region, code: entry.item, ofOpenItem: slotKey(entry) === openSlot })),
  );
}
