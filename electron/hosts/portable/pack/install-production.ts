import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { npmEnvironment, runNpm } from '../../launch/run-npm.ts';
import type { Platform } from './platforms.ts';

/**
 * Has npm install into `folder` what the program runs with on a platform, which need not be this one: the production packages of
 * package-lock.json in that platform's editions, its Node among them, each held to the hash that is written there. What npm has in its
 * cache it doesn't fetch. Throws with what npm said.
 */
export async function installProduction({ root, folder, platform }: { root: string; folder: string; platform: Platform }): Promise<void> {
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    await cp(join(root, file), join(folder, file));
  }
  const edition = [`--os=${platform.os}`, `--cpu=${platform.cpu}`, '--libc=glibc'];
  const argv = ['ci', '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', ...edition];
  const { code, said } = await runNpm(argv, { cwd: folder, environment: npmEnvironment() });
  if (code !== 0) {
    throw new Error(`npm ${argv.join(' ')} ended with ${String(code)}:\n${said}`);
  }
}
