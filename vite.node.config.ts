import { resolve } from 'node:path';
import type { BuildEnvironmentOptions, UserConfig } from 'vite';
import { defineConfig } from 'vite';

const outDir = resolve(import.meta.dirname, 'dist/electron');
/**
 * Every package stays an import, never bundled: then a package that the packed app doesn't hold can't be imported unnoticed.
 * `test/e2e/packed-app.test.ts` looks up each of them in the packed app.
 */
const isPackage = (id: string) => !/^(?:[.#/\\\0]|[A-Za-z]:[\\/])/.test(id);

/** Named in `--mode`: the programs of the Node side (`main`), or the window's preload script, which has to be CommonJS in one file. */
export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'main':
      return nodeBuild(true, {
        input: {
          main: resolve(import.meta.dirname, 'electron/hosts/electron/main.ts'),
          core: resolve(import.meta.dirname, 'electron/hosts/electron/core.ts'),
          loopback: resolve(import.meta.dirname, 'electron/hosts/loopback/main.ts'),
          'reader-main': resolve(import.meta.dirname, 'electron/hosts/reader/main.ts'),
          'reader-watch': resolve(import.meta.dirname, 'electron/hosts/reader/watch.ts'),
          'utility-reader': resolve(import.meta.dirname, 'electron/hosts/electron/utility-reader.ts'),
          portable: resolve(import.meta.dirname, 'electron/hosts/portable/main.ts'),
        },
        external: isPackage,
        // Beside one another, whatever is shared: files find the renderer and the assets from where they lie.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
      });
    case 'preload':
      // After `main`, into the same folder.
      return nodeBuild(false, {
        input: { preload: resolve(import.meta.dirname, 'electron/hosts/electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      });
    default:
      throw new Error(`--mode main or --mode preload, not ${mode}`);
  }
});

type RolldownOptions = NonNullable<BuildEnvironmentOptions['rolldownOptions']>;

function nodeBuild(emptyOutDir: boolean, rolldownOptions: Pick<RolldownOptions, 'input' | 'external' | 'output'>): UserConfig {
  return {
    publicDir: false,
    // Everything that isn't named external is bundled.
    ssr: { noExternal: true, target: 'node' },
    build: { ssr: true, outDir, emptyOutDir, target: 'node24', minify: false, sourcemap: true, rolldownOptions },
  };
}
