import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, parseCanonical } from '#electron/packages/canonical.ts';
import { RefusedError } from '#shared/result.ts';

const parse = (text: string): unknown => parseCanonical(Buffer.from(text, 'utf8'), 'document.json');
const refusalOf = (text: string): string => {
  try {
    parse(text);
    return 'accepted';
  } catch (error) {
    return error instanceof RefusedError ? error.refusal.code : String(error);
  }
};

describe('canonical JSON', () => {
  it('is read back as it was written, whatever its names and numbers', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const bytes = canonicalBytes(value);
        expect(canonicalBytes(parseCanonical(bytes, 'document.json')).equals(bytes)).toBe(true);
      }),
    );
  });

  it.each([
    ['names out of order', '{"b":1,"a":2}'],
    ['names out of order deep inside', '[{"a":[{"z":1,"y":2}]}]'],
    ['a name twice', '{"a":1,"a":1}'],
    ['white space', '{"a": 1}'],
    ['a line end', '{"a":1}\n'],
    ['a number spelled otherwise', '{"a":1.0}'],
    ['a negative zero', '[-0]'],
    ['an exponent', '[1e2]'],
    ['an escape that needs none', String.raw`["\u0041"]`],
    ['half a surrogate pair', String.raw`["\ud800"]`],
    ['names that look like numbers, by value', '{"9":1,"10":2}'],
  ])('is refused for %s', (_, text) => {
    expect(refusalOf(text)).toBe('package/not-canonical');
  });

  it('takes names that look like numbers in the order of their characters', () => {
    expect(parse('{"10":2,"9":1}')).toEqual({ 9: 1, 10: 2 });
  });
});
