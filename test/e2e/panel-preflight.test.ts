import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { draftFor } from '../fixtures/issued-round.ts';
import { passphrase, workspaceOf } from '../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations } from './accessibility.ts';
import { expectNoSidewaysScrolling } from './layout.ts';
import { sitDownAgain, type Sitting } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/panel-preflight');

let folder: string;
let browser: Browser;
let chair: Sitting;

/** A draft with two applicants and two experts. */
beforeAll(async () => {
  folder = makeFolder('preflight');
  const cores = await Promise.all(['组长（虚构）', '专家甲（虚构）', '专家乙（虚构）'].map((name) => workspaceOf(name, folder)));
  const [atChair, ...atExperts] = cores;
  if (atChair === undefined) {
    throw new Error('nobody sat down');
  }
  await draftFor(atChair, atExperts, folder, ['01-示例职业培训学校', '02-示例智造有限公司']);
  await Promise.all(cores.map((core) => core.close()));
  browser = await launchBrowser();
  chair = await sitDownAgain(browser, { name: '组长（虚构）', folder, pictures, word: passphrase });
  await chair.page.getByRole('link', { name: '继续筹备' }).click();
}, 240_000);

afterAll(async () => {
  await chair.end();
  await browser.close();
  await removeFolder(folder);
});

const goTo = (step: string | RegExp) => chair.page.getByRole('tab', { name: step }).click();
const rowOf = (check: string) => chair.page.getByRole('table', { name: '核对并签发' }).getByRole('row', { name: new RegExp(`^${check}`) });

test('who scores and has nothing assigned is named before issuing: an expert, and the chair who scores too', async () => {
  const { page } = chair;
  await goTo(/回避与分配/);
  await page.getByRole('button', { name: '专家乙（虚构）：整行或整列分配' }).click();
  await page.getByRole('menuitem', { name: '全部不分配' }).click();
  await page
    .getByRole('button', { name: /^专家乙（虚构） 对 .*：不分配$/ })
    .first()
    .waitFor();
  await goTo('评审组');
  await page.getByLabel('组长也参加评分').click();
  await goTo('核对并签发');
  await rowOf('分配').getByText('组长（虚构）、专家乙（虚构）参加评分，但没有分配任何申报单位。', { exact: false }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: /^签发批次/ }).isDisabled()).toBe(true);
});

test('assigning all has the chair who scores in it; unticking takes the chair out of it again', async () => {
  const { page } = chair;
  await rowOf('分配').getByRole('button', { name: '前往处理' }).click();
  await page.getByRole('button', { name: '全部分配（回避除外）' }).click();
  const chairCells = page.getByRole('button', { name: /^组长（虚构） 对 .*：分配$/ });
  await expect.poll(() => chairCells.count()).toBe(2);
  await goTo('评审组');
  await expect.poll(() => page.getByLabel('组长也参加评分').isChecked()).toBe(true);
  await page.getByLabel('组长也参加评分').click();
  await expect.poll(() => page.getByLabel('组长也参加评分').isChecked()).toBe(false);
  await goTo(/回避与分配/);
  await expect.poll(() => page.getByRole('button', { name: /^组长（虚构） 对 .*：不分配$/ }).count()).toBe(2);
  await page.getByRole('button', { name: '组长（虚构）：整行或整列分配' }).click();
  await page.getByRole('menuitem', { name: '全部分配（回避除外）' }).click();
  await expect.poll(() => chairCells.count()).toBe(2);
  await goTo('评审组');
  await expect.poll(() => page.getByLabel('组长也参加评分').isChecked()).toBe(true);
  await goTo('核对并签发');
  await rowOf('分配').getByText('符合').waitFor();
});

test('a rule that the panel is too small for is said with its consequence, and does not hold the round up', async () => {
  const { page, look } = chair;
  const note = rowOf('计分规则').getByRole('note');
  await note.getByText(/满 5 名专家才适用。现在每家申报单位只有 3 名专家评分：不会去掉任何分数/).waitFor();
  await rowOf('计分规则').getByText('符合').waitFor();
  await expect.poll(() => page.getByRole('button', { name: /^签发批次/ }).isEnabled()).toBe(true);
  expect(await seriousViolations(page)).toEqual([]);
  await look('trims-nowhere');
  await page.setViewportSize({ width: 400, height: 800 });
  await expectNoSidewaysScrolling(page);
  await look('trims-nowhere-400');
  await page.setViewportSize({ width: 1280, height: 800 });
  await note.getByRole('button', { name: '前往处理' }).click();
  await page.getByRole('combobox', { name: '汇总方法' }).click();
  await page.getByRole('option', { name: '标准化后平均' }).click();
  await page.getByText('已保存').waitFor();
  await goTo(/回避与分配/);
  await page.getByRole('button', { name: /^专家乙（虚构） 对 .*学校.*：分配$/ }).click();
  await page.getByRole('menuitem', { name: '不分配' }).click();
  await page.getByRole('button', { name: /^专家乙（虚构） 对 .*学校.*：不分配$/ }).waitFor();
  await goTo('核对并签发');
  await note.getByText(/只评 1 个申报职业，一个分数没有离散程度/).waitFor();
  await look('one-candidate');
});

test('nothing went wrong unseen', () => {
  expect(chair.unexpected).toEqual([]);
});
