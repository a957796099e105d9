import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes } from '#electron/packages/canonical.ts';
import { scanJson } from '#electron/packages/json-scan.ts';

const scan = (text: string, depthLimit = 8) => scanJson(Buffer.from(text, 'utf8'), depthLimit);

/** JSON of a few kinds, spelled in every way that a parser takes: canonical about every second time. */
const spelledJson = fc.letrec<Record<'any' | 'object' | 'array' | 'string' | 'name' | 'scalar', string>>((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, tie('scalar'), tie('string'), tie('object'), tie('array')),
  object: fc
    .tuple(fc.array(fc.tuple(tie('name'), tie('any')), { maxLength: 4 }), fc.boolean(), fc.constantFrom(':', ':', ':', ' :', ': '))
    .map(([members, sorted, between]) => {
      const kept = sorted ? [...new Map<string, string>(members.toSorted(([one], [other]) => (one < other ? -1 : 1)))] : members;
      return `{${kept.map(([name, value]) => `${name}${between}${value}`).join(',')}}`;
    }),
  array: fc
    .tuple(fc.array(tie('any'), { maxLength: 4 }), fc.constantFrom(',', ',', ',', ', ', '\n,'))
    .map(([inner, between]) => `[${inner.join(between)}]`),
  name: fc.constantFrom(
    '""',
    '"a"',
    '"aa"',
    '"b"',
    '"B"',
    '"10"',
    '"9"',
    '"名"',
    '"称"',
    '"\u{e000}"',
    '"\u{1f600}"',
    String.raw`"\u0061"`,
    '"__proto__"',
  ),
  string: fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
    fc.constantFrom(
      String.raw`"\/"`,
      String.raw`"\\\""`,
      String.raw`"\u000b"`,
      String.raw`"\u000B"`,
      String.raw`"\ud800"`,
      String.raw`"\u4e00"`,
      '"},]:1"',
    ),
  ),
  scalar: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.constantFrom(
      'null',
      'true',
      '0',
      '-0',
      '1.0',
      '1e2',
      '1E+2',
      '1e+21',
      '-1.5',
      '1e-7',
      '0.0000001',
      '123456789012345678901234567890',
    ),
  ),
})).any;

function isCanonical(text: string): boolean {
  try {
    return canonicalBytes(JSON.parse(text)).toString('utf8') === text;
  } catch {
    return false;
  }
}

describe('a scan of JSON text', () => {
  it('calls nothing canonical that is not', () => {
    let called = 0;
    fc.assert(
      fc.property(spelledJson, (text) => {
        if (scan(text) === 'canonical') {
          called += 1;
          expect(isCanonical(text)).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
    expect(called).toBeGreaterThan(500);
  });

  it('is sure of all that documents are made of', () => {
    const name = fc.oneof(fc.stringMatching(/^[a-zA-Z0-9_]{1,8}$/), fc.constantFrom('评分', '佐证', ''));
    const { document } = fc.letrec((tie) => ({
      document: fc.oneof(
        { maxDepth: 4 },
        fc.string().filter((text) => !/\p{Cc}/u.test(text)),
        fc.constantFrom('“理由”\t\n\\', '𠮷'),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.constant(null),
        fc.boolean(),
        fc.array(tie('document'), { maxLength: 4 }),
        fc.dictionary(name, tie('document'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(document, (value) => {
        expect(scanJson(canonicalBytes(value), 8)).toBe('canonical');
      }),
      { numRuns: 1000 },
    );
  });

  it('counts what is nested, outside of strings, and stops where it is too much', () => {
    expect(scan('[[{"a":[]}]]', 4)).toBe('canonical');
    expect(scan('[[{"a":[]}]]', 3)).toBe('too-deep');
    expect(scan(String.raw`["[[[[\"[[["]`, 1)).toBe('canonical');
    expect(scan('[],[],[]', 1)).toBe('canonical');
    expect(scan(']]]][[', 1)).toBe('canonical');
  });

  it('compares names within their own object only', () => {
    expect(scan('{"b":{"a":1,"c":{"a":1}},"d":[{"a":1},{"a":1}]}')).toBe('canonical');
    expect(scan('{"b":{"z":1},"a":1}')).toBe('unsure');
    expect(scan('[{"b":1},{"a":1,"a":2}]')).toBe('unsure');
  });

  it('takes bytes that are no JSON without a word', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(['too-deep', 'canonical', 'unsure']).toContain(scanJson(bytes, 3));
      }),
    );
  });
});
