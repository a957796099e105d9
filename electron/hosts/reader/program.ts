import { join } from 'node:path';

/** A program of this folder: as it stands in the sources, or built, `reader-<name>.js` beside all other programs. */
export function readerProgram(name: 'main' | 'watch'): string {
  return join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? `${name}.ts` : `reader-${name}.js`);
}
