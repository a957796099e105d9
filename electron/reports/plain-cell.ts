/**
 * Text that a spreadsheet will not take for a formula (design.md §8): an apostrophe before what starts one, leading blanks or
 * invisible characters aside.
 */
export function plainCell(text: string): string {
  return /^[\s\p{Cf}]*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
}
