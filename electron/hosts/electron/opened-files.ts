import { basename, extname, isAbsolute, resolve } from 'node:path';
import type { PathSource } from '../../core/host-services.ts';

const extensions = new Set(['.lpapp', '.lpround', '.lpscore', '.lpreturn', '.lpresult', '.lpcard']);

export interface OpenedFiles {
  /** Keeps those of `paths` that are Linping's kinds of file; true when there were any. */
  add: (paths: readonly string[], workingFolder: string) => boolean;
  /** Hands over what waits; what `use` can't use waits on. */
  take: <Used>(use: (file: PathSource) => Promise<Used>) => Promise<Used[]>;
}

/** Files the system asked Linping to open (double click, a second start), waiting until the workspace is open. */
export function createOpenedFiles(): OpenedFiles {
  let waiting: string[] = [];
  return {
    add(paths, workingFolder) {
      const files = paths.filter((path) => extensions.has(extname(path).toLowerCase()));
      waiting.push(...files.map((path) => (isAbsolute(path) ? path : resolve(workingFolder, path))));
      return files.length > 0;
    },
    async take(use) {
      const files = waiting;
      waiting = [];
      try {
        return await Promise.all(files.map((path) => use({ kind: 'path', path, name: basename(path), relativePath: basename(path) })));
      } catch (error) {
        waiting = [...files, ...waiting];
        throw error;
      }
    },
  };
}
