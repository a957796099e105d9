import { existsSync, globSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';

const tests = globSync('test/unit/**/*.test.ts');
/** Folders of the tree and of the tests themselves whose tests stand in `test/unit/` at the same place. */
const counterpart = (folder: string) => [folder, `test/${folder}`].find((path) => existsSync(path));
/** Rooms of `shared/` that say only what something is called or what shape it has: types, schemas, texts. */
const withoutRules = new Set(['api', 'domain', 'messages', 'packages', 'qr', 'refusals']);

describe('test/unit mirrors the tree', () => {
  it('each folder with tests has its counterpart', () => {
    const folders = [...new Set(tests.map((file) => dirname(file).replace(/^test\/unit\/?/, '')))].filter((folder) => folder !== '');
    expect(folders.length).toBeGreaterThan(20);
    expect(folders.filter((folder) => counterpart(folder) === undefined)).toEqual([]);
  });

  it('each room of shared/ that has rules has tests', () => {
    const rooms = new Set(globSync('shared/*/**/*.ts').map((file) => file.split('/')[1] ?? ''));
    expect(rooms.size).toBeGreaterThan(10);
    const tested = new Set(tests.filter((file) => file.startsWith('test/unit/shared/')).map((file) => file.split('/')[3] ?? ''));
    expect([...rooms].filter((room) => !withoutRules.has(room) && !tested.has(room))).toEqual([]);
  });
});
