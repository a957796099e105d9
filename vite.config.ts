import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

/** What PDF.js loads while it reads: without the character maps a Chinese font that is not embedded renders blank. */
const pdfjsFolders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

function copyPdfjsFolders(): Plugin {
  return {
    name: 'copy-pdfjs-folders',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) {
        return;
      }
      for (const folder of pdfjsFolders) {
        await cp(resolve(import.meta.dirname, 'node_modules/pdfjs-dist', folder), resolve(dir, 'pdfjs', folder), { recursive: true });
      }
    },
  };
}

/** The renderer, the same for both hosts: relative addresses only, so that it runs from any origin. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react(), copyPdfjsFolders()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome111',
    // Read from this computer's disk: a warning meant for the web would only puzzle who starts the program for the first time.
    chunkSizeWarningLimit: Infinity,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
