import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { npmEnvironment, runNpm } from '../../../electron/hosts/launch/run-npm.ts';
import type { Platform } from '../../lockfile.ts';
import { Lockfile, platforms, runsOn } from '../../lockfile.ts';
import { noRegistry } from '../../registry.ts';
import { temporaryFolder } from '../../temporary.ts';

const projectFolder = resolve(import.meta.dirname, '../../..');
const lockfile = new Lockfile();

/** Packages that come in one edition per system: for each, the folders of its editions (those that name a system or a processor). */
const families = new Map<string, readonly string[]>();
for (const [folder, { optionalDependencies }] of lockfile.packages) {
  const editions = Object.keys(optionalDependencies)
    .flatMap((name) => lockfile.find(name, folder) ?? [])
    .filter((edition) => {
      const { os, cpu } = lockfile.package(edition);
      return os !== undefined || cpu !== undefined;
    });
  // What one system alone needs (fsevents) is no family.
  if (new Set(editions.flatMap((edition) => lockfile.package(edition).os ?? [])).size > 1) {
    families.set(folder, editions);
  }
}

const editionsFor = (platform: Platform) => [...families.values()].flat().filter((edition) => runsOn(lockfile.package(edition), platform));

describe('package-lock.json', () => {
  test.each(platforms)('has the edition for $os $cpu of every package that comes in editions', (platform) => {
    const without = [...families].filter(([, editions]) => !editions.some((edition) => runsOn(lockfile.package(edition), platform)));
    expect(without.map(([folder]) => folder)).toEqual([]);
    expect(families.size).toBeGreaterThan(5);
  });

  test('lists every optional dependency that a package names, whatever system it was written on', () => {
    const missing = [...lockfile.packages].flatMap(([folder, { optionalDependencies }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => lockfile.find(name, folder) === null)
        .map((name) => `${folder}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('fixes one Node for each platform, all of one version', () => {
    const nodes = Object.keys(packageJson.optionalDependencies);
    const editions = platforms.map((platform) => nodes.filter((name) => runsOn(lockfile.package(`node_modules/${name}`), platform)));
    expect(editions.map(({ length }) => length)).toEqual(platforms.map(() => 1));
    expect(new Set(editions.flat())).toEqual(new Set(nodes));
    expect(new Set(nodes.map((name) => lockfile.package(`node_modules/${name}`).version)).size).toBe(1);
  });

  test('asks for no install script but those that are known not to be needed', async () => {
    expect(await readFile(join(projectFolder, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
    const scripted = [...lockfile.packages].filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => folder);
    // SQLite has its binaries in the package; the other one makes Windows installers of a kind that we don't.
    expect(scripted.toSorted()).toEqual(['node_modules/better-sqlite3', 'node_modules/electron-winstaller']);
  });

  test.each(platforms)('brings SQLite for $os $cpu ready to load, in the package itself', ({ os, cpu }) => {
    expect(existsSync(join(projectFolder, `node_modules/better-sqlite3/prebuilds/${os}-${cpu}.node`))).toBe(true);
  });
});

test('the registry has every edition for the five platforms, with the content that package-lock.json names', async (context) => {
  const editions = [...new Set(platforms.flatMap(editionsFor))];
  const folder = temporaryFolder('editions');
  const dependencies = Object.fromEntries(editions.map((edition) => [nameOf(edition), lockfile.package(edition).version]));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ version: '0.0.0', dependencies }));
  // Each at exactly its version, for any system: what the registry doesn't have, npm can't write down.
  const argv = [
    'install',
    '--package-lock-only',
    '--force',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `--cache=${join(folder, 'cache')}`,
  ];
  const { code, said } = await runNpm(argv, { cwd: folder, environment: npmEnvironment() });
  noRegistry(said, context);
  expect({ code, said }).toMatchObject({ code: 0 });
  const answered = new Lockfile(folder);
  const contentOf = (from: Lockfile, edition: string) => {
    const { version, integrity, os, cpu } = from.package(`node_modules/${nameOf(edition)}`);
    return { edition, version, integrity, os, cpu };
  };
  expect(editions.map((edition) => contentOf(answered, edition))).toEqual(editions.map((edition) => contentOf(lockfile, edition)));
  expect(editions.length).toBeGreaterThan(platforms.length * 5);
});

const nameOf = (folder: string) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
