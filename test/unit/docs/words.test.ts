import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const code = ['shared', 'db', 'electron', 'renderer']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

it('every term that docs/words.md gives stands in the code', () => {
  const terms = [...readFileSync('docs/words.md', 'utf8').matchAll(/`(\w+)`/g)].flatMap(([, term]) => term ?? []);
  expect(terms.length).toBeGreaterThan(25);
  expect(terms.filter((term) => !new RegExp(`\\b${term}\\b`).test(code))).toEqual([]);
});
