import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkLayers } from '../layers.ts';
import { makeFolder, removeFolder } from '../temporary.ts';

const folders = ['shared', 'db', 'electron', 'renderer'];
let planted: string;

/** A tree of the product's shape with one file in each layer and one planted file. */
async function treeWith(path: string, text: string): Promise<string> {
  const tree = makeFolder('tree', planted);
  await cp('package.json', join(tree, 'package.json'));
  const files = {
    'shared/a.ts': 'export const a = 1;',
    'db/b.ts': "export { a } from '#shared/a.ts';",
    'electron/c.ts': "export { a } from '#db/b.ts';",
    'renderer/d.ts': "export { a } from '#shared/a.ts';",
  };
  for (const [name, content] of Object.entries({ ...files, [path]: text })) {
    await mkdir(dirname(join(tree, name)), { recursive: true });
    await writeFile(join(tree, name), content);
  }
  return tree;
}

beforeAll(async () => {
  planted = makeFolder('layers');
});

afterAll(async () => {
  await removeFolder(planted);
});

it('sees the modules of every layer and finds no arrow pointing the wrong way', async () => {
  const { modules, violations } = await checkLayers(folders, process.cwd());
  expect(modules).toBeGreaterThan(100);
  expect(violations).toEqual([]);
});

it('accepts a tree whose arrows all point the right way', async () => {
  expect(await checkLayers(folders, await treeWith('shared/e.ts', "export { a } from './a.ts';"))).toEqual({ modules: 5, violations: [] });
});

it.each([
  ['shared/bad.ts', "export { a } from '#db/b.ts';"],
  ['shared/bad.ts', "import fs from 'node:fs'; export const f = fs;"],
  ['db/bad.ts', "export { a } from '#electron/c.ts';"],
  ['renderer/bad.ts', "export { a } from '#db/b.ts';"],
  ['renderer/bad.ts', "export { a } from '../electron/c.ts';"],
  ['electron/bad.ts', "export { a } from '../renderer/d.ts';"],
  ['electron/bad.ts', "import { app } from 'electron'; export const b = app;"],
  ['shared/a.ts', "export { a } from './f.ts';"],
])('finds a violation planted in %s: %s', async (path, text) => {
  const tree = await treeWith(path, text);
  await writeFile(join(tree, 'shared/f.ts'), path === 'shared/a.ts' ? "export { a } from './a.ts';" : 'export const f = 1;');
  const { violations } = await checkLayers(folders, tree);
  expect(violations.join('\n')).toContain(path);
});
