import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Where Linping is installed, in npm's words. Linux is one with glibc. */
export const platforms = [
  { os: 'linux', cpu: 'x64' },
  { os: 'linux', cpu: 'arm64' },
  { os: 'win32', cpu: 'x64' },
  { os: 'darwin', cpu: 'x64' },
  { os: 'darwin', cpu: 'arm64' },
] as const;

export type Platform = (typeof platforms)[number];

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((given) => (typeof given === 'string' ? [given] : given));

const lockedSchema = z.object({
  version: z.string(),
  integrity: z.string().optional(),
  os: oneOrMore.optional(),
  cpu: oneOrMore.optional(),
  libc: oneOrMore.optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  hasInstallScript: z.boolean().default(false),
});

export type Locked = z.output<typeof lockedSchema>;

/** What package-lock.json fixes, by folder (`node_modules/…`; the project itself is ``). */
export class Lockfile {
  readonly packages: ReadonlyMap<string, Locked>;

  constructor(folder = resolve(import.meta.dirname, '..')) {
    const text = readFileSync(resolve(folder, 'package-lock.json'), 'utf8');
    const { packages } = z.object({ packages: z.record(z.string(), lockedSchema) }).parse(JSON.parse(text));
    this.packages = new Map(Object.entries(packages));
  }

  package(folder: string): Locked {
    const found = this.packages.get(folder);
    if (found === undefined) {
      throw new Error(`package-lock.json knows no ${folder}`);
    }
    return found;
  }

  /** The folder that `name` is found in by a package in `folder`, as Node looks: there first, then in each one above. Null for none. */
  find(name: string, folder: string): string | null {
    const own = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (this.packages.has(own)) {
      return own;
    }
    return folder === '' ? null : this.find(name, folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))));
  }

  /** The folders of all that runs with the program on a platform: its dependencies, theirs, and so on. */
  productionTree(platform: Platform): ReadonlySet<string> {
    const tree = new Set<string>();
    const walk = (folder: string) => {
      const { dependencies, optionalDependencies } = this.package(folder);
      for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
        const found = this.find(name, folder);
        if (found !== null && !tree.has(found) && runsOn(this.package(found), platform)) {
          tree.add(found);
          walk(found);
        }
      }
    };
    walk('');
    return tree;
  }
}

/** Whether a package is for a platform: its `os`, `cpu` and `libc` name it, or nothing. */
export function runsOn({ os, cpu, libc }: Pick<Locked, 'os' | 'cpu' | 'libc'>, platform: Platform): boolean {
  return names(os, platform.os) && names(cpu, platform.cpu) && (platform.os !== 'linux' || names(libc, 'glibc'));
}

function names(listed: readonly string[] | undefined, wanted: string): boolean {
  if (listed === undefined) {
    return true;
  }
  const wants = listed.filter((word) => !word.startsWith('!'));
  return !listed.includes(`!${wanted}`) && (wants.length === 0 || wants.includes(wanted));
}
