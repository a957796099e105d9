import type { PledgeFact } from '../../domain/facts.ts';
import { readDates } from '../dates.ts';
import { saysNothing } from '../text.ts';
import { compactText, labelled, type PageText } from './text-lines.ts';

/** What the text of 附件4 shows: who signed and when. Whether it is sealed only eyes can tell. */
export function readPledge(pages: readonly PageText[]): Omit<PledgeFact, 'attachment'> {
  const signature = labelled(pages, /(?:法人代表|法定代表人|负责人)\s*(?:签字|签名|签章)/u);
  const signer =
    signature === null
      ? ''
      : signature.value
          .slice(0, 1000)
          .replace(/\s*\d{4}\s*年.*$/u, '')
          .trim();
  return {
    page: signature?.page ?? pages[0]?.page ?? null,
    sealed: null,
    signedBy: saysNothing(signer) ? null : signer.slice(0, 400),
    date: readDates(compactText(pages)).at(-1) ?? null,
  };
}
