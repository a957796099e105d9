import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { fileRefSchema } from '#shared/api/base.ts';
import type { HostBridge } from '#shared/api/bridge.ts';
import { launchBrowser } from '../browser.ts';
import { bootMain } from '../electron/boot.ts';
import { makeWorkspace, openPracticeSheet, scoreTwoItems } from '../electron/journey.ts';
import type { OpenPage } from '../electron/page.ts';
import { openPage } from '../electron/page.ts';
import type { StandIn } from '../electron/stand-in/electron.ts';
import { StandInUtilityProcess } from '../electron/stand-in/utility-process.ts';
import { makeFolder, removeFolder } from '../temporary.ts';

declare global {
  interface Window {
    readonly linping?: HostBridge<File>;
  }
}

let folder: string;
let browser: Browser;
let standIn: StandIn;
let opened: OpenPage;

beforeAll(async () => {
  folder = makeFolder('electron');
  browser = await launchBrowser();
  standIn = await bootMain(join(folder, 'workspace'));
  opened = await openPage(browser, standIn);
});

afterAll(async () => {
  await browser.close();
  standIn.app.emit('window-all-closed');
  await standIn.quitted;
  await removeFolder(folder);
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

  test('lets no request out, grants the camera, the whole screen and no other permission, and leaves its page for no other', () => {
    expect(
      ['https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'linping://other/', 'ws://x/'].filter(standIn.allows),
    ).toEqual([]);
    expect(standIn.allows('linping://app/index.html')).toBe(true);
    const own = 'linping://app/';
    const camera = { permission: 'media', requestingUrl: own, mediaTypes: ['video' as const] };
    expect(standIn.permissionAllowed(camera)).toBe(true);
    expect(standIn.permissionAllowed({ permission: 'fullscreen', requestingUrl: own })).toBe(true);
    expect(
      [
        { ...camera, requestingUrl: 'https://example.org/' },
        { ...camera, requestingUrl: 'linping://app.example.org/' },
        { ...camera, mediaTypes: ['audio' as const] },
        { ...camera, mediaTypes: ['video' as const, 'audio' as const] },
        { ...camera, mediaTypes: [] },
        { permission: 'fullscreen', requestingUrl: 'https://example.org/' },
        ...['geolocation', 'notifications', 'clipboard-read', 'display-capture', 'usb'].map((permission) => ({
          permission,
          requestingUrl: own,
        })),
      ].filter((request) => standIn.permissionAllowed(request)),
    ).toEqual([]);
    let prevented = false;
    standIn.window().contents.emit('will-navigate', { url: 'https://example.org/', preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
    expect(standIn.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  });

  test('opens a window for the clock of a roadshow, as locked down as its own, and for nothing else', () => {
    const clock = 'linping://app/#/clock/round';
    const denied = ['https://example.org/#/clock/round', 'linping://app/', 'linping://app/#/rounds/round', 'about:blank', ''];
    expect(denied.filter((url) => standIn.openWindow(url) !== null)).toEqual([]);
    const opened = standIn.openWindow(clock);
    expect(opened?.options.webPreferences).toEqual(standIn.window().options.webPreferences);
    expect([clock, ...denied].filter((url) => opened?.mayOpen(url))).toEqual([]);
    expect(opened?.portsAfter('linping/connect')).toBe(1);
  });

  test('serves its page under a policy that starts from nothing', async () => {
    const answer = await standIn.answer('linping', new Request('linping://app/'));
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(standIn.schemes).toEqual([
      { scheme: 'linping', privileges: { standard: true, secure: true, stream: true, supportFetchAPI: true } },
    ]);
  });
});

/** The steps build on one another, as one sitting of one person. */
describe('the built page in the window', () => {
  test('shakes hands with the core over its message port and makes a workspace', async () => {
    await makeWorkspace(opened.page, '张评审（虚构）');
  });

  test('saves an export where the system’s dialog says', async () => {
    standIn.dialogs.save = join(folder, 'saved.lpcard');
    await opened.page.getByRole('button', { name: '导出我的身份卡' }).click();
    await expect.poll(() => readFile(standIn.dialogs.save, 'utf8').catch(() => '')).toContain('张评审（虚构）');
  });

  test('makes the practice round, showing progress, and opens its first application', async () => {
    await openPracticeSheet(opened.page);
  });

  test('scores items, which are there again after the page has been loaded anew over another port', async () => {
    const { page } = opened;
    await scoreTwoItems(page);
    await page.reload();
    await page.getByText('2/44 已评').waitFor();
  });

  test('goes on over a new port when the core ended in the middle, once it has the passphrase, with what was typed meanwhile', async () => {
    const { page } = opened;
    const band = page.getByRole('alert').filter({ hasText: '后台程序' });
    StandInUtilityProcess.all.at(-1)?.kill();
    await page.getByRole('button', { name: /^A08/ }).click();
    const comment = page.locator(`[data-slot^='["A08"']`).getByRole('textbox', { name: /^评语/ });
    await comment.fill('核心进程退出时所写（虚构）');
    await band.getByLabel('口令').fill('口令 2022 秋天 示例');
    await page.keyboard.press('Enter');
    await band.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByTestId('save-status').textContent()).toMatch(/^已保存/);
    await page.reload();
    await page.getByText('2/44 已评').waitFor();
    await page.getByRole('button', { name: /^A08/ }).click();
    expect(await comment.inputValue()).toBe('核心进程退出时所写（虚构）');
  });

  test('shows evidence over the page’s own scheme: a picture whole, a PDF drawn', async () => {
    const { page } = opened;
    await page.getByText('实操场地.jpg').first().click();
    await expect
      .poll(() =>
        page
          .locator('img')
          .evaluateAll((images) => images.filter((image) => image instanceof HTMLImageElement && image.naturalWidth > 100).length),
      )
      .toBeGreaterThan(0);
    await page.getByText('法人登记证书.pdf').first().click();
    await expect.poll(() => page.locator('canvas').first().evaluate(inkOf)).toBeGreaterThan(100);
  });

  test('registers dropped files by the path the system knows, which the page never sees', async () => {
    standIn.pathForFile.set('saved.lpcard', join(folder, 'saved.lpcard'));
    const files = await opened.page.evaluate(() =>
      window.linping?.registerFiles([new File(['x'], 'saved.lpcard')], ['folder/saved.lpcard']),
    );
    const [file] = z.array(fileRefSchema).parse(files);
    expect(file).toMatchObject({ name: 'saved.lpcard', path: 'folder/saved.lpcard' });
    expect(file?.bytes).toBeGreaterThan(100);
    expect(JSON.stringify(files)).not.toContain(folder);
  });

  test('takes in the package a second start was asked to open, and leaves other files alone', async () => {
    standIn.app.emit('second-instance', {}, ['linping', '--flag', 'saved.lpcard', 'notes.txt'], folder);
    await opened.page.getByText('saved.lpcard').first().waitFor();
    expect(await opened.page.getByText('notes.txt').count()).toBe(0);
  });

  test('asked for nothing that was not its own, and broke no policy', () => {
    expect({ cancelled: opened.cancelled, complaints: opened.complaints, errors: standIn.errors }).toEqual({
      cancelled: [],
      complaints: [],
      errors: [],
    });
  });
});

/** How many pixels of a canvas are dark. */
function inkOf(canvas: HTMLElement | SVGElement): number {
  const context = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : null;
  const { data } = context?.getImageData(0, 0, context.canvas.width, context.canvas.height) ?? { data: new Uint8ClampedArray() };
  return data.filter((value, index) => index % 4 === 0 && value < 100 && (data[index + 3] ?? 0) > 0).length;
}
