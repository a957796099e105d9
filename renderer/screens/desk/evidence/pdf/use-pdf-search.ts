import { useEffect, useState } from 'react';
import type { Found } from './find-in-text.ts';
import { findInText, surroundings } from './find-in-text.ts';
import type { OpenPdf } from './open-pdf.ts';

export type Hit = Found & { readonly page: number; readonly before: string; readonly match: string; readonly after: string };

export type PdfSearch = {
  readonly query: string;
  readonly hits: readonly Hit[];
  /** Pages looked through so far. */
  readonly pagesRead: number;
  readonly current: number;
  /** More was found than is listed. */
  readonly cut: boolean;
};

const mostHits = 500;
const blank: PdfSearch = { query: '', hits: [], pagesRead: 0, current: 0, cut: false };

/** Searches a PDF page by page; what was found is there while the rest is still being read. */
export function usePdfSearch({ document: pdf, texts }: OpenPdf, query: string) {
  const [kept, setKept] = useState<PdfSearch>(blank);
  const search = kept.query === query ? kept : { ...blank, query };
  useEffect(() => {
    const work = new AbortController();
    const read = async () => {
      let hits: Hit[] = [];
      for (let page = 1; page <= pdf.numPages && !work.signal.aborted && hits.length <= mostHits; page++) {
        // A page that can't be read has nothing to be found; it says so itself where it is shown.
        const { text } = await texts.page(page).catch(() => ({ text: '' }));
        const onPage = findInText(text, query).map((found) => ({ page, ...found, ...surroundings(text, found) }));
        hits = hits.concat(onPage);
        // Not for every page of hundreds: the list would be drawn as often.
        if (!work.signal.aborted && (onPage.length > 0 || page % 20 === 0 || page === pdf.numPages)) {
          const found = { query, hits: hits.slice(0, mostHits), cut: hits.length > mostHits, pagesRead: page };
          setKept((before) => ({ ...found, current: before.query === query ? before.current : 0 }));
        }
      }
    };
    if (query.trim() !== '') {
      void read();
    }
    return () => work.abort();
  }, [pdf, texts, query]);
  const go = (to: number) => setKept((before) => ({ ...before, current: (to + before.hits.length) % Math.max(1, before.hits.length) }));
  return { search, go };
}
