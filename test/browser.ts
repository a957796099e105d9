import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Milliseconds until what doesn't appear is taken to be missing: a machine may be busy with other things as well. */
const patience = 60_000;

/**
 * A real Chromium for the end-to-end tests: an installed Chrome, Edge or Chromium; else one from apt (root on Debian) or by
 * Playwright's download. Throws with what to install when none can be had: these tests are never skipped.
 * `switches` are further ones of Chromium's command line.
 */
export async function launchBrowser(switches: readonly string[] = []): Promise<Browser> {
  const executablePath = installedBrowser() ?? aptBrowser() ?? downloadedBrowser();
  if (executablePath === null) {
    throw new Error(
      'These tests need a browser and none could be had: install Google Chrome, Microsoft Edge or Chromium (Debian: apt-get install -y chromium), or name one in LINPING_BROWSER.',
    );
  }
  // Where no graphics card is, drawing as if there were one takes longer than drawing without. Chromium's own sandbox refuses to start as
  // root, which is what a container usually is.
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...switches];
  const browser = await chromium.launch({ executablePath, args });
  browser.on('context', (context) => context.setDefaultTimeout(patience));
  return browser;
}

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
const programs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder === undefined
      ? []
      : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')];
  }),
];

function installedBrowser(): string | null {
  const named = process.env['LINPING_BROWSER'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    ...(named === undefined ? [] : [named]),
    ...commands.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...programs,
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

function aptBrowser(): string | null {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    return null;
  }
  console.log('no browser found: apt-get install chromium');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
    stdio: 'inherit',
  });
  return status === 0 ? installedBrowser() : null;
}

function downloadedBrowser(): string | null {
  if (!existsSync(chromium.executablePath())) {
    console.log('no browser found: downloading Chromium');
    const cli = join(import.meta.dirname, '../node_modules/playwright-core/cli.js');
    try {
      execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 10 * 60 * 1000 });
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}
