/** Points as a whole number of hundredths: `3.00` points are `300n`. */
export type Hundredths = bigint;

/** Points as they travel (`"3.00"`, exactly two decimals) → hundredths. Throws a SyntaxError on anything that `pointsSchema` would not let in. */
export function parsePoints(text: string): Hundredths {
  const point = text.length - 3;
  if (point < 1 || text.indexOf('.') !== point) {
    throw new SyntaxError(`not points: ${text}`);
  }
  return BigInt(text.slice(0, point) + text.slice(point + 1));
}

/** Hundredths → points as they travel, `"3.00"`. */
export function formatPoints(points: Hundredths): string {
  const digits = (points < 0n ? -points : points).toString().padStart(3, '0');
  return `${points < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The sum of points, in hundredths. */
export function sumOfPoints(points: Iterable<Hundredths>): Hundredths {
  let sum = 0n;
  for (const each of points) {
    sum += each;
  }
  return sum;
}
