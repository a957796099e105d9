import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.ts';

const sources = ['renderer', 'shared', 'db', 'electron', 'assets', 'vite.config.ts', 'vite.node.config.ts', 'package-lock.json'];
const products = [
  'dist/renderer/index.html',
  'dist/electron/main.js',
  'dist/electron/core.js',
  'dist/electron/loopback.js',
  'dist/electron/reader-main.js',
  'dist/electron/portable.js',
  'dist/electron/preload.cjs',
];

/** Builds Linping when something is missing from `dist` or older than its sources. Throws when a build fails; it has said why. */
export async function ensureBuilt(root: string): Promise<void> {
  if (!(await isStale(root))) {
    return;
  }
  console.log('正在构建遴评…… Building Linping…');
  await build(root, 'warn');
}

/** Whether anything in `sources` changed after the oldest of the products was written; a deletion changes its folder. */
async function isStale(root: string): Promise<boolean> {
  const built = await Promise.all(products.map((product) => changedAt(join(root, product))));
  const oldest = Math.min(...built.map((time) => time ?? 0));
  const newest = await Promise.all(sources.map((source) => newestUnder(join(root, source))));
  return Math.max(...newest) > oldest;
}

async function newestUnder(path: string): Promise<number> {
  const own = await changedAt(path);
  if (own === null || !(await stat(path)).isDirectory()) {
    return own ?? 0;
  }
  const entries = await readdir(path, { recursive: true });
  const times = await Promise.all(entries.map((entry) => changedAt(join(path, entry))));
  return Math.max(own, ...times.map((time) => time ?? 0));
}

/** Milliseconds since the epoch, null for what isn't there. */
async function changedAt(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}
