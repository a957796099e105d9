import { bech32 } from '@scure/base';
import type { SignKey } from '#shared/domain/panel.ts';

/** The field of both curves. */
const p = 2n ** 255n - 19n;
/** Of the curve of Ed25519, −x² + y² = 1 + d·x²·y² (RFC 8032 §5.1). */
const d = mod(-121665n * inverse(121666n));

/** u-coordinates with which every X25519 agreement comes to zero: orders 1, 2, 4 and 8 of the curve and of its twist (RFC 7748 §6.1). */
const lowOrderU: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  p - 1n,
  325606250916557431795983626356110631294008115727848805560023387167927233504n,
  39382357235489614581723060781553021112529911719440698176882885853963445705823n,
]);

/**
 * Whether something can be encrypted to an age v1 recipient: bech32 in lower case with a checksum that holds, 32 bytes, the one spelling
 * of a point, and none of those with which the shared secret is known to everybody.
 */
export function isUsableAgeRecipient(recipient: string): boolean {
  const decoded = recipient === recipient.toLowerCase() ? bech32.decodeUnsafe(recipient, 100) : undefined;
  const bytes = decoded?.prefix === 'age' ? bech32.fromWordsUnsafe(decoded.words) : undefined;
  if (bytes?.length !== 32) {
    return false;
  }
  const u = littleEndian(bytes);
  return u < p && !lowOrderU.has(u);
}

/**
 * Whether a signature by an Ed25519 key says anything: base64url in its one spelling, 32 bytes that are the one spelling of a point of the
 * curve (RFC 8032 §5.1.3), and none of the eight points of low order, under which one signature holds for many texts.
 */
export function isUsableSignKey({ x: text }: Pick<SignKey, 'x'>): boolean {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 32 || bytes.toString('base64url') !== text) {
    return false;
  }
  const encoded = littleEndian(bytes);
  const y = encoded & (2n ** 255n - 1n);
  const isNegative = encoded >> 255n === 1n;
  if (y >= p) {
    return false;
  }
  // x² = (y² − 1) / (d·y² + 1); the divisor is never 0, since −1/d is no square.
  const square = mod(y * y);
  const xx = mod((square - 1n) * inverse(mod(d * square + 1n)));
  const isOnCurve = xx === 0n ? !isNegative : power(xx, (p - 1n) / 2n) === 1n;
  return isOnCurve && !isOfLowOrder({ xx, yy: square });
}

/** Whether eight times the point is the neutral one: doubled twice it has x = 0 or y = 0. Only the squares of its coordinates matter. */
function isOfLowOrder(point: Squares): boolean {
  return [point, doubled(point), doubled(doubled(point))].some(({ xx, yy }) => xx === 0n || yy === 0n);
}

type Squares = { readonly xx: bigint; readonly yy: bigint };

/** 2·(x, y) = (2xy / (1 + d·x²y²), (y² + x²) / (1 − d·x²y²)), squared. */
function doubled({ xx, yy }: Squares): Squares {
  const product = mod(d * xx * yy);
  const x = mod(4n * xx * yy * inverse(mod((1n + product) * (1n + product))));
  const y = mod((yy + xx) * inverse(mod(1n - product)));
  return { xx: x, yy: mod(y * y) };
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes.toReversed()).toString('hex')}`);
}

function mod(value: bigint): bigint {
  const rest = value % p;
  return rest < 0n ? rest + p : rest;
}

/** Fermat: a^(p−2). */
function inverse(value: bigint): bigint {
  return power(mod(value), p - 2n);
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) {
      result = (result * square) % p;
    }
    square = (square * square) % p;
  }
  return result;
}
