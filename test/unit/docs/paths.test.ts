import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const documents = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', ...readdirSync('docs').map((name) => join('docs', name))]
  .filter((path) => path.endsWith('.md'))
  // What was decided then speaks of the tree of then.
  .filter((path) => path !== join('docs', 'decisions.md'));

it('every path of the tree that the documents name is there', () => {
  const named = documents.flatMap((document) =>
    [...readFileSync(document, 'utf8').matchAll(/(?<![\w./-])(?:shared|db|electron|renderer|test|docs)\/[\w./-]*[\w/]/g)].map(
      ([path]) => path,
    ),
  );
  expect(named.length).toBeGreaterThan(50);
  expect([...new Set(named)].filter((path) => !existsSync(path))).toEqual([]);
});
