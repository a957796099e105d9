import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './root.ts';

const parts = [[], ['--config', 'vite.node.config.ts', '--mode', 'main'], ['--config', 'vite.node.config.ts', '--mode', 'preload']];

/** Builds the renderer and the programs of the Node side into `dist`. Throws when a part fails; it has said why. */
export async function build(root: string, logLevel: 'info' | 'warn'): Promise<void> {
  for (const part of parts) {
    const argv = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', logLevel, ...part];
    const vite = spawn(process.execPath, argv, { cwd: root, stdio: 'inherit' });
    const [code] = await once(vite, 'exit');
    if (code !== 0) {
      throw new Error(`vite build ${part.join(' ')} ended with ${String(code)}`);
    }
  }
}

if (import.meta.main) {
  await build(root, 'info');
}
