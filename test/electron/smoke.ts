import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { findElectron } from '#electron/hosts/launch/find-electron.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { makeWorkspace, openPracticeSheet, scoreTwoItems } from './journey.ts';

const projectFolder = resolve(import.meta.dirname, '../..');

/**
 * `npm run smoke:electron`: the harness's journey in the real Electron. Where its binary can't be had, says so and passes: the
 * harness has tested the same files, and `docs/electron.md` lists what it could not.
 */
async function main(): Promise<void> {
  if (!existsSync(join(projectFolder, 'dist/electron/main.js'))) {
    throw new Error('nothing to test: run  npm run build  first');
  }
  const electron = await findElectron(projectFolder);
  if (!electron.found) {
    console.log(`smoke:electron NOT RUN: ${electron.why.en}. See docs/electron.md for what stays unproven.`);
    return;
  }
  const folder = makeFolder('smoke');
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: electron.binary,
    args: [...root, projectFolder, '--workspace', join(folder, 'workspace')],
  });
  try {
    const page = await app.firstWindow();
    await makeWorkspace(page, '张评审（虚构）');
    await openPracticeSheet(page);
    await scoreTwoItems(page);
    await page.reload();
    await page.getByText('2/44 已评').waitFor();
    const outside = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    if (outside !== 'refused') {
      throw new Error('a request left the program');
    }
    console.log('smoke:electron passed: handshake, workspace, practice round, two answers, reload, no network');
  } finally {
    await app.close();
    await removeFolder(folder);
  }
}

await main();
