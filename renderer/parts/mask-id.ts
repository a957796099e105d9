/** An ID number as it may be seen: the first six and last four characters (design.md §8). */
export function maskId(idNumber: string): string {
  return idNumber.length < 11
    ? idNumber.replaceAll(/./g, '*')
    : `${idNumber.slice(0, 6)}${'*'.repeat(idNumber.length - 10)}${idNumber.slice(-4)}`;
}
