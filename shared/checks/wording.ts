import { distance } from 'fastest-levenshtein';

/** What a person wrote, made comparable: full-width to half-width, no blanks, no dash that stands for 'nothing'. */
export function plain(text: string): string {
  // Most of what is compared is plain already; this spares normalising every name of thousands of rows.
  if (/^[一-鿿0-9A-Za-z]+$/.test(text)) {
    return /^无+$/.test(text) ? '' : text;
  }
  const narrow = text.normalize('NFKC').replaceAll(/\s/g, '');
  return /^[-—–―−/\\.…无]*$/.test(narrow) ? '' : narrow;
}

/** How alike two short Chinese names are, 0–1: the share of letters that stay when one is edited into the other. */
export function likeness(left: string, right: string): number {
  const longer = Math.max(left.length, right.length);
  return longer === 0 ? 0 : 1 - distance(left, right) / longer;
}
