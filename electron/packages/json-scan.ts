/** What a look at the bytes of a JSON text says before a parser sees them. */
export type JsonScan =
  /** More arrays and objects inside one another than are allowed. */
  | 'too-deep'
  /** Canonical (RFC 8785), if it is JSON at all. */
  | 'canonical'
  /** Either: only writing the value again tells. */
  | 'unsure';

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;

/** What follows a backslash in a canonical string. The number of a control character may as well, but hardly ever does. */
const shortEscapes = new Set(Buffer.from('"\\bfnrt'));

/** No number is longer in canonical JSON: `-1.2345678901234567e-300`. */
const numberBytesLimit = 24;

/**
 * Goes through a text once, whatever it is. It is canonical when it has no white space, writes every string and number as ECMAScript would,
 * and has every object's names in order, none twice: to see that in the bytes takes a third of the time of writing the value again, and
 * leaves no second copy of the text in memory.
 */
export function scanJson(bytes: Uint8Array, depthLimit: number): JsonScan {
  let depth = 0;
  let canonical = true;
  // Where the last name of each open object is: the next one must come after it.
  const nameStarts = new Int32Array(depthLimit + 1);
  const nameEnds = new Int32Array(depthLimit + 1);
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === quote) {
      const start = index + 1;
      let largest = 0;
      for (index = start; index < bytes.length; index += 1) {
        const inner = bytes[index] ?? 0;
        if (inner === quote) {
          break;
        }
        if (inner === backslash) {
          index += 1;
          canonical &&= shortEscapes.has(bytes[index] ?? 0);
          largest = 0xff;
        } else if (inner > largest) {
          largest = inner;
        }
      }
      if (bytes[index + 1] === colon) {
        // From U+E000 on, the order of UTF-8 is not the order of UTF-16, which counts.
        canonical &&= largest < 0xee && isBefore(bytes, nameStarts[depth] ?? 0, nameEnds[depth] ?? 0, start, index);
        nameStarts[depth] = start;
        nameEnds[depth] = index;
      }
    } else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > depthLimit) {
        return 'too-deep';
      }
      nameStarts[depth] = 0;
      nameEnds[depth] = 0;
    } else if (byte === 0x7d || byte === 0x5d) {
      depth -= 1;
    } else if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) {
      const start = index;
      while (isOfNumber(bytes[index + 1])) {
        index += 1;
      }
      canonical &&= isCanonicalNumber(bytes.subarray(start, index + 1));
    } else if (byte <= 0x20) {
      canonical = false;
    }
  }
  return canonical ? 'canonical' : 'unsure';
}

/** Whether one name comes before another; no name (an end of 0) comes before all. */
function isBefore(bytes: Uint8Array, lastStart: number, lastEnd: number, start: number, end: number): boolean {
  if (lastEnd === 0) {
    return true;
  }
  const shared = Math.min(lastEnd - lastStart, end - start);
  for (let offset = 0; offset < shared; offset += 1) {
    const difference = (bytes[start + offset] ?? 0) - (bytes[lastStart + offset] ?? 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return end - start > lastEnd - lastStart;
}

/** Whether a byte may stand inside of a number: digits, `+`, `-`, `.`, `E`, `e`. */
function isOfNumber(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    ((byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e || byte === 0x45 || byte === 0x65)
  );
}

function isCanonicalNumber(bytes: Uint8Array): boolean {
  const text = String.fromCodePoint(...bytes.subarray(0, numberBytesLimit + 1));
  return String(Number(text)) === text;
}
