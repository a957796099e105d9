/** Where a text was found: positions in it as it stands. */
export type Found = { readonly start: number; readonly end: number };

/**
 * Where `query` stands in a text, without regard to case, width (ＡＢＣ, radicals that look like characters) and spaces: a PDF breaks
 * Chinese sentences over lines and puts spaces where nobody typed any.
 */
export function findInText(text: string, query: string): Found[] {
  const wanted = plain(query).plain;
  if (wanted === '') {
    return [];
  }
  const { plain: written, origins } = plain(text);
  const found: Found[] = [];
  for (let at = written.indexOf(wanted); at !== -1; at = written.indexOf(wanted, at + wanted.length)) {
    const start = origins[at];
    const last = origins[at + wanted.length - 1];
    if (start !== undefined && last !== undefined) {
      found.push({ start, end: last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1) });
    }
  }
  return found;
}

/** A text without what the search doesn't look at, and for each of its units where it came from. */
function plain(text: string): { plain: string; origins: number[] } {
  const origins: number[] = [];
  let whole = '';
  let at = 0;
  for (const character of text) {
    const folded = character.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
    for (let unit = 0; unit < folded.length; unit++) {
      origins.push(at);
    }
    whole += folded;
    at += character.length;
  }
  return { plain: whole, origins };
}

/** A piece of the text around a place, on one line, for a list of what was found. */
export function surroundings(text: string, { start, end }: Found): { before: string; match: string; after: string } {
  const line = (piece: string) => piece.replaceAll(/\s+/gu, ' ');
  return {
    before: line(text.slice(Math.max(0, start - 18), start)),
    match: line(text.slice(start, end)),
    after: line(text.slice(end, end + 30)),
  };
}
