import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '#db/workspace.ts';
import { valueOf } from '#shared/result.ts';
import { launchBrowser } from '../browser.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { startLoopbackProgram, type LoopbackProgram } from './loopback-program.ts';
import { takePicture } from './picture.ts';
import { createWorkspaceAs, passphrase } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/host-killed');

let folder: string;
let workspaceFolder: string;
let browser: Browser;
let program: LoopbackProgram;
let page: Page;
/** What went wrong in the page, but for calls that found nobody: the browser itself reports those. */
const unexpected: string[] = [];
/** What the page asked the host to keep, in order. */
const sent: string[] = [];

beforeAll(async () => {
  folder = makeFolder('host-killed');
  workspaceFolder = join(folder, 'workspace');
  browser = await launchBrowser();
  program = await startLoopbackProgram({ workspaceFolder });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  page = await context.newPage();
  page.on('pageerror', (error) => unexpected.push(String(error)));
  page.on('request', (request) => {
    if (request.url().endsWith('/api/sheets/record')) {
      sent.push(/断线后第.条|被杀之前/.exec(request.postData() ?? '')?.[0] ?? '?');
    }
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      unexpected.push(message.text());
    }
  });
  await page.goto(program.entryUrl);
  await createWorkspaceAs({ page, name: '断电专家（虚构）' });
  await page.getByRole('button', { name: '打开练习批次' }).click();
  await page
    .getByText(/^继续评审/)
    .first()
    .click();
  await page.getByText('0/44 已评').waitFor();
});

afterAll(async () => {
  await browser.close();
  await program.stop();
  await removeFolder(folder);
});

const item = (code: string) => page.locator(`[data-slot^='["${code}"']`).first();
const band = () => page.getByRole('alert').filter({ hasText: '后台程序' });
const open = (code: string) => page.getByRole('button', { name: new RegExp(`^${code}`) }).click();

async function type(code: string, comment: string): Promise<void> {
  await open(code);
  await item(code).getByRole('textbox', { name: /^评语/ }).fill(comment);
}

test('killed while somebody types, the host leaves the page as it is: it says so, and what is typed on waits', async () => {
  await type('A01', '被杀之前（虚构）');
  await item('A01')
    .getByText(/^已保存/)
    .waitFor();
  await program.kill();
  await type('A02', '断线后第一条（虚构）');
  await band().waitFor();
  await type('A04', '断线后第二条（虚构）');
  await type('A03', '断线后第三条（虚构）');
  await band().getByText('3 项').waitFor();
  await item('A03').getByText('等待保存').waitFor();
  await takePicture(page, join(pictures, 'gone.png'));
});

test('leaving the page meanwhile warns', async () => {
  const warned = page.waitForEvent('dialog');
  const leaving = page.goto('about:blank').catch(() => 'stayed');
  const dialog = await warned;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  expect(await leaving).toBe('stayed');
  expect(await item('A03').getByRole('textbox', { name: /^评语/ }).inputValue()).toBe('断线后第三条（虚构）');
});

test('started again on the same workspace it listens at the same address, and lets the page in for the passphrase only', async () => {
  const before = new URL(program.entryUrl).port;
  sent.length = 0;
  program = await startLoopbackProgram({ workspaceFolder });
  expect(new URL(program.entryUrl).port).toBe(before);
  await band().getByLabel('口令').fill('不是这个口令');
  await takePicture(page, join(pictures, 'back.png'));
  await page.keyboard.press('Enter');
  await band()
    .getByText(/口令不正确/)
    .waitFor();
  await band().getByLabel('口令').fill(passphrase);
  await page.keyboard.press('Enter');
  await band().waitFor({ state: 'detached' });
});

test('everything typed is on disk, in the order of typing', async () => {
  await item('A03')
    .getByText(/^已保存/)
    .waitFor();
  await expect.poll(() => page.getByTestId('save-status').textContent()).toMatch(/^已保存/);
  expect(await item('A03').getByRole('textbox', { name: /^评语/ }).inputValue()).toBe('断线后第三条（虚构）');
  await takePicture(page, join(pictures, 'saved.png'));
  const [round, application] = /rounds\/([^/]+)\/desk\/([^/]+)/.exec(page.url())?.slice(1) ?? [];
  await program.stop();
  const workspace = valueOf(await openWorkspace({ folder: workspaceFolder, passphrase, now: () => new Date().toISOString() }));
  const sheet = workspace.stores.sheets.read({ round: round ?? '', application: application ?? '', stage: 'document' });
  await workspace.close();
  program = await startLoopbackProgram({ workspaceFolder });
  expect(sheet?.entries.map((entry) => [entry.item, entry.comment, entry.history.length])).toEqual([
    ['A01', '被杀之前（虚构）', 0],
    ['A02', '断线后第一条（虚构）', 0],
    ['A03', '断线后第三条（虚构）', 0],
    ['A04', '断线后第二条（虚构）', 0],
  ]);
  expect(sent).toEqual(['断线后第一条', '断线后第二条', '断线后第三条']);
});

test('nothing went wrong unseen', () => {
  expect(unexpected).toEqual([]);
});
