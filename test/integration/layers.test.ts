import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkLayers, listRooms } from '../layers.ts';
import { makeFolder, removeFolder } from '../temporary.ts';

const folders = ['shared', 'db', 'electron', 'renderer'];
let planted: string;

/** A tree of the product's shape with one file in each layer and one planted file. */
async function treeWith(path: string, text: string): Promise<string> {
  const tree = makeFolder('tree', planted);
  await cp('package.json', join(tree, 'package.json'));
  const files = {
    'shared/domain/a.ts': 'export const a = 1; export type A = 1;',
    'db/database/b.ts': "export { a } from '#shared/domain/a.ts'; export type B = 1;",
    'electron/merging/c.ts': "export { a } from '#db/database/b.ts'; export type C = 1;",
    'renderer/shell/d.ts': "export { a } from '#shared/domain/a.ts';",
    'renderer/screens/desk/desk.ts': 'export const desk = 1; export type Desk = 1;',
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
  const { modules, violations } = await checkLayers(folders, await treeWith('shared/domain/e.ts', "export { a } from './a.ts';"));
  expect({ modules, violations }).toEqual({ modules: 6, violations: [] });
});

it.each([
  ['shared/domain/bad.ts', "export { b } from '#db/database/b.ts';"],
  ['shared/domain/bad.ts', "import fs from 'node:fs'; export const f = fs;"],
  ['db/database/bad.ts', "export { a } from '#electron/merging/c.ts';"],
  ['renderer/app/bad.ts', "export { a } from '#db/database/b.ts';"],
  ['renderer/app/bad.ts', "export { a } from '../../electron/merging/c.ts';"],
  ['electron/hosts/bad.ts', "export { a } from '../../renderer/shell/d.ts';"],
  ['electron/hosts/bad.ts', "import { app } from 'electron'; export const b = app;"],
  ['shared/domain/a.ts', "export { a } from './f.ts';"],
])('finds a violation planted in %s: %s', async (path, text) => {
  const tree = await treeWith(path, text);
  const other = path === 'shared/domain/a.ts' ? "export { a } from './a.ts';" : 'export const f = 1;';
  await writeFile(join(tree, 'shared/domain/f.ts'), other);
  const { violations } = await checkLayers(folders, tree);
  expect(violations.join('\n')).toContain(path);
});

it.each([
  [
    'a room above',
    'electron/my-round/bad.ts',
    "export { a } from '../merging/c.ts';",
    'electron/my-round may import core, workspace, round-package, backup, packages, forms, reading, frames, reports, and not merging: that is above it',
  ],
  [
    'a type of a room above',
    'electron/my-round/bad.ts',
    "import type { C } from '../merging/c.ts'; export const c: C = 1;",
    'and not merging: that is above it',
  ],
  [
    'what a room above loads later',
    'electron/my-round/bad.ts',
    "export const c = await import('../merging/c.ts');",
    'and not merging: that is above it',
  ],
  [
    'from a room without a floor',
    'electron/odd/bad.ts',
    "export { a } from '../merging/c.ts';",
    'electron/odd may import no other room, and not merging: its own has no floor',
  ],
  [
    'a room on the same floor',
    'shared/qr/bad.ts',
    "export { a } from '../domain/a.ts';",
    'shared/qr may import messages, and not domain: that is on its own floor',
  ],
  [
    'a type of a room on the same floor',
    'db/keys/bad.ts',
    "import type { B } from '../database/b.ts'; export const b: B = 1;",
    'db/keys may import folder, and not database: that is on its own floor',
  ],
  [
    'a screen, on the floor below',
    'renderer/parts/bad.ts',
    "export { desk } from '../screens/desk/desk.ts';",
    'renderer/parts may import app, and not screens/desk: that is above it',
  ],
  [
    'another screen',
    'renderer/screens/visit/bad.ts',
    "export { desk } from '../desk/desk.ts';",
    'renderer/screens/visit may import parts, app, and not screens/desk: that is on its own floor',
  ],
  [
    'a type of another screen',
    'renderer/screens/visit/bad.ts',
    "import type { Desk } from '../desk/desk.ts'; export const d: Desk = 1;",
    'and not screens/desk: that is on its own floor',
  ],
])('names what a room may import that imports %s', async (_what, path, text, message) => {
  const { violations } = await checkLayers(folders, await treeWith(path, text));
  expect(violations).toEqual([expect.stringContaining(`${path} → `)]);
  expect(violations[0]).toContain(message);
});

it('lists the rooms floor by floor from above, each with what it imports', () => {
  const arrows = [
    { from: 'electron/api/a.ts', to: 'electron/merging/b.ts' },
    { from: 'electron/merging/b.ts', to: 'electron/core/c.ts' },
    { from: 'electron/api/a.ts', to: 'electron/core/c.ts' },
    { from: 'electron/api/a.ts', to: 'shared/domain/d.ts' },
  ];
  expect(listRooms('electron', arrows)).toEqual([
    'electron/',
    '  13  api → core, merging',
    '  6  merging → core',
    '  3  core → no other',
    '  no circle',
  ]);
});

it('names the rooms of a circle, and those that stand on it', () => {
  const arrows = [
    { from: 'db/stores/a.ts', to: 'db/database/b.ts' },
    { from: 'db/database/b.ts', to: 'db/keys/c.ts' },
    { from: 'db/keys/c.ts', to: 'db/database/b.ts' },
    { from: 'db/keys/c.ts', to: 'db/folder/d.ts' },
  ];
  expect(listRooms('db', arrows).at(-1)).toBe('  in a circle, or above one: database, keys, stores');
});
