import canonicalize from 'canonicalize';
import { RefusedError } from '#shared/result.ts';
import { scanJson } from './json-scan.ts';

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
  const scan = scanJson(bytes, jsonDepthLimit);
  if (scan === 'too-deep') {
    throw new RefusedError('package/json-too-deep', { name, limit: jsonDepthLimit });
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new RefusedError('package/json-malformed', { name });
  }
  if (scan !== 'canonical' && !isCanonical(value, bytes)) {
    throw new RefusedError('package/not-canonical', { name });
  }
  return value;
}

function isCanonical(value: unknown, bytes: Uint8Array): boolean {
  try {
    return canonicalBytes(value).equals(bytes);
  } catch {
    // A lone surrogate (written as an escape) has no canonical form.
    return false;
  }
}
