import { plain, tidy } from '../text.ts';
import type { PageText } from './text-lines.ts';

const title = /(制度|规程|责任制|守则|规则|规定|办法|细则|预案)([（(][^）)]*[）)])?$/u;

const longest = 400;

/** The headings of the regulations in a compilation and the page each begins on; a heading seen again (a table of contents) counts once. */
export function readRegulationTitles(pages: readonly PageText[]): { page: number; title: string }[] {
  const found = new Map<string, { page: number; title: string }>();
  for (const { page, text } of pages) {
    // What is longer than a heading with its dots and page number is none; taking its end off would cost the square of its length.
    for (const line of text.split('\n').filter(({ length }) => length <= longest)) {
      const heading = tidy(line)
        .replace(/^第?[一二三四五六七八九十\d]{1,3}[、.．章节)）]\s*/u, '')
        .replace(/[.…·\s]*\d*$/u, '')
        .replace(/^《(.*)》$/u, '$1');
      const isTitle =
        heading.length >= 4 &&
        heading.length <= 40 &&
        title.test(heading) &&
        !/[。；]|^第.+条|本制度/u.test(heading) &&
        !heading.endsWith('汇编');
      if (isTitle) {
        // The later place is the regulation itself, the earlier one the table of contents.
        found.set(plain(heading), { page, title: heading });
      }
    }
  }
  return [...found.values()];
}
