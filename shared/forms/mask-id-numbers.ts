const digit = '[0-9０-９]';
const idNumber = new RegExp(`(?<!${digit})(${digit}{6})(\\s?)(${digit}{8})(\\s?)(${digit}{3}[0-9０-９XxＸｘ])(?!${digit})`, 'gu');

/**
 * A text with the ID numbers in it as they may be seen: the first six and last four characters (design.md §8). An ID number is
 * known by the date of birth in it, so that codes of the same length stay readable.
 */
export function maskIdNumbers(text: string): string {
  return text.replaceAll(idNumber, (whole, region: string, before: string, birth: string, after: string, order: string) =>
    /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/u.test(birth.normalize('NFKC'))
      ? `${region}${before}********${after}${order}`
      : whole,
  );
}
