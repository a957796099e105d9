import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { answerAll, handIn, issueTo } from '../fixtures/issued-round.ts';
import { workspaceOf } from '../fixtures/workspaces.ts';
import { chooseFiles, sitDown, type Sitting } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/return-and-result');

let folder: string;
let browser: Browser;
let chair: Sitting;
let expert: Sitting;
const files = { returned: '', score: '', result: '' };

/** A round that is merged already: what comes before is `three-workspaces.test.ts`. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linping-return-e2e-'));
  const [atChair, atExpert] = [await workspaceOf('组长', folder), await workspaceOf('专家甲', folder)];
  const round = await issueTo(atChair, [atExpert], folder);
  await answerAll(atExpert, round);
  await handIn(atExpert, round, atChair);
  await atChair.close();
  await atExpert.close();
  browser = await launchBrowser();
  chair = await sitDown(browser, { name: '组长', folder, pictures });
  expert = await sitDown(browser, { name: '专家甲', folder, pictures });
  for (const { page } of [chair, expert]) {
    await page.getByLabel('口令').fill('口令 2022 秋');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '打开练习批次' }).waitFor();
  }
}, 180_000);

afterAll(async () => {
  await Promise.all([chair, expert].map((sitting) => sitting.end()));
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** No violation of WCAG 2 A and AA on what is on the screen. */
async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('the chair returns one item from a cell of the board, with the reason', async () => {
  const { page, look, save } = chair;
  await page.getByRole('link', { name: /汇总|进入批次/ }).click();
  await page.getByRole('button', { name: /^退回专家甲重评：.*现场察看/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /^B02 · / }).check();
  await dialog.getByLabel('退回理由').fill('面积与租赁合同不符，请复测。');
  await isAccessible(page);
  await look('01-return-dialog');
  files.returned = await save(() => dialog.getByRole('button', { name: '退回 1 项' }).click());
  expect(files.returned).toMatch(/\.lpreturn$/);
  await page.getByText('待重评').waitFor();
  await page.getByRole('img', { name: /专家甲.*现场察看：已退回重评/ }).waitFor();
  await isAccessible(page);
  await look('02-board-returned');
});

test('the expert takes it in, reads why, and can change that item only', async () => {
  const { page, look } = expert;
  await chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), files.returned);
  await page.getByText('已导入').waitFor();
  await page.getByRole('link', { name: '进入评审' }).click();
  await page.getByRole('link', { name: /：现场察看/ }).click();
  await page.getByRole('button', { name: /^B03/ }).click();
  await page.getByText('只开放组长退回的评分项').waitFor();
  await page.getByRole('button', { name: /^B02/ }).click();
  await page.getByText('组长退回理由：“面积与租赁合同不符，请复测。”').waitFor();
  await look('03-desk-returned');
  await page.getByRole('button', { name: '修改 B02' }).click();
  await page.getByLabel(/实测/).first().fill('59.9');
  await page.getByText('0.00').first().waitFor();
  await page
    .getByText(/已保存/)
    .first()
    .waitFor();
  await isAccessible(page);
  await look('04-desk-answered');
});

test('sealed anew it comes back under the next number, old and new side by side', async () => {
  const { page, save } = expert;
  await page.getByRole('link', { name: '返回申报单位' }).click();
  await page.getByRole('link', { name: '封存导出' }).first().click();
  await page.getByRole('button', { name: /^(重新)?封存/ }).click();
  await page.getByText(/^第 2 版已于/).waitFor();
  files.score = await save(() => page.getByRole('button', { name: '导出评分结果包' }).click());

  await chooseFiles(chair.page, chair.page.getByRole('button', { name: '选择文件' }).first(), files.score);
  await chair.page.getByText('已收到新版本').waitFor();
  await chair.page.getByRole('button', { name: /^对比新旧/ }).click();
  const row = chair.page.getByRole('dialog').getByRole('row', { name: /B02/ });
  expect(await row.textContent()).toContain('60 · 3.00 / 3.00');
  expect(await row.textContent()).toContain('59.9 · 0.00 / 3.00');
  expect(await row.textContent()).toContain('面积与租赁合同不符');
  await isAccessible(chair.page);
  await chair.look('05-old-and-new');
  await chair.page.keyboard.press('Escape');
});

test('the expert checks the result on the own workspace: one green page', async () => {
  await chair.page.getByRole('link', { name: '查看排名' }).click();
  await chair.page.getByRole('columnheader', { name: '本职业名次' }).waitFor();
  await chair.look('06-ranking');
  files.result = await chair.save(() => chair.page.getByRole('button', { name: '导出评审结果包' }).click());

  const { page, look } = expert;
  await page.getByRole('link', { name: '核对评审结果' }).click();
  await page.getByText('还没有收到评审结果').waitFor();
  await chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), files.result);
  await page.getByText('核对一致').waitFor();
  await page.getByText('本人封存的第 2 版评分已计入，逐字节未改动').waitFor();
  await page.getByText('按所附评分在本机重新计算，结果与文件所写一致').waitFor();
  await isAccessible(page);
  await look('07-result-green');
  await page.setViewportSize({ width: 400, height: 800 });
  await look('08-result-narrow');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('it turns red when a newer version of mine was handed over', async () => {
  const { page, look, save } = expert;
  await page.getByRole('link', { name: '申报单位' }).first().click();
  await page.getByRole('link', { name: /：现场察看/ }).click();
  await page.getByRole('button', { name: /^B02/ }).click();
  await page.getByLabel('修改理由').fill('再次复测');
  await page.getByRole('button', { name: '修改 B02' }).click();
  await page.getByLabel(/实测/).first().fill('60');
  await page.getByText('3.00').first().waitFor();
  await page
    .getByText(/已保存/)
    .first()
    .waitFor();
  await page.getByRole('link', { name: '返回申报单位' }).click();
  await page.getByRole('link', { name: '封存导出' }).first().click();
  await page.getByRole('button', { name: /^(重新)?封存/ }).click();
  await page.getByText(/^第 3 版已于/).waitFor();
  await save(() => page.getByRole('button', { name: '导出评分结果包' }).click());
  await page.getByRole('link', { name: '核对评审结果' }).click();
  await page.getByText('核对不一致').waitFor();
  await page.getByText(/计入的是本人第 2 版评分，本人后来又导出了第 3 版/).waitFor();
  await isAccessible(page);
  await look('09-result-red');
});

test('nothing went wrong unseen', () => {
  expect([chair, expert].flatMap(({ unexpected }) => unexpected)).toEqual([]);
});
