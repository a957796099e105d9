/** A fraction [top, bottom], bottom above zero. */
export type Number_ = readonly [bigint, bigint];

export const plus = (a: Number_, b: Number_): Number_ => short(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
export const minus = (a: Number_, b: Number_): Number_ => plus(a, [-b[0], b[1]]);
export const times = (a: Number_, b: Number_): Number_ => short(a[0] * b[0], a[1] * b[1]);
export const over = (a: Number_, count: number): Number_ => [a[0], a[1] * BigInt(count)];
export const less = (a: Number_, b: Number_): boolean => a[0] * b[1] < b[0] * a[1];
export const total = (numbers: readonly Number_[]): Number_ => numbers.reduce(plus, [0n, 1n]);
export const average = (numbers: readonly Number_[]): Number_ => over(total(numbers), numbers.length);
export const cents = (points: string): bigint => BigInt(points.replace('.', ''));
/** `62.4` as a fraction. */
export const decimal = (text: string): Number_ => {
  const [whole = '', decimals = ''] = text.split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
};
/** Hundredths, half up. */
export const round = (a: Number_): bigint => (a[0] * 200n + a[1]) / (a[1] * 2n);
export const show = (hundredths: bigint): string => `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;

/** The root, cut off after twelve decimals, found by halving. */
export function root(square: Number_): Number_ {
  const scale = 10n ** 12n;
  const isTooBig = (guess: bigint) => guess * guess * square[1] > square[0] * scale * scale;
  let [low, high] = [0n, (square[0] / square[1] + 1n) * scale];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    [low, high] = isTooBig(middle) ? [low, middle] : [middle, high];
  }
  return [low, scale];
}

/** The same number in smaller figures, else a sum of thousands would never end. */
function short(top: bigint, bottom: bigint): Number_ {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b > 0n) {
    [a, b] = [b, a % b];
  }
  return [top / a, bottom / a];
}
