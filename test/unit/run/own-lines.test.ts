import { expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { ownLines } from '../../run/own-lines.ts';

const own = 'node --import ./electron/hosts/own-node.mjs';

test('a script is the programs it runs, those of the scripts that it names among them', () => {
  const scripts = { check: `${own} a.ts -p shared && ${own} b.ts`, build: `${own} c.ts`, all: `npm run check && npm run build` };
  expect(ownLines(scripts, 'all')).toEqual([
    { script: 'check', argv: ['a.ts', '-p', 'shared'] },
    { script: 'check', argv: ['b.ts'] },
    { script: 'build', argv: ['c.ts'] },
  ]);
});

test.each([
  ['another program', 'vitest run'],
  ['whatever Node is in the PATH', 'node test/schemas.ts'],
  ['a shell', 'sh -c c.ts'],
  ['a script that is not there', 'npm run nothing'],
])('%s is no program of ours', (_what, script) => {
  expect(() => ownLines({ script }, 'script')).toThrow();
});

test('every script of package.json is programs of ours', () => {
  expect(Object.keys(packageJson.scripts).filter((name) => ownLines(packageJson.scripts, name).length === 0)).toEqual([]);
});
