import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import packageJson from '../../../../package.json' with { type: 'json' };
import type { Platform } from './platforms.ts';
import { startFiles } from './start-files.ts';

/** A file of a portable copy. `path` is inside its folder, with `/`. */
export interface PortableFile {
  readonly path: string;
  readonly content: { readonly file: string } | { readonly text: string };
  readonly executable: boolean;
}

/** Where things come from: the project with what was built in it, and the folder that its production packages were installed into. */
export interface Sources {
  readonly root: string;
  readonly installed: string;
}

/** Left out of the packages: what only building, typing or another platform needs, and Node, which gets a folder of its own. */
const leftOut = (platform: Platform): readonly RegExp[] => [
  /^\.bin\//,
  /^\.package-lock\.json$/,
  /^node-(?:bin-)?(?:linux|win|darwin)-/,
  /\.map$|\.d\.[cm]?ts$/,
  /^better-sqlite3\/(?:deps|src)\/|^better-sqlite3\/binding\.gyp$/,
  new RegExp(`^better-sqlite3/prebuilds/(?!${platform.os}-${platform.cpu}\\.node$)`),
  // The window has its own copy, built; the core reads text only.
  /^pdfjs-dist\/(?:build|web|types|image_decoders|iccs)\//,
  /^pdfjs-dist\/legacy\/(?:web|image_decoders)\//,
];

/** All files of a portable copy for a platform, in the order of their paths. */
export async function portableFiles({ root, installed }: Sources, platform: Platform): Promise<readonly PortableFile[]> {
  const skipped = leftOut(platform);
  const packages = (await filesUnder(join(installed, 'node_modules'))).filter((path) => !skipped.some((pattern) => pattern.test(path)));
  const ofProject = async (folder: string) => (await filesUnder(join(root, folder))).map((path) => `${folder}/${path}`);
  const own = [...(await ofProject('dist')), ...(await ofProject('assets')), 'package.json', 'LICENSE'].filter(
    (path) => !path.endsWith('.map'),
  );
  const files = [
    ...own.map((path) => plain(`program/${path}`, join(root, path))),
    ...packages.map((path) => plain(`program/node_modules/${path}`, join(installed, 'node_modules', path))),
    ...(await nodeFiles(installed)),
    ...startFiles({ platform, version: packageJson.version }),
  ];
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

const plain = (path: string, file: string): PortableFile => ({ path, content: { file }, executable: false });

/** Node's program and licence, from the one of its packages that npm installed. */
async function nodeFiles(installed: string): Promise<readonly PortableFile[]> {
  for (const name of Object.keys(packageJson.optionalDependencies)) {
    const folder = join(installed, 'node_modules', name);
    if (existsSync(folder)) {
      const program = (await readdir(join(folder, 'bin'))).filter((file) => /^node(?:\.exe)?$/.test(file));
      const licence = existsSync(join(folder, 'LICENSE')) ? ['LICENSE'] : [];
      return [
        ...program.map((file) => ({ path: `node/${file}`, content: { file: join(folder, 'bin', file) }, executable: true })),
        ...licence.map((file) => plain(`node/${file}`, join(folder, file))),
      ];
    }
  }
  throw new Error('npm installed no Node for this platform');
}

async function filesUnder(start: string): Promise<readonly string[]> {
  const entries = await readdir(start, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(start.length + 1)
        .replaceAll(sep, '/'),
    );
}
