const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/gu;
const fullWidthLetterOrDigit = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu;
const ideograph = '[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]';
const gapBetweenIdeographs = new RegExp(`(?<=${ideograph})\\s+(?=${ideograph})`, 'gu');

/** The text for comparing only: compatibility forms folded (NFKC), no white space, nothing invisible. */
export function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(invisible, '').replaceAll(/\s/gu, '');
}

/**
 * The text as it should stand in the application: one line, full-width letters and digits made narrow, no gaps between
 * Chinese characters (people space them out to fill a cell). Punctuation stays as it was written.
 */
export function tidy(text: string): string {
  return text
    .replaceAll(invisible, '')
    .replaceAll(fullWidthLetterOrDigit, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll(/[\s\u3000\u00a0]+/gu, ' ')
    .trim()
    .replaceAll(gapBetweenIdeographs, '');
}

/** A number that people write with any kind of dash and digit (phone, postcode, certificate), in ASCII. */
export function asciiNumber(text: string): string {
  return tidy(text.normalize('NFKC').replaceAll(/[\u2010-\u2015\u2212\u30fc]/gu, '-'))
    .replaceAll(/\s*-+\s*/gu, '-')
    .trim();
}

/** Whether the writer only marked the field as not filled: 无, —, /. */
export function saysNothing(text: string): boolean {
  return /^(|无|没有|暂无|[-—–―_/\\、.。·*]+|n\/?a)$/iu.test(plain(text));
}
