import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { weighsMoreThan } from '#electron/reading/weight.ts';

test('a value weighs at least its characters, wherever they stand, and no more than its JSON and a few for each value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const json = JSON.stringify(value) ?? '';
      const characters = textsIn(value).join('').length;
      if (characters > 0) {
        expect(weighsMoreThan(value, characters - 1)).toBe(true);
      }
      expect(weighsMoreThan(value, json.length * 24 + 24)).toBe(false);
    }),
  );
});

test.each([
  ['a long text', { lines: [{ cells: [{ text: 'x'.repeat(1001) }] }] }],
  ['many cells', Array.from({ length: 200 }, () => [''])],
  ['many numbers', Array.from({ length: 200 }, () => 0)],
])('%s is too much', (_, value) => {
  expect(weighsMoreThan(value, 1000)).toBe(true);
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
