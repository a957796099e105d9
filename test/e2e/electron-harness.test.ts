import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { bootMain } from '../electron/boot.ts';
import type { OpenPage } from '../electron/page.ts';
import { openPage } from '../electron/page.ts';
import type { StandIn } from '../electron/stand-in/electron.ts';

let folder: string;
let browser: Browser;
let standIn: StandIn;
let opened: OpenPage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linping-electron-'));
  browser = await launchBrowser();
  standIn = await bootMain(join(folder, 'workspace'));
  opened = await openPage(browser, standIn);
});

afterAll(async () => {
  await browser.close();
  standIn.app.emit('window-all-closed');
  await standIn.quitted;
  await rm(folder, { recursive: true, force: true });
});

describe('the built main program', () => {
  test('asks for a window that gives the page nothing but its preload', () => {
    const { options, url } = standIn.window();
    expect(url).toBe('linping://app/');
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    });
  });

  test('lets no request out, opens no window, grants no permission and leaves its page for no other', () => {
    expect(
      ['https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'linping://other/', 'ws://x/'].filter(standIn.allows),
    ).toEqual([]);
    expect(standIn.allows('linping://app/index.html')).toBe(true);
    expect(standIn.windowOpenAllowed()).toBe(false);
    expect(standIn.permissionAllowed()).toBe(false);
    let prevented = false;
    standIn.window().contents.emit('will-navigate', { url: 'https://example.org/', preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
    expect(standIn.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  });

  test('serves its page under a policy that starts from nothing', async () => {
    const answer = await standIn.answer('linping', new Request('linping://app/'));
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(standIn.schemes).toEqual([
      { scheme: 'linping', privileges: { standard: true, secure: true, stream: true, supportFetchAPI: true } },
    ]);
  });
});

describe('the built page in the window', () => {
  test('shakes hands with the core over its message port and shows that there is no workspace yet', async () => {
    await opened.page.getByLabel('口令').first().waitFor();
    expect(opened.cancelled).toEqual([]);
  });
});
