import { plain, tidy } from '../text.ts';

/** The text of one page of a proof. */
export type PageText = { readonly page: number; readonly text: string };

/** What was read of one document: its pages' text, and its rows where it is made of tables. */
export type ReadDocument = { readonly pages: readonly PageText[]; readonly rows: readonly (readonly string[])[] };

/** What stands behind the first of the labels (租赁期限：…), up to the end of its line; the page it is on, or null. */
export function labelled(pages: readonly PageText[], labels: RegExp): { page: number; value: string } | null {
  for (const { page, text } of pages) {
    for (const line of text.split('\n')) {
      const compact = tidy(line);
      const match = new RegExp(`(?:${labels.source})\\s*(?:[（(][^）)]{0,12}[）)])?\\s*[:：]\\s*`, 'u').exec(compact);
      const value = match === null ? '' : compact.slice(match.index + match[0].length).trim();
      if (value !== '') {
        return { page, value };
      }
    }
  }
  return null;
}

/** All pages' text for searching in, white space removed. */
export function compactText(pages: readonly PageText[]): string {
  return pages.map(({ text }) => plain(text)).join('');
}

/** Digits that a PDF's layout set apart from the Chinese around them, joined again: 示例路 1 号 → 示例路1号. */
export function closeUp(text: string): string {
  return text.replaceAll(/(?<=[\u3400-\u9fff])\s+(?=\d)|(?<=\d)\s+(?=[\u3400-\u9fff])/gu, '').trim();
}
