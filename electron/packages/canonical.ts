import canonicalize from 'canonicalize';
import { RefusedError } from '#shared/result.ts';

/** Canonical JSON (RFC 8785) of plain data, as UTF-8 bytes. Pass data that a schema has checked: a Map would become `{}`. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined) {
    throw new TypeError('not a JSON value');
  }
  return Buffer.from(text, 'utf8');
}

/** Nesting allowed in a document; ours need 12. */
export const jsonDepthLimit = 64;

/**
 * The value of untrusted canonical JSON. `name` goes into the refusal. Refuses deep nesting before a parser sees it
 * (`package/json-too-deep`), bad UTF-8 or JSON (`package/json-malformed`) and any other spelling of the same value, double
 * keys included (`package/not-canonical`).
 */
export function parseCanonical(bytes: Uint8Array, name: string): unknown {
  if (nesting(bytes) > jsonDepthLimit) {
    throw new RefusedError('package/json-too-deep', { name, limit: jsonDepthLimit });
  }
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new RefusedError('package/json-malformed', { name });
  }
  if (!isPlainlyCanonical(value, text) && !isCanonical(value, bytes)) {
    throw new RefusedError('package/not-canonical', { name });
  }
  return value;
}

/**
 * Whether `JSON.stringify`, which writes numbers and strings as RFC 8785 wants them, gives the text back and every object's names are in
 * order: then it is canonical, found out in a fifth of the time. No answer where names look like numbers or a surrogate stands alone.
 */
function isPlainlyCanonical(value: unknown, text: string): boolean {
  return JSON.stringify(value) === text && !text.includes('\\ud') && hasNamesInOrder(value);
}

function hasNamesInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  if (Array.isArray(value)) {
    return value.every(hasNamesInOrder);
  }
  let last: string | null = null;
  for (const [name, inner] of Object.entries(value)) {
    if ((last !== null && name <= last) || !hasNamesInOrder(inner)) {
      return false;
    }
    last = name;
  }
  return true;
}

function isCanonical(value: unknown, bytes: Uint8Array): boolean {
  try {
    return canonicalBytes(value).equals(bytes);
  } catch {
    // A lone surrogate (written as an escape) has no canonical form.
    return false;
  }
}

/** The deepest nesting of arrays and objects in JSON text, without parsing it. */
function nesting(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString) {
      if (byte === 0x5c) {
        index += 1;
      } else if (byte === 0x22) {
        inString = false;
      }
    } else if (byte === 0x22) {
      inString = true;
    } else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (byte === 0x7d || byte === 0x5d) {
      depth -= 1;
    }
  }
  return deepest;
}
