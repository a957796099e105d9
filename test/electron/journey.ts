import type { Page } from 'playwright-core';

/** The shortest sitting that touches everything; the harness and the smoke test of the real binary both do it. */
export async function makeWorkspace(page: Page, name: string): Promise<void> {
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('口令').first().fill('口令 2022 秋天 示例');
  await page.getByLabel('再输入一次口令').fill('口令 2022 秋天 示例');
  await page.getByRole('button', { name: '新建工作区' }).click();
  await page.getByText(name).first().waitFor();
}

/** Makes the practice round and opens the first sheet of its first application. */
export async function openPracticeSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: /练习/ }).first().click();
  await page
    .getByText(/^继续评审/)
    .first()
    .click();
  await page.getByText('0/44 已评').waitFor();
}

/** Gives a verdict and measures a number, and waits until both are on disk. */
export async function scoreTwoItems(page: Page): Promise<void> {
  const reason = () => page.getByRole('textbox', { name: /^评语/ });
  await page.getByRole('button', { name: '符合', exact: true }).click();
  // What departs from a proposal counts with its reason only.
  await reason().fill('查阅原件后认定（虚构）');
  await page.getByText('1/44 已评').waitFor();
  await page.getByRole('button', { name: /^A06/ }).click();
  await page.getByRole('textbox', { name: /^实测值（人）/ }).fill('3');
  await reason().fill('查阅原件后认定（虚构）');
  await page.getByText('2/44 已评').waitFor();
  await page
    .getByText(/^已保存/)
    .first()
    .waitFor();
}
