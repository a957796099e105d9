import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { takePicture } from './picture.ts';
import { createWorkspaceAs, passphrase, sitDown, type Sitting } from './sitting.ts';

/** How many changes of a sheet can be taken back. */
const reach = 50;

let folder: string;
let browser: Browser;
let sitting: Sitting;
let page: Page;

beforeAll(async () => {
  folder = makeFolder('interruptions');
  browser = await launchBrowser();
  sitting = await sitDown(browser, { name: '察看专家（虚构）', folder, pictures: join(process.cwd(), 'test-artifacts/interruptions') });
  ({ page } = sitting);
  await createWorkspaceAs(sitting);
  await page.getByRole('button', { name: '打开练习批次' }).click();
  await page
    .getByRole('link', { name: /：现场察看$/ })
    .first()
    .click();
  await page.getByRole('heading', { name: '办公用房' }).waitFor();
});

afterAll(async () => {
  await sitting.end();
  await browser.close();
  await removeFolder(folder);
});

const item = (code: string, on: Page = page): Locator => on.locator(`article[data-slot^='["${code}"']`).first();
const anchors = (code: string, on: Page = page) => item(code, on).getByRole('group', { name: '得分', exact: true }).getByRole('button');
const chosen = (code: string, on: Page = page) => anchors(code, on).and(on.locator('[aria-pressed="true"]'));
const undo = () => page.locator('[data-undo]');

/** Taps an anchor, and waits until it is what the sheet says and can be taken back. */
async function choose(code: string, at: number, on: Page = page): Promise<void> {
  await anchors(code, on).nth(at).click();
  await expect.poll(() => anchors(code, on).nth(at).getAttribute('aria-pressed')).toBe('true');
  await item(code, on)
    .getByText(/^已保存/)
    .waitFor();
}

test('the last 50 changes of a sheet are taken back one by one, and the oldest stay', async () => {
  for (let change = 0; change < reach + 2; change += 1) {
    await choose('B04', change % 2);
  }
  const words = await anchors('B04').allTextContents();
  for (let step = 0; step < reach; step += 1) {
    // The button says what it takes back: now the one change, now the other.
    const label = step % 2 === 0 ? 'B04：0.50' : 'B04：1.00';
    await undo()
      .and(page.locator(`[aria-label*="${label}"]:enabled`))
      .click();
  }
  await expect.poll(() => undo().getAttribute('aria-label')).not.toContain('B04');
  await expect.poll(() => undo().isDisabled()).toBe(true);
  // Two were made before those: the second of them stands.
  await expect.poll(() => chosen('B04').allTextContents()).toEqual([words[1]]);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => chosen('B04').allTextContents()).toEqual([words[0]]);
});

test('a second window is told, and each shows what the other keeps, answers and record', async () => {
  const band = /本工作区已在 2 个窗口打开/;
  const second = await anotherWindow();
  await second.getByText(band).waitFor();
  await page.getByText(band).waitFor();
  await page.getByLabel('察看地址').waitFor();
  await choose('B13', 0, second);
  const words = await anchors('B13').allTextContents();
  await expect.poll(() => chosen('B13').allTextContents()).toEqual([words[0]]);
  // Of one record each window writes another part, at the same time: neither is lost.
  await Promise.all([second.getByLabel('察看地址').fill('示例路 1 号（虚构）'), page.getByLabel('申报单位异议').fill('没有异议（虚构）')]);
  for (const window of [page, second]) {
    await expect.poll(() => window.getByLabel('察看地址').inputValue()).toBe('示例路 1 号（虚构）');
    await expect.poll(() => window.getByLabel('申报单位异议').inputValue()).toBe('没有异议（虚构）');
  }
  await page.locator('[data-record-state="saved"]').waitFor();
  await sitting.look('two-windows');
  await second.reload();
  await expect.poll(() => second.getByLabel('察看地址').inputValue()).toBe('示例路 1 号（虚构）');
  await expect.poll(() => second.getByLabel('申报单位异议').inputValue()).toBe('没有异议（虚构）');
  await second.close();
  await page.getByText(band).waitFor({ state: 'detached' });
});

test('of two answers to one item the one that was saved first stays, and the other window says so and shows it', async () => {
  const second = await anotherWindow();
  await second.getByText(/本工作区已在 2 个窗口打开/).waitFor();
  // The second window hears nothing for a while, as one does whose laptop is asleep.
  const awake = Promise.withResolvers<void>();
  await second.route('**/api/windows/watch', async (route) => {
    await awake.promise;
    await route.abort();
  });
  await second.reload();
  await anchors('B10', second).first().waitFor();
  await choose('B10', 0);
  await anchors('B10', second).nth(1).click();
  await item('B10', second).getByRole('alert').waitFor();
  await takePicture(second, join(process.cwd(), 'test-artifacts/interruptions/too-late.png'));
  const words = await anchors('B10').allTextContents();
  await expect.poll(() => chosen('B10').allTextContents()).toEqual([words[0]]);
  await item('B10', second).getByRole('button', { name: '放弃此处的输入，显示现在的评分' }).click();
  await expect.poll(() => chosen('B10', second).allTextContents()).toEqual([words[0]]);
  await second.close();
  awake.resolve();
});

test('what waits when another window locks the workspace is kept once it is open again', async () => {
  const second = await anotherWindow();
  await second.getByText(/本工作区已在 2 个窗口打开/).waitFor();
  // Not sent before the other window has locked: as when both happen in the same moment.
  const locked = Promise.withResolvers<void>();
  await second.route('**/api/sheets/record', async (route) => {
    await locked.promise;
    await route.continue();
  });
  await anchors('B04', second).nth(1).click();
  await page.getByRole('button', { name: '锁定' }).click();
  await page.getByRole('button', { name: '打开工作区' }).waitFor();
  locked.resolve();
  await second.getByText(/1 项输入还没有保存/).waitFor();
  await second.getByLabel('口令').fill(passphrase);
  await second.keyboard.press('Enter');
  await expect.poll(() => second.getByTestId('save-status').textContent()).toMatch(/^已保存/);
  await second.unroute('**/api/sheets/record');
  await second.close();
  await page.reload();
  await page.goBack();
  await anchors('B04').first().waitFor();
  const words = await anchors('B04').allTextContents();
  await expect.poll(() => chosen('B04').allTextContents()).toEqual([words[1]]);
});

test('a window that was closed in the middle comes back at the same item with everything that was saved', async () => {
  await choose('B13', 1);
  const words = await anchors('B13').allTextContents();
  await page.goto('/#/');
  await page.reload();
  await page.goBack();
  await expect.poll(() => chosen('B13').allTextContents()).toEqual([words[1]]);
  await expect.poll(() => isInView(item('B13'))).toBe(true);
});

test('nothing went wrong unseen', () => {
  expect(sitting.unexpected).toEqual([]);
});

async function anotherWindow(): Promise<Page> {
  const another = await page.context().newPage();
  await another.goto(page.url());
  return another;
}

function isInView(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top < window.innerHeight && bottom > 0;
  });
}
