import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { refusalTexts, type RefusalCode } from '#shared/refusals/codes.ts';

/** The codes that are put together where they arise, by the text that does it. */
const composed: Readonly<Record<string, readonly RefusalCode[]>> = {
  '`draft/${bare}-unassigned`': ['draft/document-unassigned', 'draft/visit-unassigned', 'draft/roadshow-unassigned'],
  '`declaration/${toDeclare}-first`': ['declaration/sign-in-first', 'declaration/commitment-first', 'declaration/conflict-first'],
  '`reading/${fault}`': ['reading/too-long', 'reading/too-much-memory', 'reading/broke-off'],
};

/** The product's code without its comments, without the sentences of the refusals, and without the places that only compare a code. */
const sources = globSync(['shared/**/*.ts', 'db/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}'])
  .filter((path) => !path.replaceAll('\\', '/').startsWith('shared/refusals/'))
  .map((path) => readFileSync(path, 'utf8'))
  .map((text) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').replaceAll(/(?:[!=]==\s*|\bcase\s+)'[a-z0-9-]+\/[a-z0-9-]+'/g, ''))
  .join('\n');

it('every refusal that has a sentence is raised somewhere', () => {
  const raised = new Set<string>([...sources.matchAll(/'([a-z0-9-]+\/[a-z0-9-]+)'/g)].map(([, code = '']) => code));
  for (const [text, codes] of Object.entries(composed)) {
    expect(sources).toContain(text);
    codes.forEach((code) => raised.add(code));
  }
  expect(Object.keys(refusalTexts).filter((code) => !raised.has(code))).toEqual([]);
});
