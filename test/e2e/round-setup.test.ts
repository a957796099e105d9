import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations } from './accessibility.ts';
import { expectNoSidewaysScrolling } from './layout.ts';
import { createWorkspaceAs, sitDown, type Sitting } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/round-setup');

let folder: string;
let browser: Browser;
let chair: Sitting;

beforeAll(async () => {
  folder = makeFolder('setup');
  browser = await launchBrowser();
  chair = await sitDown(browser, { name: '组长（虚构）', folder, pictures });
  await createWorkspaceAs(chair);
  const { page } = chair;
  await page.getByRole('button', { name: '新建评审批次' }).click();
  await page.getByLabel('批次名称').fill('示例批次（虚构）');
  await page.getByRole('button', { name: '建立批次' }).click();
  await page.waitForURL(/setup/);
});

afterAll(async () => {
  await chair.end();
  await browser.close();
  await removeFolder(folder);
});

test('a day typed by hand is shown as 2022年11月15日 and is still there after a reload', async () => {
  const { page } = chair;
  const until = page.getByLabel('申报截止', { exact: true });
  await until.fill('2022-11-15');
  await page.getByLabel('批次名称').click();
  await expect.poll(() => until.inputValue()).toBe('2022年11月15日');
  await page.getByText('已保存').waitFor();
  await page.reload();
  await expect.poll(() => until.inputValue()).toBe('2022年11月15日');
});

test('an item’s points are changed in place: what no longer fits is said, and what changed stands below', async () => {
  const { page, look } = chair;
  await page.getByRole('tab', { name: /评分标准/ }).click();
  await page.getByText('合计 100.00 分').waitFor();
  await page.getByRole('button', { name: '修改评分项 C01' }).click();
  const dialog = page.getByRole('dialog');
  const before = await dialog.getByLabel('分值').inputValue();
  await dialog.getByLabel('分值').fill('3.75');
  await dialog.getByText(/不是步长/).waitFor();
  await look('rubric-item');
  await dialog.getByLabel('分值').fill('50.00');
  await dialog.getByRole('button', { name: '保存评分项 C01' }).click();
  const change = page.getByRole('table', { name: '改动' }).getByRole('row');
  await expect.poll(() => change.allTextContents()).toEqual(['编号改动', '整体版本：1 → 2', `C01满分：${before} → 50.00`]);
  await page
    .getByText(/第 2 版/)
    .first()
    .waitFor();
  await look('rubric-changed');
  await page.getByRole('button', { name: '恢复为第 1 版' }).click();
  await page.getByText(/没有改动/).waitFor();
});

test('an item is added and taken out again', async () => {
  const { page, look } = chair;
  await page.getByRole('button', { name: '新增评分项' }).click();
  const dialog = page.getByRole('dialog');
  const added = dialog.getByRole('button', { name: /加入评分项/ });
  await expect.poll(() => added.isDisabled()).toBe(true);
  await dialog.getByLabel('编号').fill('C88');
  await dialog.getByLabel('内容').fill('示例评分项（虚构）');
  await dialog.getByLabel('依据').fill('示例');
  await look('rubric-add-item');
  await dialog.getByRole('button', { name: '加入评分项 C88' }).click();
  await page.getByText('合计 101.00 分').waitFor();
  await page.getByText('新增：示例评分项（虚构）').waitFor();
  await page.getByRole('button', { name: '修改评分项 C88' }).click();
  await dialog.getByRole('button', { name: '删除评分项 C88' }).click();
  await page.getByText('合计 100.00 分').waitFor();
  await page.getByText(/没有改动/).waitFor();
});

test('a measured item is added with its rule: what does not fit is said, and the example shows what an answer is worth', async () => {
  const { page, look } = chair;
  await page.getByRole('button', { name: '新增评分项' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('编号').fill('C89');
  await dialog.getByLabel('内容', { exact: true }).fill('近三年组织的技能竞赛场次（虚构）');
  await dialog.getByLabel('依据').fill('示例');
  await dialog.locator('input').and(dialog.getByLabel('类型')).click();
  await page.getByRole('option', { name: '实测项' }).click();
  const example = dialog.getByRole('complementary', { name: '示例' });
  await example.getByText('1.00').waitFor();
  await dialog.locator('input').and(dialog.getByLabel('计分规则')).click();
  await page.getByRole('option', { name: '分档' }).click();
  await dialog.getByLabel('单位').fill('场');
  await dialog.getByLabel('起点：第 1 行').fill('10');
  await dialog.getByLabel('得分：第 1 行').fill('3.00');
  // The rule gives more than the item is worth.
  await dialog.getByText(/按计分规则最高可得 3.00/).waitFor();
  await expect.poll(() => dialog.getByRole('button', { name: '加入评分项 C89' }).isDisabled()).toBe(true);
  await dialog.getByLabel('分值').fill('3.00');
  await dialog.getByLabel('起点：第 2 行').fill('多');
  await dialog.getByText(/请填写数字/).waitFor();
  await dialog.getByLabel('起点：第 2 行').fill('5');
  await dialog.getByLabel('得分：第 2 行').fill('1.50');
  await dialog.getByRole('button', { name: '加一行' }).click();
  await dialog.getByRole('button', { name: '删除第 3 行' }).click();
  await example.getByLabel('试填（场）').fill('7');
  await expect.poll(() => example.getByRole('status').textContent()).toBe('1.50 / 3');
  expect(await seriousViolations(page)).toEqual([]);
  await look('rubric-add-measured');
  await page.setViewportSize({ width: 400, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await dialog.getByRole('button', { name: '加一行' }).scrollIntoViewIfNeeded();
  await look('rubric-add-measured-400-dark');
  await expectNoSidewaysScrolling(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await dialog.getByRole('button', { name: '加入评分项 C89' }).click();
  await page.getByText('合计 103.00 分').waitFor();
  await page.getByRole('button', { name: '修改评分项 C89' }).click();
  await dialog.getByRole('button', { name: '删除评分项 C89' }).click();
  await page.getByText('合计 100.00 分').waitFor();
});

test('a rule’s example follows the rule, and a rule that can’t be is said', async () => {
  const { page, look } = chair;
  await page.getByRole('tab', { name: /计分规则/ }).click();
  await page.getByText('(86.00 + 92.00 + 88.00) ÷ 3 = 88.67').waitFor();
  await look('rules');
  await page.locator('input').and(page.getByLabel('汇总方法')).click();
  await page.getByRole('option', { name: '算术平均', exact: true }).click();
  await page.getByText('(86.00 + 92.00 + 66.00 + 88.00 + 97.00) ÷ 5 = 85.80').waitFor();
  await page.getByLabel('推荐所需总分').fill('100.01');
  await page.getByLabel('推荐所需总分').blur();
  await page.getByText(/超过了评分标准的满分/).waitFor();
  await page.getByRole('tab', { name: /核对并签发/ }).click();
  await page.getByRole('row', { name: /计分规则.*超过了评分标准的满分/ }).waitFor();
});

test('nothing went wrong unseen', () => {
  expect(chair.unexpected).toEqual([]);
});
