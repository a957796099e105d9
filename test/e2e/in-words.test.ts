import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { createWorkspaceAs, sitDown, type Sitting } from './sitting.ts';

let folder: string;
let browser: Browser;
let sitting: Sitting;
let round: string;

beforeAll(async () => {
  folder = makeFolder('in-words');
  browser = await launchBrowser();
  sitting = await sitDown(browser, { name: '组长（虚构）', folder, pictures: join(process.cwd(), 'test-artifacts/in-words') });
  await createWorkspaceAs(sitting);
  const { page } = sitting;
  await page.getByRole('button', { name: '打开练习批次' }).click();
  await page.getByRole('link', { name: '汇总' }).first().click();
  await page.getByRole('heading', { name: '待处理', exact: false }).first().waitFor();
  round = /rounds\/[^/?]+/.exec(page.url())?.[0] ?? '';
});

afterAll(async () => {
  await sitting.end();
  await browser.close();
  await removeFolder(folder);
});

/** A code of a rubric's box, option or part (`director-education`), or the beginning of a hash or an id (`6ecf6daa`). */
const codes = /[a-z]{3,}-[a-z]{3,}|(?<![\da-z])(?=[\da-f]*\d)[\da-f]{8,}(?![\da-z])/u;

test('a matter of the queue, and the dialog that settles it, say everything in words, with applicant, occupation and units', async () => {
  const { page } = sitting;
  const matters = page.getByRole('button', { name: /^处理：/ });
  await matters.first().waitFor();
  const said: string[] = [];
  for (const matter of await matters.all()) {
    await matter.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().waitFor();
    said.push((await dialog.textContent()) ?? '');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  said.push((await page.getByRole('region', { name: '待处理', exact: false }).first().textContent()) ?? '');
  expect(said.filter((text) => codes.test(text)).map((text) => codes.exec(text)?.[0])).toEqual([]);
});

test('nothing is struck through: what does not count, or is not recommended, says so', async () => {
  const { page } = sitting;
  await page.goto(`/#/${round}/ranking`);
  await page.getByRole('table').first().waitFor();
  await page.getByRole('button', { expanded: false }).first().click();
  const struck = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => getComputedStyle(element).textDecorationLine.includes('line-through'))
      .map((element) => element.textContent),
  );
  expect(struck).toEqual([]);
});

test('a date typed as people write it is read, a missing year is said, and what is no date stays with the reason', async () => {
  const { page, look } = sitting;
  await page.goto('/#/');
  await page.getByRole('button', { name: '新建评审批次' }).click();
  await page.getByLabel('批次名称').fill('2022 年示例批次');
  await page.getByRole('button', { name: '建立批次' }).click();
  const field = page.getByRole('textbox', { name: '集中路演' });
  const leave = () => page.getByLabel('批次名称').focus();
  for (const [typed, shown] of [
    ['12/2', '2022年12月2日'],
    ['2022.12.3', '2022年12月3日'],
    ['20221204', '2022年12月4日'],
    ['12月5日', '2022年12月5日'],
  ] as const) {
    await field.fill(typed);
    await leave();
    await expect.poll(() => field.inputValue()).toBe(shown);
  }
  await page.getByText('未写年份，按 2022 年').waitFor();
  await field.fill('12月里');
  await leave();
  await page.getByText(/没有读出日期.*日期仍为2022年12月5日/).waitFor();
  expect(await field.inputValue()).toBe('12月里');
  await look('date-refused');
});

test('nothing went wrong unseen', () => {
  expect(sitting.unexpected).toEqual([]);
});
